"""The compiled engine for those who have an rdflib graph."""

import rdflib

from govkg.build.reason.rdflib_door import close
from tests.build.reason.small_worlds import PREFIXES

A = rdflib.Namespace("https://example.org/")


def graph(turtle: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=PREFIXES + turtle, format="turtle")


def test_the_result_holds_what_was_given_and_what_follows() -> None:
    given = graph(":A rdfs:subClassOf :B . :x a :A ; :p 'teksti'@fi , 01 .")
    result, messages = close(given)
    assert set(given) <= set(result)
    assert (A.x, rdflib.RDF.type, A.B) in result
    assert messages == []


def test_contradictions_come_as_sentences() -> None:
    _, messages = close(graph(":A owl:disjointWith :B . :x a :A , :B ."))
    x, a, b = (f"<https://example.org/{name}>" for name in "xAB")
    assert messages == [f"cax-dw: {x} is in {a} and in {b}, which are disjoint"]


def test_only_valid_rdf_comes_out() -> None:
    result, _ = close(graph("[] owl:inverseOf :p . :p rdfs:range xsd:integer . :x :p 1 ."))
    assert all(isinstance(p, rdflib.URIRef) and not isinstance(s, rdflib.Literal) for s, p, _ in result)


def test_a_datatype_is_part_of_wider_ones() -> None:
    result, _ = close(graph(":p rdfs:range xsd:byte ."))
    assert (A.p, rdflib.RDFS.range, rdflib.XSD.short) in result
    assert (A.p, rdflib.RDFS.range, rdflib.XSD.unsignedByte) not in result
