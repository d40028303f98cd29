"""The concepts of a scheme: as a tree, each with its meaning and how many claims use it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from govkg.core.names import graph
from govkg.query.engine import Engine
from govkg.server.documents import definition_of
from govkg.server.facts import Value, show

_CONCEPTS = "SELECT DISTINCT ?c ?broader WHERE {{ ?c skos:inScheme {scheme} OPTIONAL {{ GRAPH {ontology} {{ ?c skos:broader ?broader }} }} }} ORDER BY ?c"
_USES = "SELECT ?c (COUNT(DISTINCT ?claim) AS ?n) WHERE {{ ?c skos:inScheme {scheme} GRAPH {asserted} {{ ?claim ?p ?c ; gov:document ?d }} }} GROUP BY ?c"


@dataclass(frozen=True)
class Concept:
    """A concept of a scheme; `uses` counts the claims that have it, `narrower` are the concepts right below it."""

    name: Value
    definition: Value | None
    uses: int
    narrower: tuple["Concept", ...]


def concepts_of(engine: Engine, scheme: str, lang: str) -> list[Concept]:
    """The top concepts of a scheme, the rest below them; by name in the reader's language."""
    given = {"scheme": NamedNode(scheme), "ontology": graph("ontology"), "asserted": graph("asserted")}
    above: dict[str, set[str]] = {}
    for row in engine.select(_CONCEPTS.format(**given)):
        above.setdefault(row["c"].value, set()).update({row["broader"].value} if "broader" in row else set())
    uses = Counter({row["c"].value: int(row["n"].value) for row in engine.select(_USES.format(**given)) if "c" in row})
    names = {term.value: value for term, value in show(engine, map(NamedNode, above), lang).items()}
    meanings = {iri: definition_of(engine, iri, lang) for iri in above}
    tops = [iri for iri, broader in above.items() if not broader & above.keys()]

    def concept(iri: str) -> Concept:
        meaning = meanings[iri]
        below = [other for other, broader in above.items() if iri in broader]
        told = Value(meaning.text, meaning.lang) if meaning else None
        return Concept(names[iri], told, uses[iri], tuple(map(concept, _by_name(below, names))))

    return [concept(iri) for iri in _by_name(tops, names)]


def _by_name(iris: list[str], names: Mapping[str, Value]) -> list[str]:
    return sorted(iris, key=lambda iri: (names[iri].text.casefold(), iri))
