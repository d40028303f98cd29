"""A thing as statements: what is said of it, what points to it, and the names of its neighbours."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from govkg.core.names import BASE, GRAPHS, graph
from govkg.query.engine import Engine

SIZE = 500  # incoming links on one page of a document
_ORDER = {graph(name): rank for rank, name in enumerate(("asserted", "evidence", "ontology", "inferred", "proofs"))}
_OUT = "SELECT ?g ?p ?o WHERE {{ GRAPH ?g {{ {thing} ?p ?o }} }}"
_IN = "SELECT ?g ?s ?p WHERE {{ GRAPH ?g {{ ?s ?p {thing} }} }}"
_NAMES = "SELECT ?g ?x ?p ?label WHERE {{ VALUES ?x {{ {things} }} VALUES ?p {{ skos:prefLabel rdfs:label }} GRAPH ?g {{ ?x ?p ?label }} }}"
_GRAPH = "SELECT ?s ?p ?o WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
_TERMS = "SELECT ?g ?s ?p ?o WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?s), {start})) FILTER(?g != {ontology}) }}"


@dataclass(frozen=True)
class Description:
    """Statements about a thing. Of its `incoming` links, those of one page of `pages`."""

    iri: str
    quads: tuple[Quad, ...]
    incoming: int = 0
    page: int = 1
    pages: int = 1


def describe(engine: Engine, iri: str, page: int = 1, size: int = SIZE) -> Description | None:
    """What the data says of a thing and which things point to it; None when it says nothing, or has no such page."""
    node = NamedNode(iri)
    out = [Quad(node, _node(row["p"]), row["o"], _node(row["g"])) for row in engine.select(_OUT.format(thing=node))]
    into = sorted(
        (
            Quad(_node(row["s"]), _node(row["p"]), node, _node(row["g"]))
            for row in engine.select(_IN.format(thing=node))
        ),
        key=_rank,
    )
    pages = max(1, -(-len(into) // size))
    if not (out or into) or not 1 <= page <= pages:
        return None
    shown = into[(page - 1) * size : page * size]
    quads = [*out, *shown]
    return Description(iri, (*quads, *_names(engine, quads)), len(into), page, pages)


def _node(term: object) -> NamedNode:
    assert isinstance(term, NamedNode)  # subjects, properties and graphs of the release are
    return term


def _rank(quad: Quad) -> tuple[int, str]:
    return _ORDER.get(_node(quad.graph_name), len(_ORDER)), str(quad)


def _names(engine: Engine, quads: Iterable[Quad]) -> list[Quad]:
    """The names of our things that these statements speak of, so that a reader need not fetch each."""
    ends = {term for quad in quads for term in (quad.subject, quad.object) if isinstance(term, NamedNode)}
    things = sorted(str(term) for term in ends if term.value.startswith(f"{BASE}/"))
    if not things:
        return []
    rows = engine.select(_NAMES.format(things=" ".join(things)))
    return [Quad(_node(row["x"]), _node(row["p"]), row["label"], _node(row["g"])) for row in rows]


def is_known(engine: Engine, iri: str) -> bool:
    """Whether the data says anything of an IRI, or points to it."""
    node = NamedNode(iri)
    return any(engine.select(f"SELECT ?p WHERE {{ {{ {node} ?p ?o }} UNION {{ ?s ?p {node} }} }} LIMIT 1"))


def graph_names(engine: Engine) -> list[str]:
    """The graphs of the release, by the last part of their IRIs."""
    rows = engine.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
    return sorted(row["g"].value.removeprefix(GRAPHS) for row in rows)


def graph_quads(engine: Engine, name: str) -> list[Quad]:
    """All statements of a graph."""
    node = graph(name)
    return [Quad(_node(r["s"]), _node(r["p"]), r["o"], node) for r in engine.select(_GRAPH.format(graph=node))]


def terms_quads(engine: Engine, start: str) -> list[Quad]:
    """The ontology: its graph, and what other graphs say of terms that begin so (such as what was inferred of them)."""
    rows = engine.select(_TERMS.format(start=f'"{start}"', ontology=graph("ontology")))
    others = [Quad(_node(r["s"]), _node(r["p"]), r["o"], _node(r["g"])) for r in rows]
    return graph_quads(engine, "ontology") + others
