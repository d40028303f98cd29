"""The saved questions that can be asked about a thing, with how many rows each gives."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from govkg.query.catalogue import Parameter, SavedQuery
from govkg.query.parameters import bound_text
from govkg.server.site import site
from govkg.server.words import given_url


@dataclass(frozen=True)
class Question:
    """A question with one of its parameters filled by the thing; `twin` when another of its parameters could be too."""

    query: SavedQuery
    parameter: Parameter
    url: str
    rows: int
    twin: bool


def questions_about(iri: str, kind: str, slug: str) -> list[Question]:
    """Every question that takes a thing of this kind, in the order of the catalogue."""
    return [_question(query, parameter, iri, slug) for query, parameter in _takers(kind)]


def _takers(kind: str) -> Iterator[tuple[SavedQuery, Parameter]]:
    for query in site().catalogue.queries.values():
        for parameter in query.parameters:
            if parameter.type == "thing" and parameter.of == kind:
                yield query, parameter


def _question(query: SavedQuery, parameter: Parameter, iri: str, slug: str) -> Question:
    twin = sum(other.of == parameter.of for other in query.parameters) > 1
    return Question(query, parameter, given_url(query.id, {parameter.name: slug}), _rows(query, parameter, iri), twin)


def _rows(query: SavedQuery, parameter: Parameter, iri: str) -> int:
    """How many rows (of a graph: statements) the question gives for the thing; asked once for each release."""
    here = site()
    key = (here.engine.version, query.id, parameter.name, iri)
    if key not in here.counts:
        text = bound_text(query, {parameter.name: NamedNode(iri)})
        found = here.engine.select(text) if query.form == "SELECT" else here.engine.construct(text)
        here.counts[key] = sum(1 for _ in found)
    return here.counts[key]
