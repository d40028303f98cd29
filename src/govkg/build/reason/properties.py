"""Table 5, first part: axioms about properties that give new facts."""

from collections.abc import Iterator
from itertools import chain

from govkg.build.reason import vocabulary as v
from govkg.build.reason.axioms import axioms, declared
from govkg.build.reason.facts import Facts
from govkg.build.reason.paths import path_rule
from govkg.build.reason.rule import Fire, Rule, classify, copy, edge, flip, join
from govkg.build.reason.terms import Fact


def compiled(facts: Facts) -> Iterator[Rule]:
    """One rule for each axiom."""
    yield from chain(_ends(facts), _inclusions(facts), _inverses(facts), _characteristics(facts), _chains(facts))


def _ends(facts: Facts) -> Iterator[Rule]:
    for fact in axioms(facts, v.DOMAIN, "scm-dom1", "scm-dom2"):
        yield Rule("prp-dom", (fact,), (edge(fact[0], classify(facts, "prp-dom", 0, fact[2], (fact,))),))
    for fact in axioms(facts, v.RANGE, "scm-rng1", "scm-rng2"):
        yield Rule("prp-rng", (fact,), (edge(fact[0], classify(facts, "prp-rng", 2, fact[2], (fact,))),))


def _inclusions(facts: Facts) -> Iterator[Rule]:
    for fact in axioms(facts, v.SUB_PROPERTY, "scm-spo", "scm-eqp1", "scm-op", "scm-dp"):
        yield Rule("prp-spo1", (fact,), (edge(fact[0], copy(facts, "prp-spo1", fact[2], (fact,))),))
    for fact in axioms(facts, v.EQUIVALENT_PROPERTY, "scm-eqp2", "scm-op", "scm-dp"):
        p, _, q = fact
        yield Rule("prp-eqp1", (fact,), (edge(p, copy(facts, "prp-eqp1", q, (fact,))),))
        yield Rule("prp-eqp2", (fact,), (edge(q, copy(facts, "prp-eqp2", p, (fact,))),))


def _inverses(facts: Facts) -> Iterator[Rule]:
    for fact in axioms(facts, v.INVERSE):
        p, _, q = fact
        yield Rule("prp-inv1", (fact,), (edge(p, flip(facts, "prp-inv1", q, (fact,))),))
        yield Rule("prp-inv2", (fact,), (edge(q, flip(facts, "prp-inv2", p, (fact,))),))
    for fact in declared(facts, v.SYMMETRIC):
        yield Rule("prp-symp", (fact,), (edge(fact[0], flip(facts, "prp-symp", fact[0], (fact,))),))


def _characteristics(facts: Facts) -> Iterator[Rule]:
    for fact in declared(facts, v.TRANSITIVE):
        p = fact[0]
        yield Rule("prp-trp", (fact,), join(facts, "prp-trp", p, p, p, (fact,)))
    for fact in declared(facts, v.FUNCTIONAL):
        yield Rule("prp-fp", (fact,), (edge(fact[0], _one_value(facts, fact)),))
    for fact in declared(facts, v.INVERSE_FUNCTIONAL):
        yield Rule("prp-ifp", (fact,), (edge(fact[0], _one_bearer(facts, fact)),))


def _chains(facts: Facts) -> Iterator[Rule]:
    for fact, steps in facts.lists(v.CHAIN):
        yield path_rule(facts, fact, steps)


def _one_value(facts: Facts, schema: Fact) -> Fire:
    p = schema[0]
    values = facts.objects(p)

    def fire(batch: list[Fact]) -> None:
        for x, _, y in batch:
            for z in values.get(x, ()):
                if y != z:
                    a, b = min(y, z), max(y, z)
                    facts.derive("prp-fp", (a, v.SAME, b), (schema, (x, p, a), (x, p, b)))

    return fire


def _one_bearer(facts: Facts, schema: Fact) -> Fire:
    p = schema[0]
    bearers = facts.subjects(p)

    def fire(batch: list[Fact]) -> None:
        for x, _, y in batch:
            for z in bearers.get(y, ()):
                if x != z:
                    a, b = min(x, z), max(x, z)
                    facts.derive("prp-ifp", (a, v.SAME, b), (schema, (a, p, y), (b, p, y)))

    return fire
