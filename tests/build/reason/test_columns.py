"""The column engine gives what the plain one gives, on any world, and can say why."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from govkg.build.reason import Closure, Limits, Triple, close, explain
from govkg.build.reason.columns import close_file
from govkg.build.reason.columns.closure import Inferred
from govkg.build.reason.derived import Derived
from govkg.build.reason.ntriples import from_ntriples
from tests.build.reason.generated_worlds import generated
from tests.build.reason.small_worlds import triple, triples

KEYS = """
:Town owl:hasKey (:code :in) . :a a :Town ; :code "1" , "01" ; :in :x . :b a :Town ; :code "1" ; :in :y , :x .
:c a :Town ; :code "1" ; :in :y . :City rdfs:subClassOf :Town . :d a :City ; :code "2" ; :in :x .
"""


def clashes(closure: Closure) -> set[tuple[str, frozenset[Triple]]]:
    return {(clash.rule, frozenset(clash.premises)) for clash in closure.contradictions}


def assert_the_same(world: list[Triple]) -> None:
    plain, columns = close(world, engine="compiled"), close(world, engine="columns")
    assert set(columns.inferred) == set(plain.inferred)
    assert len(columns.inferred) == len(plain.inferred)
    assert clashes(columns) == clashes(plain)


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_both_engines_give_the_same_closure_and_the_same_contradictions(seed: int) -> None:
    assert_the_same(triples(generated(seed)))


@settings(max_examples=5, deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_every_conclusion_rests_on_what_was_asserted(seed: int) -> None:
    world = set(triples(generated(seed)))
    closure = close(world, engine="columns")
    for conclusion in closure.inferred:
        assert set(explain(closure, world, conclusion).leaves()) <= world


def test_keys_and_spellings_of_one_value_are_the_same_for_both() -> None:
    assert_the_same(triples(KEYS))


def test_datatypes_of_literals_are_the_same_for_both() -> None:
    assert_the_same(
        triples(
            ":n rdfs:range xsd:nonNegativeInteger . :m rdfs:range xsd:token . :t rdfs:range rdfs:Literal ."
            ' :a :n 1 , -1 , "many"^^xsd:integer ; :m "one" , "two  words" , "x"@fi ; :t 1.5 , "2017-01-01"^^xsd:date .'
        )
    )


def test_nothing_given_has_the_axioms_only() -> None:
    assert_the_same([])


def test_what_was_asserted_is_not_inferred() -> None:
    closure = close(triples(":a :p :b . :p rdfs:domain :C . :a a :C ."), engine="columns")
    assert triple(":a a :C") not in closure.inferred
    with pytest.raises(KeyError):
        closure.inferred[triple(":a a :C")]


def test_a_file_is_read_as_its_triples(tmp_path: Path) -> None:
    path = tmp_path / "world.nt"
    path.write_text(
        "# towns\n\n"
        "<x:a> <x:p> <x:b> .\n"
        "<x:a>\t<x:p>  <x:b> . # again\n"
        '<x:a> <x:name> "Sein\\u00E4joki" .\n'
        '<x:a> <x:name> "Seinäjoki" .\n'
        '<x:a> <x:name> "one"^^<http://www.w3.org/2001/XMLSchema#string> .\n'
        '<x:a> <x:name> "one" .\n'
        "_:n <x:p> <x:b> .\n"
        "<x:p> <http://www.w3.org/2000/01/rdf-schema#domain> <x:C> .",
        encoding="utf-8",
    )
    with path.open("rb") as lines:
        read = from_ntriples(lines)
    counts = {str(read.terms[p]): len(set(pairs)) for p, pairs in read.pairs.items()}
    assert counts["<x:p>"] == 2
    assert counts["<x:name>"] == 2
    inferred, contradictions = close_file(path, Limits())
    assert (NamedNode("x:a"), triple("rdf:type a :x")[0], NamedNode("x:C")) in inferred
    assert b"<x:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <x:C> .\n" in b"".join(inferred.lines())
    assert not contradictions


@pytest.mark.parametrize(
    "line", ["<x:a> <x:p> <x:b>", '"x" <x:p> <x:b> .', '<x:a> "x" <x:b> .', " <x:a> <x:p> .", "<x:a> <x:p> <x:b>ab"]
)
def test_a_line_that_is_no_triple_is_refused(line: str) -> None:
    known = b'<x:a> <x:p> "x" .\n<x:a> <x:p> <x:p> .\n<x:a> <x:p> <x:b> .\n'
    with pytest.raises(SyntaxError):
        from_ntriples([*known.splitlines(keepends=True), line.encode() + b"\n"])


def test_large_data_take_the_columns_unless_all_proofs_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govkg.build.reason.LARGE", 2)
    world = triples(":A rdfs:subClassOf :B . :a a :A .")
    assert isinstance(close(world).inferred, Inferred)
    assert isinstance(close(world, all_proofs=True).inferred, Derived)
    assert isinstance(close(world[:1]).inferred, Derived)
