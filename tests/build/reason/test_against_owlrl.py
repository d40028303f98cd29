"""The compiled engine and owlrl, two programs with nothing in common, say the same."""

import pytest
from pyoxigraph import NamedNode

from govkg.build.reason import Closure, Triple, close, explain, publishable
from govkg.core.errors import UsageError
from tests.build.reason.generated_worlds import generated
from tests.build.reason.small_worlds import triples

SEEDS = range(20)


def own(name: NamedNode) -> bool:
    return name.value.startswith("https://example.org/")


def published(closure: Closure) -> set[Triple]:
    return {triple for triple in closure.inferred if publishable(triple, own)}


@pytest.mark.parametrize("seed", SEEDS)
def test_both_engines_say_the_same(seed: int) -> None:
    given = triples(generated(seed))
    assert len(given) <= 300
    ours, reference = close(given), close(given, engine="owlrl")
    assert sorted(map(str, published(ours))) == sorted(map(str, published(reference)))
    assert bool(ours.contradictions) >= bool(reference.contradictions)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_conclusion_rests_on_what_was_asserted(seed: int) -> None:
    given = set(triples(generated(seed)))
    closure = close(given)
    for triple in closure.inferred:
        assert set(explain(closure, given, triple).leaves()) <= given


def test_some_worlds_are_consistent_and_some_are_not_and_all_have_conclusions() -> None:
    closures = [close(triples(generated(seed))) for seed in SEEDS]
    assert {bool(closure.contradictions) for closure in closures} == {True, False}
    assert all(len(published(closure)) > 20 for closure in closures)


def test_owlrl_reports_contradictions_without_adding_its_own_nodes() -> None:
    closure = close(triples(":A owl:disjointWith :B . :x a :A , :B ."), engine="owlrl")
    assert [contradiction.rule for contradiction in closure.contradictions] == ["owlrl"]
    assert not any("agent-ont" in str(term) for triple in closure.inferred for term in triple)


def test_owlrl_is_not_asked_about_keys() -> None:
    with pytest.raises(UsageError, match="hasKey"):
        close(triples(":C owl:hasKey (:k) ."), engine="owlrl")
