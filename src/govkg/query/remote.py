"""The remote engine: any SPARQL 1.1 store. The release's graphs are named in each request, so that their union is the default graph
whatever the store is set to, and other data in the same store is not seen (SPARQL 1.1 Protocol, 2.1.4)."""

import re
import threading
import time
from collections.abc import Iterator, Sequence
from functools import cache

import pyoxigraph as ox

from govkg.core.errors import AwayError, GovkgError, Problem
from govkg.core.names import BASE, PREFIXES, XSD, graph
from govkg.core.store import ENDPOINT, checked_address, login_for, seconds_of
from govkg.query.dataset_clause import dataset_of
from govkg.query.engine import StoreEngine
from govkg.query.guard import FORMS
from govkg.query.long_rows import send_sorted
from govkg.query.read_query import read_query
from govkg.query.scanner import tokens
from govkg.query.solutions import solutions_of
from govkg.query.store_call import Call, StoreAddress, send

NAMES = ("asserted", "evidence", "inferred", "ontology", "proofs")
GRAPHS = tuple(graph(name).value for name in NAMES)
SEAL = graph("release").value  # holds the version, and nothing while a release is being loaded
FRESH = 1.0  # seconds for which the version is believed; `govkg push` waits longer before it touches the data
_NOTHING = ("urn:x-govkg:nothing",)  # a graph that is empty: naming none would mean the store's own dataset
_VERSION = f"SELECT ?version WHERE {{ GRAPH <{SEAL}> {{ <{BASE}/> <http://www.w3.org/ns/dcat#version> ?version }} }}"
_ASKED = "__ASK_RETVAL"  # Virtuoso answers ASK with a table of this column
_YES, _NO = b'{"head":{},"boolean":true}', b'{"head":{},"boolean":false}'

_BOOLEAN = ox.NamedNode(XSD + "boolean")
_NUMBERED = re.compile(
    rb'("datatype"\s*:\s*"' + re.escape(_BOOLEAN.value.encode()) + rb'"\s*,\s*"value"\s*:\s*)"([01])"'
)

Result = ox.QuerySolutions | ox.QueryBoolean | Iterator[ox.Triple]


class RemoteStore:
    """A store that holds a version of the release. Asked as `pyoxigraph.Store` is; it answers for this version and for no other."""

    def __init__(self, address: StoreAddress, version: str, seconds: float) -> None:
        self.address, self.version, self.seconds = address, version, seconds
        self._lock = threading.Lock()
        self._seen = -FRESH

    def query(
        self,
        query: str,
        *,
        base_iri: str | None = None,
        prefixes: dict[str, str] | None = None,
        use_default_graph_as_union: bool = False,
        default_graph: Sequence[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] | None = None,
        named_graphs: Sequence[ox.NamedNode | ox.BlankNode] | None = None,
    ) -> Result:
        """The result of a query of any form. The store hears only what our own parser reads as SPARQL 1.1.

        Raises SyntaxError for what it does not, AwayError when the store does not answer, GovkgError when it refuses.
        """
        read_query(query, base_iri, prefixes)
        if default_graph is not None or named_graphs is not None:
            default, named = _of_ours(default_graph), _of_ours(named_graphs)
        else:
            default, named = (GRAPHS, GRAPHS) if use_default_graph_as_union else _own_dataset(query, base_iri)
        self._check()
        form = form_of(query)
        text = (f"BASE <{base_iri}>\n" if base_iri else "") + prefixed(query)
        solutions = solutions_of(text) if form in ("CONSTRUCT", "DESCRIBE") else ""
        body = send_sorted(self.address, Call(text, form, default, named, self.seconds, solutions=solutions))
        return _read(body, form, self.address.url)

    def _check(self) -> None:
        """Raises AwayError unless the store has the version that we answer for; looked at again after a second."""
        with self._lock:
            if time.monotonic() - self._seen < FRESH:
                return
            stored = stored_version(self.address, self.seconds)
            if stored != self.version:
                what = f"the store has data version {stored} now, and this process answers for {self.version}"
                raise AwayError(self.address.url, what, "ask again")
            self._seen = time.monotonic()


class RemoteEngine(StoreEngine[RemoteStore]):
    """The engine over a remote store. Whatever is asked raises AwayError when the store does not answer."""

    def __init__(self, store: RemoteStore) -> None:
        super().__init__(store, store.version)


def stored_version(address: StoreAddress, seconds: float) -> str:
    """The version of the release in a store. Raises AwayError when there is no whole one."""
    found = _read(send(address, Call(_VERSION, "SELECT", (), (SEAL,), seconds)), "SELECT", address.url)
    versions = [row["version"].value for row in found] if isinstance(found, ox.QuerySolutions) else []
    if len(versions) != 1:
        todo = "load it: `govkg push`; while it is being loaded, wait"
        raise AwayError(address.url, "no whole release is in the store", todo)
    return str(versions[0])


def _of_ours(graphs: Sequence[object] | None) -> tuple[str, ...]:
    """The graphs of the release among those asked for; others are not there, whatever else the store holds."""
    names = [graph.value for graph in graphs or () if isinstance(graph, ox.NamedNode)]
    return tuple(name for name in names if name in GRAPHS) or _NOTHING


def _own_dataset(query: str, base: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The graphs that a query names by FROM, told in the request too, so that GRAPH ?g sees no other. Raises GovkgError for one of others."""
    found = dataset_of(query, PREFIXES, base)
    for name in (*found.default, *found.named):
        if name not in GRAPHS:
            what = f"FROM <{name}>: only the graphs of the release can be asked"
            raise GovkgError([Problem("query", 0, what, f"use one of {', '.join(GRAPHS)}, or leave FROM out")])
    return tuple(found.default) or _NOTHING, tuple(found.named) or _NOTHING


def _read(body: bytes, form: str, where: str) -> Result:
    """What the store sent. Raises AwayError when it is no result of a query."""
    try:
        if form in ("CONSTRUCT", "DESCRIBE"):
            return iter(
                [_usual(quad.triple) for quad in ox.parse(body, format=ox.RdfFormat.TURTLE)]
            )  # N-Triples is Turtle
        body = _NUMBERED.sub(lambda match: match[1] + (b'"true"' if match[2] == b"1" else b'"false"'), body)
        found = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        if form == "ASK" and isinstance(found, ox.QuerySolutions):
            yes = any(row[_ASKED].value not in ("0", "false") for row in found)
            return ox.parse_query_results(_YES if yes else _NO, format=ox.QueryResultsFormat.JSON)
        return found
    except (SyntaxError, ValueError, KeyError):
        raise AwayError(where, "what answers there does not speak SPARQL", "name a query service") from None


def _usual(triple: ox.Triple) -> ox.Triple:
    """The statement with truth values written by words; Virtuoso writes them 1 and 0."""
    term = triple.object
    if isinstance(term, ox.Literal) and term.datatype == _BOOLEAN and term.value in ("0", "1"):
        return ox.Triple(triple.subject, triple.predicate, ox.Literal(term.value == "1"))
    return triple


def prefixed(sparql: str) -> str:
    """The query with a declaration of each of our prefixes that it uses and does not declare."""
    used, declared, before = set[str](), set[str](), ""
    for token in tokens(sparql):
        if token.kind == "name":
            (declared if before == "PREFIX" else used).add(token.text.partition(":")[0])
        before = token.text.upper()
    lines = [f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in sorted(used - declared) if name in PREFIXES]
    return "".join(lines) + sparql


def form_of(sparql: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE."""
    words = (token.text.upper() for token in tokens(sparql) if token.kind == "word")
    return next((word for word in words if word in FORMS), "SELECT")


@cache
def address_of(url: str) -> StoreAddress:
    """The store at an address, and who we are to it. Raises UsageError for a wrong address or half of the credentials."""
    return StoreAddress(checked_address(url, f"--endpoint or {ENDPOINT}"), login_for(url))


@cache
def remote(url: str) -> RemoteEngine:
    """The engine over a store. Raises UsageError for a wrong address, AwayError when there is no whole release in it."""
    address, seconds = address_of(url), seconds_of()
    return RemoteEngine(RemoteStore(address, stored_version(address, seconds), seconds))
