"""Table 5, second part: axioms about properties that end in a contradiction."""

from collections.abc import Iterator
from itertools import chain

from govkg.build.reason import vocabulary as v
from govkg.build.reason.axioms import axioms, declared, listed
from govkg.build.reason.datatype_rules import same_value
from govkg.build.reason.facts import Facts
from govkg.build.reason.rule import Fire, Premises, Rule, edge
from govkg.build.reason.terms import Fact


def compiled(facts: Facts) -> Iterator[Rule]:
    """One rule for each axiom."""
    yield from chain(_loops(facts), _disjoint(facts), _negative(facts))


def _loops(facts: Facts) -> Iterator[Rule]:
    for fact in declared(facts, v.IRREFLEXIVE):
        yield Rule("prp-irp", (fact,), (edge(fact[0], _irreflexive(facts, fact)),))
    for fact in declared(facts, v.ASYMMETRIC):
        yield Rule("prp-asyp", (fact,), (edge(fact[0], _asymmetric(facts, fact)),))


def _irreflexive(facts: Facts, schema: Fact) -> Fire:
    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            if fact[0] == fact[2]:
                facts.contradict("prp-irp", (schema, fact), fact[0], fact[1])

    return fire


def _asymmetric(facts: Facts, schema: Fact) -> Fire:
    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            x, p, y = fact
            if (y, p, x) in facts.proofs:
                facts.contradict("prp-asyp", (schema, *sorted({fact, (y, p, x)})), x, y, p)

    return fire


def _disjoint(facts: Facts) -> Iterator[Rule]:
    for fact in axioms(facts, v.DISJOINT_PROPERTY):
        p, _, q = fact
        triggers = edge(p, _both(facts, "prp-pdw", q, (fact,))), edge(q, _both(facts, "prp-pdw", p, (fact,)))
        yield Rule("prp-pdw", (fact,), triggers)
    for schema, members in listed(facts, v.ALL_DISJOINT_PROPERTIES, v.MEMBERS):
        pairs = ((p, q) for i, p in enumerate(members) for j, q in enumerate(members) if i != j)
        yield Rule("prp-adp", schema, tuple(edge(p, _both(facts, "prp-adp", q, schema)) for p, q in pairs))


def _both(facts: Facts, rule: str, q: int, schema: Premises) -> Fire:
    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            other = (fact[0], q, fact[2])
            if other in facts.proofs:
                facts.contradict(rule, (*schema, *sorted({fact, other})), fact[0], fact[2], fact[1], q)

    return fire


def _negative(facts: Facts) -> Iterator[Rule]:
    for rule, target in (("prp-npa1", v.TARGET_INDIVIDUAL), ("prp-npa2", v.TARGET_VALUE)):
        for fact in axioms(facts, target):
            x, _, o = fact
            for s in facts.objects(v.SOURCE).get(x, ()):
                for p in facts.objects(v.ASSERTION).get(x, ()):
                    schema = ((x, v.SOURCE, s), (x, v.ASSERTION, p), fact)
                    yield Rule(rule, schema, (edge(p, _denied(facts, rule, s, o, schema)),))


def _denied(facts: Facts, rule: str, s: int, o: int, schema: Premises) -> Fire:
    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            if fact[0] == s and (fact[2] == o or same_value(facts.terms, fact[2], o)):
                facts.contradict(rule, (*schema, fact), s, o, fact[1])

    return fire
