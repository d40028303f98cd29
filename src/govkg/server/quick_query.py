"""Queries of programs answered before Flask: GET /sparql for a result in a file format.

Flask's routing, request and response take three times as long as a quick query. What is plain is answered here; whatever else there
is, and every fault, goes to the page of the endpoint, with the workers' reply where they were asked already. Both give the same answer.
"""

import binascii
import re
from collections.abc import Iterable
from functools import lru_cache

from govkg.publish.media import Medium
from govkg.publish.negotiate import takes_gzip
from govkg.query.glance import glance
from govkg.query.guard import Checked, RefusedError, check
from govkg.query.workers import Pool
from govkg.server.endpoint import PATH, REPLY
from govkg.server.faults import FaultError
from govkg.server.gate.addresses import client_of
from govkg.server.gate.wsgi import App, Environ, StartResponse, gone_of
from govkg.server.headers import OPEN, SECURITY
from govkg.server.protocol import Asked, Pairs, asked_of
from govkg.server.sparql_answer import CORS, VARY, answer_tag, medium_of, task_of

_HOST = re.compile(r"[a-z0-9.-]+(?::(?!80\b|443\b)\d+)?")  # written as the page of the endpoint would write it
_FIXED = [*{**SECURITY, **OPEN, **CORS, "Vary": ", ".join(VARY)}.items()]
_client = lru_cache(10_000)(client_of)


class QuickQuery:
    """The application `app`, whose endpoint asks `pool` over the data of a version. `address` is the public one, where there is one."""

    def __init__(self, app: App, pool: Pool, version: str, address: str) -> None:
        self._app, self._pool, self._version, self._address = app, pool, version, address

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        found = _plain(environ, self._pool) if environ.get("PATH_INFO") == PATH else None
        if found is None:
            return self._app(environ, start_response)
        asked, checked, medium = found
        address = self._address or f"http://{environ['HTTP_HOST']}{PATH}"
        task = task_of(asked, checked, address, medium, compress=takes_gzip(environ.get("HTTP_ACCEPT_ENCODING")))
        reply = self._pool.ask(task, _client(environ.get("REMOTE_ADDR", "")), gone_of(environ))
        if reply.reason:
            environ[REPLY] = reply
            return self._app(environ, start_response)
        headers = [("Content-Type", medium.content_type), ("Content-Length", str(len(reply.body))), *_FIXED]
        if reply.compressed:
            headers.append(("Content-Encoding", "gzip"))
        if checked.volatile:
            headers.append(("Cache-Control", "no-store"))
        else:
            tag = answer_tag(self._version, asked, address, medium)
            headers += [("ETag", f'W/"{tag}"'), ("Cache-Control", "no-cache")]
        start_response("200 OK", headers)
        return [reply.body]


def _plain(environ: Environ, pool: Pool) -> tuple[Asked, Checked, Medium] | None:
    """What is asked, where it is plain: a query that may run, by GET over HTTP, for a file."""
    is_plain = (
        environ["REQUEST_METHOD"] == "GET"
        and environ["wsgi.url_scheme"] == "http"
        and "HTTP_IF_NONE_MATCH" not in environ
        and _HOST.fullmatch(environ.get("HTTP_HOST", ""))
    )
    pairs = _pairs(environ.get("QUERY_STRING", "")) if is_plain else None
    if pairs is None:
        return None
    try:
        asked = asked_of(pairs, pool.limits)
        if asked.query is None:
            return None
        checked = glance(asked.query, pool.limits) or check(asked.query, pool.limits)
        medium = medium_of(checked.form, asked.format, environ.get("HTTP_ACCEPT"))
    except (FaultError, RefusedError):
        return None
    return None if medium is None else (asked, checked, medium)


def _pairs(query_string: str) -> Pairs | None:
    """The names and values of the query string, as `urllib.parse.parse_qsl` has them, in a tenth of its time; None where they are not plain."""
    try:
        text = query_string.encode("ascii")
        if b"\n" in text:  # after `=` it would be left out
            return None
        parts = [part.partition(b"=") for part in text.split(b"&") if part]
        return [(_decoded(name), _decoded(value)) for name, _, value in parts]
    except ValueError:
        return None


def _decoded(part: bytes) -> str:
    """Percent-encoding as quoted-printable (RFC 2045, 6.7), which the standard library decodes in C. Raises ValueError when it is neither."""
    quoted = part.replace(b"=", b"=3D").replace(b"%", b"=").replace(b"+", b" ")
    found = binascii.a2b_qp(quoted)
    if len(found) + 2 * quoted.count(b"=") != len(quoted):  # three characters become one, but where no number follows
        raise ValueError
    return found.decode("utf-8")
