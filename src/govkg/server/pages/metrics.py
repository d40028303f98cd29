"""The numbers of the running server, for who may read them."""

from collections.abc import Iterator

from flask import Blueprint, Response, request

from govkg import __version__
from govkg.server.endpoint import endpoint
from govkg.server.gate.metrics import CONTENT_TYPE, Metric, counter, gauge
from govkg.server.gate.proxies import BELIEVED
from govkg.server.gateway import gate, kept_answers
from govkg.server.kept_answers import Counts
from govkg.server.site import site

pages = Blueprint("metrics", __name__)


@pages.get("/metrics")
def metrics() -> Response:
    """Prometheus reads it; others are told that they may not."""
    if not _may_read():
        return _plain("The numbers are not for this address. GOVKG_WEB_METRICS names those that may read them.\n", 403)
    response = Response(gate().metrics.text(_now()), content_type=CONTENT_TYPE)
    response.headers["Cache-Control"] = "no-store"
    return response


def _may_read() -> bool:
    """Who comes through a proxy that is not trusted is not the proxy."""
    is_hidden = "HTTP_X_FORWARDED_FOR" in request.environ and BELIEVED not in request.environ
    return not is_hidden and (request.remote_addr or "") in gate().limits.metrics


def _plain(text: str, status: int) -> Response:
    response = Response(text, status, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response


def _now() -> Iterator[Metric]:
    yield gauge("govkg_info", "What is served", 1, data=site().engine.version, program=__version__)
    log, pool = gate().log, endpoint().pool
    if log is not None:
        yield gauge("govkg_log_lines_dropped", "Lines of the log that found no room", log.dropped)
    if (kept := kept_answers()) is not None:
        yield from _kept(kept.counts())
    if pool is not None:
        state = pool.state()
        yield gauge("govkg_workers", "Places for queries", state.workers)
        yield gauge("govkg_workers_busy", "Places taken now", state.busy)
        yield gauge("govkg_workers_replaceable", "1 when a lost worker can be replaced", state.mends)
        yield counter("govkg_workers_ended", "Workers ended, by what ended them", "reason", state.ended)


def _kept(counts: Counts) -> Iterator[Metric]:
    asked = {"given": counts.hits - counts.unchanged, "unchanged": counts.unchanged, "made": counts.misses}
    yield counter("govkg_kept_asked", "Requests, by what became of them", "how", {**asked, "passed": counts.passed})
    yield gauge("govkg_kept_answers", "Answers kept", counts.entries)
    yield gauge("govkg_kept_bytes", "Room that they take", counts.bytes)
