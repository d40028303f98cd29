"""Each request counted and written down, with a number that its answer carries too; who asked, and what, is not written."""

import itertools
import json
import secrets
import time
from collections.abc import Container, Iterable

from govkg.query.pauses import PAUSES
from govkg.server.gate.kinds import kind_of
from govkg.server.gate.metrics import Metrics
from govkg.server.gate.request_log import RequestLog
from govkg.server.gate.times import now
from govkg.server.gate.wsgi import App, Environ, Headers, StartResponse

_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"})
_LIMIT, _LENGTH = "govkg-limit", "content-length"


class Watch:
    """The application, watched. `log` may be None; `full` writes the address too, which may hold what a person typed."""

    def __init__(
        self, app: App, metrics: Metrics, kinds: Container[str], log: RequestLog | None, *, full: bool = False
    ) -> None:
        self._app, self._metrics, self._kinds, self._log, self._full = app, metrics, kinds, log, full
        self._mine, self._next = secrets.token_hex(4), itertools.count(1)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request. The time is that until the answer begins; a long file is sent after it."""
        began = time.perf_counter()
        PAUSES.attend()
        number = f"{self._mine}-{next(self._next)}"
        told: list[str] = ["500", "", ""]

        def start(status: str, headers: Headers, *more: object) -> object:
            told[:] = status[:3], *_told(headers)
            return start_response(status, [*headers, ("X-Request-Id", number)], *more)

        try:
            return self._app(environ, start)
        finally:
            PAUSES.attend()
            self._done(environ, number, told, time.perf_counter() - began)

    def _done(self, environ: Environ, number: str, told: list[str], seconds: float) -> None:
        status, limit, length = told
        kind = kind_of(environ.get("PATH_INFO", ""), self._kinds)
        method = environ["REQUEST_METHOD"]
        method = method if method in _METHODS else "other"
        self._metrics.count(kind, method, status, seconds, limit.partition("=")[0])
        if self._log is not None:
            more = f',"limit":"{limit}"' if limit else ""
            more += f',"address":{_address(environ)}' if self._full else ""
            self._log.put(
                f'{{"time":"{now()}","level":"info","request":"{number}","kind":"{kind}","method":"{method}",'
                f'"status":{status},"ms":{seconds * 1000:.2f},"bytes":{length or "null"}{more}}}'
            )


def _told(headers: Headers) -> tuple[str, str]:
    """The limit that the answer names, and its length."""
    limit = length = ""
    for name, value in headers:
        lower = name.lower()
        if lower == _LENGTH:
            length = value
        elif lower == _LIMIT:
            limit = value
    return limit, length


def _address(environ: Environ) -> str:
    query = environ.get("QUERY_STRING", "")
    return json.dumps(environ.get("PATH_INFO", "") + (f"?{query}" if query else ""))
