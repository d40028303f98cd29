"""Only what says something about a thing of ours, in valid RDF, goes out."""

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from govkg.build.reason import publishable
from tests.build.reason.small_worlds import triple

REFUSED = {
    "a thing that is not ours": "rdf:type rdfs:range :x",
    "a reflexive triple": ":a :knows :a",
    "sameAs with itself": ":a owl:sameAs :a",
    "membership in owl:Thing": ":a a owl:Thing",
    "a class below owl:Thing": ":A rdfs:subClassOf owl:Thing",
    "owl:Nothing": ":A owl:disjointWith owl:Nothing",
    "a blank subject": "[] :p :a",
    "a blank object": ":a :p []",
}


def own(name: NamedNode) -> bool:
    return name.value.startswith("https://example.org/")


@pytest.mark.parametrize("turtle", REFUSED.values(), ids=REFUSED)
def test_it_is_not_published(turtle: str) -> None:
    assert not publishable(triple(turtle), own)


@pytest.mark.parametrize(
    "turtle", [":a :p :b", ":a :p 'x'@fi", ":A rdfs:subClassOf :B", ":a a rdfs:Resource", ":p rdfs:range owl:Thing"]
)
def test_it_is_published(turtle: str) -> None:
    assert publishable(triple(turtle), own)


def test_generalised_triples_are_not_published() -> None:
    a, p = NamedNode("https://example.org/a"), NamedNode("https://example.org/p")
    assert not publishable((Literal("x"), p, a), own)
    assert not publishable((a, BlankNode(), a), own)
