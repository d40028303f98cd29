"""A thing in the middle of those that it is linked to most."""

from collections import Counter
from collections.abc import Iterable

from pyoxigraph import NamedNode

from govkg.core.names import RDFS, SKOS
from govkg.query.engine import Engine
from govkg.server.facts import Value, show
from govkg.server.graphs.links import Link, direct_links, said_links
from govkg.server.graphs.model import Edge, Graph, graph_of
from govkg.server.graphs.nodes import nodes_of
from govkg.server.links import url_of
from govkg.server.properties import names_of

MOST = 14  # neighbours in a drawing that is read at a glance
_FIRST = (f"{SKOS}broader", f"{RDFS}subClassOf", f"{RDFS}subPropertyOf")  # where the thing stands comes before all else


def neighbourhood(engine: Engine, iri: str, lang: str, most: int = MOST) -> Graph:
    """The thing and at most `most` neighbours: those above it, then those that the most claims and statements link."""
    links = [*direct_links(engine, iri), *said_links(engine, iri)]
    weights = Counter(link.other(iri) for link in links)
    above = {link.target for link in links if link.property in _FIRST and link.source == iri}
    order = sorted(weights, key=lambda other: (other not in above, -weights[other], other))
    kept = {iri, *order[:most]}
    nodes = nodes_of(engine, kept, lang, iri)
    drawn = [link for link in links if link.source in kept and link.target in kept]
    return graph_of(nodes, edges_of(engine, drawn, lang), len(weights) + 1)


def edges_of(engine: Engine, links: Iterable[Link], lang: str) -> list[Edge]:
    """One arrow for each different statement; it leads to the first claim that makes it."""
    first: dict[tuple[str, str, str], Link] = {}
    for link in sorted(links, key=lambda link: link.claim):
        first.setdefault((link.source, link.target, link.how or link.property), link)
    names = edge_names(engine, first.values(), lang)
    return [
        Edge(link.source, link.target, names[link.how or link.property], url_of(link.claim) or "" if link.claim else "")
        for link in first.values()
    ]


def edge_names(engine: Engine, links: Iterable[Link], lang: str) -> dict[str, Value]:
    """What the arrows are called: by what the actor does, else by the property."""
    found = list(links)
    hows = show(engine, [NamedNode(link.how) for link in found if link.how], lang)
    names = names_of(engine, {link.property for link in found}, lang)
    return {term.value: Value(value.text, value.lang) for term, value in hows.items()} | names
