"""The things whose names are most like a wrong one."""

from flask import url_for
from pyoxigraph import Literal

from govkg.core.names import DEF, ID
from govkg.server.documents import nearest
from govkg.server.errors import Way
from govkg.server.graphs.nodes import nodes_of
from govkg.server.language import page_language
from govkg.server.site import site

_KIND = (
    "SELECT DISTINCT ?x WHERE {{ ?x skos:prefLabel|rdfs:label ?label FILTER(STRSTARTS(STR(?x), {start})) }} ORDER BY ?x"
)


def ways_to(kind: str, slug: str) -> list[Way]:
    """Links to the things of that kind whose names are most like the wrong one."""
    base = DEF if kind == "def" else f"{ID}{kind}/"
    engine, lang = site().engine, page_language()
    known = [row["x"].value[len(base) :] for row in engine.select(_KIND.format(start=Literal(base)))]
    close = nearest(slug, known)
    nodes = {node.iri: node for node in nodes_of(engine, [base + near for near in close], lang)}
    return [
        Way(url_for("thing.thing", kind=kind, slug=near), node.name.text, node.name.lang, node.kind.text)
        for near in close
        for node in [nodes[base + near]]
    ]
