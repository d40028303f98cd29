"""One SPARQL query to a remote store. The one module that knows SPARQLWrapper."""

import ast
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field, replace
from http.client import HTTPMessage, HTTPResponse

from SPARQLWrapper import POST, SPARQLExceptions, SPARQLWrapper

from govkg.core.errors import AwayError, GovkgError, Problem
from govkg.core.http import TRIES, opener_for, with_retries
from govkg.core.store import PASSWORD, USER, Login

ACCEPT = {
    "SELECT": "application/sparql-results+json",
    "ASK": "application/sparql-results+json",
    "CONSTRUCT": "application/n-triples, text/turtle;q=0.5",
    "DESCRIBE": "application/n-triples, text/turtle;q=0.5",
}
_CUT = ("X-SPARQL-MaxRows", "X-SQL-State")  # how Virtuoso tells that it left rows out
_WHOLE = "oxigraph"  # a store that never cuts; Virtuoso cuts CONSTRUCT and DESCRIBE and does not tell, and a proxy may hide its name
_STATUS = {
    SPARQLExceptions.QueryBadFormed: 400,
    SPARQLExceptions.Unauthorized: 401,
    SPARQLExceptions.EndPointNotFound: 404,
    SPARQLExceptions.URITooLong: 414,
    SPARQLExceptions.EndPointInternalError: 500,
}
_CHUNK = 1 << 16
_LONGEST_WORDS = 300  # characters of what a store says of an error


class TooLongError(Exception):
    """The store's answer grew past the limit."""


@dataclass(frozen=True)
class Call:
    """A query and how it is sent. `default` and `named` are the dataset (SPARQL 1.1 Protocol, 2.1.4); `seconds` is for a try, `size` in bytes.

    `solutions` is a SELECT of what a CONSTRUCT or DESCRIBE rests on, for a store that tells of rows left out only there.
    """

    query: str
    form: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    seconds: float = 30
    size: int = 1 << 30
    tries: int = TRIES
    solutions: str = ""


@dataclass(frozen=True)
class StoreAddress:
    """Where the store answers queries, and who we are to it."""

    url: str
    login: Login | None = field(default=None, repr=False)


def send(store: StoreAddress, call: Call) -> bytes:
    """The answer as the store gives it. Raises AwayError when it gives none, GovkgError when it refuses the query or cuts the answer, TooLongError."""
    try:
        return with_retries(store.url, lambda: _once(store, call), tries=call.tries)
    except urllib.error.HTTPError as error:
        with error:
            raise _refused(store.url, error.code, error.read(_LONGEST_WORDS)) from None


def _once(store: StoreAddress, call: Call) -> bytes:
    until = time.monotonic() + call.seconds
    try:
        response = _opened(store, call)
    except tuple(_STATUS) as error:
        if isinstance(error.__context__, urllib.error.HTTPError):
            error.__context__.close()
        raise _refused(store.url, _STATUS[type(error)], _words(str(error))) from None
    with response:
        _check_whole(store.url, response.headers)
        body = _read(response, until, call.size)
    if call.solutions and not response.headers.get("Server", "").startswith(_WHOLE):
        _once(store, replace(call, query=call.solutions, form="SELECT", solutions="", seconds=until - time.monotonic()))
    return body


def _opened(store: StoreAddress, call: Call) -> HTTPResponse:
    asking = SPARQLWrapper(store.url)
    asking.setMethod(POST)  # long queries; and a form, since Virtuoso hangs on a direct POST
    asking.setOnlyConneg(True)
    asking.setTimeout(max(1, round(call.seconds)))
    asking.addCustomHttpHeader("Accept", ACCEPT[call.form])
    asking.queryString, asking.queryType = call.query, call.form  # setQuery would guess the form by a pattern
    for name, graphs in (("default-graph-uri", call.default), ("named-graph-uri", call.named)):
        for graph in graphs:
            asking.addParameter(name, graph)
    urllib.request.install_opener(opener_for(store.url, store.login))  # SPARQLWrapper uses the opener of the process
    response: HTTPResponse = asking.query().response
    return response


def _check_whole(url: str, headers: HTTPMessage) -> None:
    if any(headers.get(name) for name in _CUT):
        what = "the store left rows out of its answer"
        raise GovkgError([Problem(url, 0, what, "raise its limit of rows (Virtuoso: ResultSetMaxRows)")])


def _read(response: HTTPResponse, until: float, size: int) -> bytes:
    """The body. A store that sends it drop by drop is cut at the deadline too."""
    parts, length = list[bytes](), 0
    while part := response.read(_CHUNK):
        parts.append(part)
        length += len(part)
        if length > size:
            raise TooLongError
        if time.monotonic() > until:
            raise TimeoutError
    return b"".join(parts)


def _words(message: str) -> bytes:
    """What the store said, which SPARQLWrapper shows as Python shows bytes."""
    _, _, shown = message.partition("Response:")
    try:
        found = ast.literal_eval(shown.strip())
    except (SyntaxError, ValueError):
        return b""
    return found if isinstance(found, bytes) else b""


def _refused(url: str, status: int, body: bytes) -> GovkgError:
    if status in (401, 403):
        what = f"the store asks who we are ({status})"
        return AwayError(url, what, f"set {USER} and {PASSWORD}, or write them in ~/.netrc")
    if status in (404, 405) or 300 <= status < 400:
        return AwayError(url, f"no SPARQL is answered there ({status})", "name the address of its query service")
    words = " ".join(body.decode("utf-8", "replace").split())[:_LONGEST_WORDS]
    return GovkgError([Problem("query", 0, f"the store refuses it ({status}): {words}")])
