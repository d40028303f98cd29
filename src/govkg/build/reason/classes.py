"""Tables 6 and 7 without restrictions: class expressions and class axioms."""

from collections.abc import Iterator
from itertools import chain

from govkg.build.reason import vocabulary as v
from govkg.build.reason.axioms import axioms, listed
from govkg.build.reason.facts import Facts
from govkg.build.reason.rule import Fire, Premises, Rule, classify, member
from govkg.build.reason.terms import Fact


def built_in(facts: Facts) -> Iterator[Rule]:
    """cls-nothing2."""

    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            facts.contradict("cls-nothing2", (fact,), fact[0])

    yield Rule("cls-nothing2", (), (member(v.NOTHING, fire),))


def compiled(facts: Facts) -> Iterator[Rule]:
    """One rule or two for each axiom."""
    yield from chain(_inclusions(facts), _boolean(facts), _enumerated(facts), _disjoint(facts))


def _includes(facts: Facts, rule: str, c: int, d: int, schema: Premises) -> Rule:
    """Members of C are members of D."""
    return Rule(rule, schema, (member(c, classify(facts, rule, 0, d, schema)),))


def _inclusions(facts: Facts) -> Iterator[Rule]:
    for fact in axioms(facts, v.SUB_CLASS, "scm-sco", "scm-eqc1", "scm-int", "scm-uni"):
        if fact[0] != fact[2]:
            yield _includes(facts, "cax-sco", fact[0], fact[2], (fact,))
    for fact in axioms(facts, v.EQUIVALENT_CLASS, "scm-eqc2", "scm-cls"):
        yield _includes(facts, "cax-eqc1", fact[0], fact[2], (fact,))
        yield _includes(facts, "cax-eqc2", fact[2], fact[0], (fact,))


def _boolean(facts: Facts) -> Iterator[Rule]:
    for fact, parts in facts.lists(v.INTERSECTION):
        yield Rule("cls-int1", (fact,), tuple(member(c, _all_of(facts, fact, parts)) for c in dict.fromkeys(parts)))
        into = (classify(facts, "cls-int2", 0, c, (fact,)) for c in dict.fromkeys(parts))
        yield Rule("cls-int2", (fact,), tuple(member(fact[0], fire) for fire in into))
    for fact, parts in facts.lists(v.UNION):
        for c in dict.fromkeys(parts):
            yield _includes(facts, "cls-uni", c, fact[0], (fact,))


def _all_of(facts: Facts, schema: Fact, parts: tuple[int, ...]) -> Fire:
    proofs = facts.proofs

    def fire(batch: list[Fact]) -> None:
        for x, _, _ in batch:
            if (x, v.TYPE, schema[0]) not in proofs and all((x, v.TYPE, c) in proofs for c in parts):
                premises = tuple((x, v.TYPE, c) for c in parts)
                facts.derive("cls-int1", (x, v.TYPE, schema[0]), (schema, *premises))

    return fire


def _enumerated(facts: Facts) -> Iterator[Rule]:
    """cls-oo has no data atom: its conclusions are drawn at once, and there is no rule to keep."""
    for fact, things in facts.lists(v.ONE_OF):
        for x in things:
            facts.derive("cls-oo", (x, v.TYPE, fact[0]), (fact,))
    yield from ()


def _disjoint(facts: Facts) -> Iterator[Rule]:
    for rule, p in (("cls-com", v.COMPLEMENT), ("cax-dw", v.DISJOINT_CLASS)):
        for fact in axioms(facts, p):
            c, _, d = fact
            apart = {c: frozenset([d]), d: frozenset([c])}
            yield _apart(facts, rule, (fact,), apart)
    for schema, members in listed(facts, v.ALL_DISJOINT_CLASSES, v.MEMBERS):
        apart = {c: frozenset(members[:i] + members[i + 1 :]) for i, c in enumerate(members)}
        yield _apart(facts, "cax-adc", schema, apart)


def _apart(facts: Facts, rule: str, schema: Premises, apart: dict[int, frozenset[int]]) -> Rule:
    types = facts.objects(v.TYPE)

    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            x, _, c = fact
            for d in types.get(x, ()):
                if d in apart[c]:
                    facts.contradict(rule, (*schema, *sorted({fact, (x, v.TYPE, d)})), x, c, d)

    return Rule(rule, schema, tuple(member(c, fire) for c in apart))
