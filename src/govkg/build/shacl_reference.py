"""The reference validator: pyshacl over rdflib, with SPARQL targets. The only module that imports pyshacl."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from govkg.build.shacl_results import Result


def results(quads: Iterable[ox.Quad], shapes: Sequence[Path]) -> list[Result]:
    """The violations of the shapes in these Turtle files, sorted."""
    from pyshacl import validate as run

    wanted = Graph()
    for path in shapes:
        wanted.parse(path)
    _, report, _ = run(_graph(quads), shacl_graph=wanted, inference="none", advanced=True, inplace=True)
    assert isinstance(report, Graph)
    found = report.subjects(RDF.type, SH.ValidationResult)
    return sorted(_result(report, node) for node in found if report.value(node, SH.resultSeverity) == SH.Violation)


def _result(report: Graph, node: Node) -> Result:
    messages = {m.language or "": str(m) for m in report.objects(node, SH.resultMessage) if isinstance(m, Literal)}
    message = messages.get("en") or next(iter(messages.values()), "")
    focus, path, value, shape = (
        "" if term is None or isinstance(term, BNode) else str(term)
        for term in (report.value(node, p) for p in (SH.focusNode, SH.resultPath, SH.value, SH.sourceShape))
    )
    return Result(focus, path, value, shape, message)


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
