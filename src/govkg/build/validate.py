"""The validation step: SHACL shapes over all graphs. The only module that imports pyshacl."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from govkg.core.errors import Problem
from govkg.core.model import Place
from govkg.core.names import curie
from govkg.core.paths import ontology


def validate(quads: Iterable[ox.Quad], root: Path | None, places: dict[str, Place]) -> list[Problem]:
    """A problem for each violation, at the claim's line where the focus is a claim."""
    from pyshacl import validate as run

    shapes = Graph()
    for path in sorted((ontology(root) / "shapes").glob("*.ttl")):
        shapes.parse(path)
    _, report, _ = run(_graph(quads), shacl_graph=shapes, inference="none", advanced=True, inplace=True)
    assert isinstance(report, Graph)
    found = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        if report.value(result, SH.resultSeverity) == SH.Violation:
            found.append(_problem(report, result, places))
    return sorted(found)


def _problem(report: Graph, result: Node, places: dict[str, Place]) -> Problem:
    focus = str(report.value(result, SH.focusNode))
    messages = {m.language or "": str(m) for m in report.objects(result, SH.resultMessage) if isinstance(m, Literal)}
    message = messages.get("en") or next(iter(messages.values()), "a shape is violated")
    path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
    detail = " ".join(
        f"{curie(str(term))}" if isinstance(term, URIRef) else str(term)
        for term in (path, value)
        if term is not None and not isinstance(term, BNode)
    )
    place = places.get(focus, Place(focus, 0))
    return Problem(
        place.file,
        place.line,
        f"{message} ({detail})" if detail else message,
        f"shape {str(report.value(result, SH.sourceShape)).rpartition('/')[2]}",
    )


def _graph(quads: Iterable[ox.Quad]) -> Graph:
    graph = Graph()
    for quad in quads:
        graph.add((_term(quad.subject), URIRef(quad.predicate.value), _term(quad.object)))
    return graph


def _term(term: object) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        return (
            Literal(term.value, lang=term.language)
            if term.language
            else Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)
        )
    raise TypeError(f"a blank node in the release: {term}")
