"""Whether the service lives, and whether it can answer: for whoever watches it or sends it readers."""

from flask import Blueprint, Response, jsonify
from flask.typing import ResponseReturnValue

from govkg import __version__
from govkg.core.errors import GovkgError
from govkg.query.pooled import UnansweredError
from govkg.query.task import Task
from govkg.server.endpoint import endpoint
from govkg.server.site import site

pages = Blueprint("health", __name__)

_WHO = "readiness"  # counts as a client of its own
_WELL, _NONE = "ok", "no data"
_OTHERS = {
    "away": "store away",
    "seconds": "slow",
    "busy": "busy",
}  # why there may be no answer of a service that is well
_JSON = "application/sparql-results+json"


@pages.get("/healthz")
def health() -> ResponseReturnValue:
    """200 with the versions when a restart would not help: the data answers a question, or others keep it from it. Else 503."""
    status = _status()
    return _told({"status": status}, status != _NONE)


@pages.get("/readyz")
def ready() -> ResponseReturnValue:
    """200 when the release is loaded, a worker answers and lost workers can be replaced, else 503 with what is missing."""
    found = {"release": _status() == _WELL, "worker": _worker_answers(), "replacements": _mends()}
    is_ready = all(found.values())
    return _told({"status": "ready" if is_ready else "not ready", **found}, is_ready)


def _told(found: dict[str, object], is_well: bool) -> ResponseReturnValue:
    response: Response = jsonify(**found, data=site().engine.version, program=__version__)
    response.headers["Cache-Control"] = "no-store"
    return response, 200 if is_well else 503


def _status() -> str:
    try:
        return _WELL if any(site().engine.select("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1")) else _NONE
    except UnansweredError as error:
        return _OTHERS.get(error.reason, _NONE)
    except GovkgError:
        return _NONE


def _worker_answers() -> bool:
    """Whether a worker answers; that all are busy with others is no reason to send readers away."""
    pool = endpoint().pool
    return pool is not None and pool.ask(Task("ASK {}", _JSON), _WHO).reason in ("", "busy")


def _mends() -> bool:
    pool = endpoint().pool
    return pool is not None and pool.state().mends
