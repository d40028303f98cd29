"""What a request asks of the endpoint (SPARQL 1.1 Protocol, 2.1): GET, a form by POST, or a query as the body of a POST."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from flask import request
from pyoxigraph import NamedNode

from govkg.query.limits import Limits
from govkg.server.faults import FaultError

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
_OTHERS = 10_000  # bytes of a form beside its query
_BYTES = 12  # of a character in a form: four in UTF-8, each written %XX
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Asked:
    """A request read. `query` is None where there is none: then the endpoint is asked to describe itself. `format` is a short name."""

    query: str | None
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    format: str

    @property
    def has_dataset(self) -> bool:
        """Whether the request names the graphs to ask."""
        return bool(self.default_graphs or self.named_graphs)


def read_request(limits: Limits) -> Asked:
    """What the request at hand asks. Raises FaultError when it is no request of the protocol or asks for an update."""
    if request.method not in METHODS:
        raise FaultError("method")
    if request.environ.get("SERVER_PROTOCOL") == "HTTP/1.1" and "HTTP_HOST" not in request.environ:
        raise FaultError("host")  # RFC 9112, 3.2
    given = pairs_of(request.query_string)
    if request.method == "POST":
        given += _posted(limits)
    return asked_of(given, limits)


def most_bytes(limits: Limits) -> int:
    """How long the body of a request can be that holds no query longer than the limit."""
    return limits.length * _BYTES + _OTHERS


def _posted(limits: Limits) -> Pairs:
    kind = request.mimetype.lower()
    if kind == UPDATE:
        raise FaultError("update")
    if kind not in (FORM, QUERY):
        raise FaultError("type", kind)
    if _is_coded():
        raise FaultError("coding")
    if (request.content_length or 0) > most_bytes(limits):
        raise FaultError("length")
    body = request.get_data(cache=False)
    if kind == FORM:
        pairs = pairs_of(body)
        if not any(name in ("query", "update") for name, _ in pairs):
            raise FaultError("empty")
        return pairs
    return [("query", _text(body))]


def _is_coded() -> bool:
    """Whether the body is under a content coding, such as gzip (RFC 9110, 8.4). We take none, so that a body is no longer than it looks."""
    codings = request.headers.get("Content-Encoding", "").lower().split(",")
    return any(coding.strip() not in ("", "identity") for coding in codings)


def asked_of(given: Pairs, limits: Limits) -> Asked:
    """What the names and values of a request ask. Raises FaultError as `read_request` does."""
    values: dict[str, list[str]] = {}
    for name, value in given:
        values.setdefault(name, []).append(value)
    if "update" in values:
        raise FaultError("update")
    queries = values.get("query", [])
    if len(queries) > 1:
        raise FaultError("repeated")
    default, named = values.get("default-graph-uri", []), values.get("named-graph-uri", [])
    if len(default) + len(named) > limits.graphs:
        raise FaultError("graphs")
    for iri in (*default, *named):
        _check_iri(iri)
    return Asked(queries[0] if queries else None, tuple(default), tuple(named), values.get("format", [""])[-1])


def _check_iri(iri: str) -> None:
    try:
        NamedNode(iri)
    except ValueError as error:
        raise FaultError("graph", str(error)) from None


def pairs_of(form: bytes) -> Pairs:
    """The names and values of a form. Raises FaultError when it is not UTF-8."""
    try:
        return parse_qsl(_text(form), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise FaultError("encoding") from None


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise FaultError("encoding") from None
