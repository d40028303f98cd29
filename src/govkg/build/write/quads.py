"""A set of quads being written, which remembers what each IRI was minted for."""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from govkg.core.errors import GovkgError, Problem
from govkg.core.model import Term
from govkg.core.names import RDF, SKOS, graph

TYPE = ox.NamedNode(RDF + "type")
PREF_LABEL = ox.NamedNode(SKOS + "prefLabel")
ALT_LABEL = ox.NamedNode(SKOS + "altLabel")
DEFINITION = ox.NamedNode(SKOS + "definition")
ASSERTED = graph("asserted")
EVIDENCE = graph("evidence")


class Quads:
    """Collects quads; refuses to mint one IRI for two things."""

    def __init__(self) -> None:
        self._quads: set[ox.Quad] = set()
        self._minted: dict[str, str] = {}
        self._clashes: list[Problem] = []

    def __iter__(self) -> Iterator[ox.Quad]:
        return iter(self._quads)

    def __len__(self) -> int:
        return len(self._quads)

    def mint(self, iri: ox.NamedNode, origin: str) -> ox.NamedNode:
        """Note that `iri` names the thing described at `origin` (a place for people)."""
        first = self._minted.setdefault(iri.value, origin)
        if first != origin:
            self._clashes.append(
                Problem(
                    origin,
                    0,
                    f"the IRI {iri.value} is minted for two things",
                    f"the other is {first}; give one another id",
                )
            )
        return iri

    def check(self) -> None:
        """Raise GovkgError when an IRI was minted for two things."""
        if self._clashes:
            raise GovkgError(self._clashes)

    def fact(self, s: ox.NamedNode, p: ox.NamedNode, o: Term) -> None:
        """A statement for the reasoner: a type, a link, a number or a date."""
        self._quads.add(ox.Quad(s, p, o, ASSERTED))

    def text(self, s: ox.NamedNode, p: ox.NamedNode, o: Term) -> None:
        """A label, a text, a quote or a place: nothing that the reasoner needs."""
        self._quads.add(ox.Quad(s, p, o, EVIDENCE))

    def labels(self, s: ox.NamedNode, names: Mapping[str, str], prop: ox.NamedNode = PREF_LABEL) -> None:
        """Texts in several languages, such as labels or definitions."""
        for lang, value in names.items():
            if value:
                self.text(s, prop, ox.Literal(value, language=lang))
