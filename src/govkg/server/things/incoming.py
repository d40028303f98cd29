"""What points to a thing: the other things that are linked to it, by property; claims have a place of their own."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from govkg.core.names import curie, graph
from govkg.query.engine import Engine
from govkg.query.labels import labels_of
from govkg.server.facts import Value, is_true
from govkg.server.properties import names_of

_POINTING = """SELECT DISTINCT ?s ?p ?stated WHERE {{ ?s ?p {thing} FILTER NOT EXISTS {{ ?s gov:order ?order }}
  BIND(EXISTS {{ GRAPH ?g {{ ?s ?p {thing} }} FILTER(?g != {inferred}) }} AS ?stated) }} ORDER BY ?p ?s"""
FEW = 12  # shown before all of them are asked for


@dataclass(frozen=True)
class Incoming:
    """The things that have a property whose value is the thing at hand. `name` is the short name of the property."""

    name: str
    property: Value
    inferred: bool
    things: tuple[str, ...]


def incoming(engine: Engine, iri: str, lang: str) -> list[Incoming]:
    """What points to a thing, what was stated apart from what was inferred, in the order of the properties' names."""
    found: dict[tuple[str, bool], list[str]] = {}
    for row in engine.select(_POINTING.format(thing=NamedNode(iri), inferred=graph("inferred"))):
        if "/inference/" not in row["s"].value:
            found.setdefault((row["p"].value, not is_true(row["stated"])), []).append(row["s"].value)
    names = names_of(engine, {prop for prop, _ in found}, lang)
    groups = [Incoming(curie(prop), names[prop], inferred, tuple(things)) for (prop, inferred), things in found.items()]
    return sorted(groups, key=lambda group: (group.inferred, group.property.text.casefold(), group.name))


def named(engine: Engine, iris: Iterable[str], lang: str) -> dict[str, Value]:
    """The things as shown."""
    return {iri: Value(label.text, label.lang, iri) for iri, label in labels_of(engine, iris, lang).items()}
