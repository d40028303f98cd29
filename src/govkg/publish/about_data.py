"""What holds for the whole dataset: the header it is published with, and the time that its documents cover."""

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from govkg.core.model import Term
from govkg.publish.addresses import ONTOLOGY
from govkg.publish.kept import kept
from govkg.publish.triples import named
from govkg.query.engine import Engine

_HEADER = "SELECT ?p ?o WHERE {{ <{ontology}> ?p ?o }}"
_DATES = "SELECT ?date WHERE { ?d a gov:Document ; gov:documentDate|gov:asOf ?date }"


@dataclass(frozen=True)
class Header:
    """The header of the ontology, which the whole dataset is published with: property → values."""

    values: dict[str, tuple[Term, ...]]

    def all(self, name: str) -> tuple[Term, ...]:
        """The values of a property by its prefixed name."""
        return self.values.get(named(name).value, ())

    @property
    def licence(self) -> tuple[Term, ...]:
        """The licence of the ontology and the data."""
        return self.all("dct:license")


def header_of(engine: Engine) -> Header:
    """The header of the ontology in the data."""
    found: dict[str, tuple[Term, ...]] = {}
    for row in sorted(kept(engine, _HEADER.format(ontology=ONTOLOGY)), key=lambda row: str(row["o"])):
        found[row["p"].value] = (*found.get(row["p"].value, ()), row["o"])
    return Header(found)


def has_version(engine: Engine, iri: str) -> bool:
    """Whether an IRI is that of the ontology's version in the data."""
    return NamedNode(iri) in header_of(engine).all("owl:versionIRI")


def period_of(engine: Engine) -> tuple[Literal, Literal] | None:
    """The earliest and the latest date of the documents; a year or month without a day as it is written."""
    dates = {row["date"] for row in kept(engine, _DATES)}
    found = sorted((date for date in dates if isinstance(date, Literal)), key=lambda date: date.value)
    return (found[0], found[-1]) if found else None
