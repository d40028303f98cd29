"""Every conclusion can be followed to what was asserted."""

import pytest

from govkg.build.reason import Closure, Explanation, Proof, Triple, close, explain
from govkg.core.errors import UsageError
from tests.build.reason.small_worlds import triple, triples

TREE = """
:Board rdfs:subClassOf :Body . :Body rdfs:subClassOf :Thing .
:partOf a owl:TransitiveProperty ; owl:inverseOf :hasPart .
:a a :Board ; :partOf :b . :c :hasPart :b . :c :partOf :d . :d owl:sameAs :e .
:Board owl:equivalentClass [ owl:onProperty :type ; owl:hasValue :board ] .
"""


def test_every_inferred_triple_is_explained_down_to_asserted_ones_or_axioms(engine: str) -> None:
    given = set(triples(TREE))
    closure = close(given, engine=engine)
    for conclusion in closure.inferred:
        assert_grounded(explain(closure, given, conclusion), given, ())


def assert_grounded(node: Explanation, given: set[Triple], path: tuple[Triple, ...]) -> None:
    assert node.triple not in path, "a circle"
    if node.rule == "asserted":
        assert node.triple in given
    for premise in node.premises:
        assert_grounded(premise, given, (*path, node.triple))


def test_a_proof_goes_step_by_step(engine: str) -> None:
    given = set(triples(TREE))
    node = explain(close(given, engine=engine), given, triple(":a a :Thing"))
    assert (node.rule, [premise.rule for premise in node.premises]) == ("cax-sco", ["asserted", "cax-sco"])


def test_the_leaves_are_the_asserted_triples_each_once(engine: str) -> None:
    given = set(triples(":p a owl:TransitiveProperty . :a :p :b . :b :p :c . :c :p :d ."))
    leaves = list(explain(close(given, engine=engine), given, triple(":a :p :d")).leaves())
    assert sorted(map(str, leaves)) == sorted(map(str, given))


def test_an_asserted_triple_needs_no_proof(engine: str) -> None:
    given = set(triples(":A rdfs:subClassOf :B . :x a :A , :B ."))
    closure = close(given, engine=engine)
    assert triple(":x a :B") not in closure.inferred
    assert explain(closure, given, triple(":x a :B")).rule == "asserted"


def test_a_triple_that_does_not_follow_is_refused(engine: str) -> None:
    with pytest.raises(UsageError, match="neither asserted nor inferred"):
        explain(close([], engine=engine), set(), triple(":x a :B"))


def test_a_closure_with_a_circle_is_refused() -> None:
    one, two = triples(":x a :A , :B .")
    closure = Closure({one: Proof("r", (two,)), two: Proof("r", (one,))})
    with pytest.raises(UsageError, match="rests on itself"):
        explain(closure, set(), one)


def test_a_long_proof_is_no_matter(engine: str) -> None:
    steps = "".join(f":n{i} :p :n{i + 1} ." for i in range(1, 900))
    given = set(triples(":q owl:propertyChainAxiom (:q :p) . :n0 :q :n1 ." + steps))
    node = explain(close(given, engine=engine), given, triple(":n0 :q :n900"))
    assert len(list(node.leaves())) == 901
