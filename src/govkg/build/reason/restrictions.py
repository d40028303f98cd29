"""Table 6: classes made by what their members have (someValuesFrom, allValuesFrom, hasValue, maximum cardinality)."""

from collections.abc import Iterator
from itertools import chain, combinations

from govkg.build.reason import vocabulary as v
from govkg.build.reason.axioms import restrictions
from govkg.build.reason.datatype_rules import whole_number
from govkg.build.reason.facts import Facts
from govkg.build.reason.rule import Fire, Premises, Rule, Trigger, classify, edge, member
from govkg.build.reason.terms import Fact


def compiled(facts: Facts) -> Iterator[Rule]:
    """One rule or two for each restriction."""
    yield from chain(_some(facts), _all(facts), _has_value(facts), _at_most(facts), _at_most_of(facts))


def _some(facts: Facts) -> Iterator[Rule]:
    for r, c, p, schema in restrictions(facts, v.SOME):
        if c == v.THING:
            yield Rule("cls-svf2", schema, (edge(p, classify(facts, "cls-svf2", 0, r, schema)),))
        else:
            triggers = edge(p, _some_edge(facts, r, c, schema)), member(c, _some_member(facts, r, p, schema))
            yield Rule("cls-svf1", schema, triggers)


def _some_edge(facts: Facts, r: int, c: int, schema: Premises) -> Fire:
    proofs = facts.proofs

    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            x, _, y = fact
            if (y, v.TYPE, c) in proofs and (x, v.TYPE, r) not in proofs:
                facts.derive("cls-svf1", (x, v.TYPE, r), (*schema, fact, (y, v.TYPE, c)))

    return fire


def _some_member(facts: Facts, r: int, p: int, schema: Premises) -> Fire:
    before = facts.subjects(p)

    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            for x in before.get(fact[0], ()):
                facts.derive("cls-svf1", (x, v.TYPE, r), (*schema, (x, p, fact[0]), fact))

    return fire


def _all(facts: Facts) -> Iterator[Rule]:
    for r, c, p, schema in restrictions(facts, v.ALL):
        triggers = edge(p, _all_edge(facts, r, c, schema)), member(r, _all_member(facts, c, p, schema))
        yield Rule("cls-avf", schema, triggers)


def _all_edge(facts: Facts, r: int, c: int, schema: Premises) -> Fire:
    proofs = facts.proofs

    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            x, _, y = fact
            if (x, v.TYPE, r) in proofs and (y, v.TYPE, c) not in proofs:
                facts.derive("cls-avf", (y, v.TYPE, c), (*schema, (x, v.TYPE, r), fact))

    return fire


def _all_member(facts: Facts, c: int, p: int, schema: Premises) -> Fire:
    after = facts.objects(p)

    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            for y in after.get(fact[0], ()):
                facts.derive("cls-avf", (y, v.TYPE, c), (*schema, fact, (fact[0], p, y)))

    return fire


def _has_value(facts: Facts) -> Iterator[Rule]:
    for r, value, p, schema in restrictions(facts, v.HAS_VALUE):
        yield Rule("cls-hv1", schema, (member(r, _give_value(facts, p, value, schema)),))
        yield Rule("cls-hv2", schema, (Trigger(p, value, classify(facts, "cls-hv2", 0, r, schema)),))


def _give_value(facts: Facts, p: int, value: int, schema: Premises) -> Fire:
    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            facts.derive("cls-hv1", (fact[0], p, value), (*schema, fact))

    return fire


def _at_most(facts: Facts) -> Iterator[Rule]:
    for r, count, p, schema in restrictions(facts, v.MAX):
        rule = {0: "cls-maxc1", 1: "cls-maxc2"}.get(whole_number(facts.terms, count))
        if rule:
            yield _Limit(facts, rule, r, p, None, schema).rule()


def _at_most_of(facts: Facts) -> Iterator[Rule]:
    for r, count, p, schema in restrictions(facts, v.MAX_QUALIFIED):
        names = {0: ("cls-maxqc1", "cls-maxqc2"), 1: ("cls-maxqc3", "cls-maxqc4")}.get(whole_number(facts.terms, count))
        if names is None:
            continue
        for c in facts.objects(v.ON_CLASS).get(r, ()):
            of = None if c == v.THING else c
            yield _Limit(facts, names[of is None], r, p, of, (*schema, (r, v.ON_CLASS, c))).rule()


class _Limit:
    """At most none or one value of a property (in a class, or in any when `of` is None) for the members of `r`."""

    def __init__(self, facts: Facts, name: str, r: int, p: int, of: int | None, schema: Premises) -> None:
        self.facts, self.name, self.r, self.p, self.of, self.schema = facts, name, r, p, of, schema
        self.values, self.bearers = facts.objects(p), facts.subjects(p)

    def rule(self) -> Rule:
        triggers = [member(self.r, self._subjects), edge(self.p, self._subjects)]
        if self.of is not None:
            triggers.append(member(self.of, self._members))
        return Rule(self.name, self.schema, tuple(triggers))

    def _subjects(self, batch: list[Fact]) -> None:
        for x in dict.fromkeys(fact[0] for fact in batch):
            self._check(x)

    def _members(self, batch: list[Fact]) -> None:
        for x in dict.fromkeys(x for fact in batch for x in self.bearers.get(fact[0], ())):
            self._check(x)

    def _check(self, x: int) -> None:
        if (x, v.TYPE, self.r) not in self.facts.proofs:
            return
        counted = sorted(y for y in self.values.get(x, ()) if self._counts(y))
        if self.name in ("cls-maxc1", "cls-maxqc1", "cls-maxqc2"):
            for y in counted:
                self.facts.contradict(self.name, self._premises(x, y), x, y, self.p)
        else:
            for y, z in combinations(counted, 2):
                self.facts.derive(self.name, (y, v.SAME, z), self._premises(x, y, z))

    def _counts(self, y: int) -> bool:
        return self.of is None or (y, v.TYPE, self.of) in self.facts.proofs

    def _premises(self, x: int, *values: int) -> Premises:
        edges = tuple((x, self.p, y) for y in values)
        types = () if self.of is None else tuple((y, v.TYPE, self.of) for y in values)
        return (*self.schema, (x, v.TYPE, self.r), *edges, *types)
