"""The ontology drawn: which class is linked to which by what property, and which class stands below which."""

from collections.abc import Iterator, Mapping

from govkg.core.names import DEF, graph
from govkg.query.engine import Engine
from govkg.server.facts import Value
from govkg.server.graphs.model import Edge, Graph, Node, graph_of
from govkg.server.terms import CLASS, Entry

Entries = Mapping[str, Entry]
_USED = (
    "SELECT DISTINCT ?p WHERE {{ {{ GRAPH {asserted} {{ ?s ?p ?o }} }} UNION {{ GRAPH {evidence} {{ ?s ?p ?o }} }} }}"
)


def property_map(engine: Engine, known: Entries) -> Graph:
    """The broadest classes, with the properties that link them or classes below them.

    Only properties that the documents' statements use are drawn, and of those the ones that stand below no other.
    """
    used = {
        row["p"].value for row in engine.select(_USED.format(asserted=graph("asserted"), evidence=graph("evidence")))
    }
    main = [known[iri] for iri in used if iri in known and used.isdisjoint(known[iri].above)]
    edges = [edge for entry in main for edge in _edges(entry, known)]
    shown = {iri for edge in edges for iri in (edge.source, edge.target)}
    return graph_of([_node(known[iri]) for iri in shown], edges)


def class_trees(known: Entries, least: int = 5) -> list[tuple[Entry, Graph]]:
    """Each class at the top of at least `least` others, with all of them below it."""
    tops = [entry for entry in known.values() if entry.kind == CLASS and not entry.above]
    trees = ((top, [known[iri] for iri in dict.fromkeys(_below(top, known))]) for top in tops)
    return [(top, _tree(entries, known)) for top, entries in trees if len(entries) > least]


def _edges(entry: Entry, known: Entries) -> Iterator[Edge]:
    sources, targets = (
        {_top(value.iri, known) for value in ends if value.iri in known} for ends in (entry.domain, entry.range)
    )
    for source in sources:
        for target in targets:
            yield Edge(source, target, Value(entry.label.text, entry.label.lang))


def _top(iri: str, known: Entries) -> str:
    """The broadest class above a class."""
    while known[iri].above:
        iri = known[iri].above[0]
    return iri


def _below(entry: Entry, known: Entries) -> Iterator[str]:
    yield entry.iri
    for iri in entry.below:
        yield from _below(known[iri], known)


def _tree(entries: list[Entry], known: Entries) -> Graph:
    inside = {entry.iri for entry in entries}
    edges = [Edge(entry.iri, below, Value("")) for entry in entries for below in entry.below if below in inside]
    return graph_of([_node(entry) for entry in entries], edges)


def _node(entry: Entry) -> Node:
    return Node(entry.iri, Value(entry.label.text, entry.label.lang), Value(""), "box", f"#{entry.iri[len(DEF) :]}")
