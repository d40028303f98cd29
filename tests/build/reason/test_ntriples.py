"""A file of N-Triples is read without making terms, and means the same."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from govkg.build.reason import Limits, Triple, close, compiled
from govkg.build.reason.ntriples import from_ntriples, parsed
from tests.build.reason.generated_worlds import generated
from tests.build.reason.small_worlds import triple, triples

NAMES = """
:name rdfs:range rdf:PlainLiteral . :code rdfs:range xsd:integer . [] a :Town ; :name "Åbo"@sv-FI , "Turku" ; :code 853 .
:Town rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :in ; owl:hasValue :Finland ] . :t :code "x\\"y" , "no"^^xsd:date .
"""


def written(path: Path, world: list[Triple]) -> Path:
    path.write_text("".join(f"{s} {p} {o} .\n" for s, p, o in reversed(world)), "utf-8")
    return path


@pytest.mark.parametrize("world", [NAMES, generated(1), generated(2)], ids=["names", "1", "2"])
def test_a_file_gives_the_conclusions_proofs_and_contradictions_of_its_triples(tmp_path: Path, world: str) -> None:
    given = triples(world)
    expected = close(given, engine="compiled")
    inferred, contradictions = compiled.close_file(written(tmp_path / "world.nt", given), Limits())
    assert list(inferred.items()) == list(expected.inferred.items())
    assert contradictions == expected.contradictions
    assert inferred.known == len(set(given)) + len(inferred)


def test_what_does_not_follow_is_not_there_and_has_no_proof(tmp_path: Path) -> None:
    world = triples(":A rdfs:subClassOf :B . :x a :A .")
    inferred, _ = compiled.close_file(written(tmp_path / "world.nt", world), Limits())
    assert triple(":x a :B") in inferred
    for other in (triple(":x a :A"), triple(":y a :B"), triple(":x a :C")):
        assert other not in inferred
        with pytest.raises(KeyError):
            inferred[other]


def test_a_language_tag_in_capitals_is_the_same_term(tmp_path: Path) -> None:
    path = tmp_path / "world.nt"
    path.write_bytes(b'<x:a> <x:p> "x"@EN .\n<x:a> <x:p> "x"@en .\n')
    with path.open("rb") as lines:
        assert len(set(from_ntriples(lines).pairs.popitem()[1])) == 1


@pytest.mark.parametrize("term", [Literal("1", datatype=NamedNode("x:d")), Literal("a", language="sv-fi"), Literal("")])
def test_a_term_is_made_from_its_text(term: Literal) -> None:
    assert parsed(str(term).encode()) == term
