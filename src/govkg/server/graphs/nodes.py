"""Things as the drawings name them: by label, with the word for their kind, and a link to their page."""

from collections.abc import Iterable

from pyoxigraph import Literal

from govkg.core.names import DEF, graph, split
from govkg.query.engine import Engine
from govkg.query.labels import labels_of
from govkg.server.facts import Value, values_pattern
from govkg.server.graphs.model import Node
from govkg.server.graphs.shapes import shape_of
from govkg.server.links import url_of

_TYPES = "SELECT ?x (MIN(?type) AS ?kind) WHERE {{ {things} GRAPH ?g {{ ?x a ?type }} FILTER(STRSTARTS(STR(?type), {start}) && ?g != {inferred}) }} GROUP BY ?x"
_AREAS = "SELECT ?x ?area WHERE {{ {things} ?x gov:area ?area }} ORDER BY DESC(?area)"


def nodes_of(engine: Engine, iris: Iterable[str], lang: str, middle: str = "") -> list[Node]:
    """A box for each thing. One of another area than the thing in the middle tells its area: many have the same name."""
    wanted = sorted(set(iris))
    kinds, areas = kinds_of(engine, wanted), _areas(engine, wanted)
    labels = labels_of(engine, [*wanted, *kinds.values(), *areas.values()], lang)
    here = (middle, areas.get(middle, ""))

    def kind(iri: str) -> Value:
        parts = [labels[kinds[iri]]] if iri in kinds else []
        parts += [labels[areas[iri]]] if areas.get(iri, middle) not in here else []
        return Value(", ".join(part.text for part in parts), parts[0].lang if parts else "")

    return [
        Node(iri, Value(labels[iri].text, labels[iri].lang), kind(iri), _shape(iri), url_of(iri) or "", iri == middle)
        for iri in wanted
    ]


def _areas(engine: Engine, iris: Iterable[str]) -> dict[str, str]:
    rows = engine.select(_AREAS.format(things=values_pattern(iris)))
    return {row["x"].value: row["area"].value for row in rows}


def kinds_of(engine: Engine, iris: Iterable[str]) -> dict[str, str]:
    """The class of ours that each thing was said to be of; inferred classes are left out."""
    things = values_pattern(iris)
    rows = engine.select(_TYPES.format(things=things, start=Literal(DEF), inferred=graph("inferred")))
    return {row["x"].value: row["kind"].value for row in rows if "kind" in row}


def _shape(iri: str) -> str:
    found = split(iri)
    return shape_of(found[0] if found else "")
