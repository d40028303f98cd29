"""Table 9: what follows from the schema about the schema itself."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from govkg.build.reason import vocabulary as v
from govkg.build.reason.axioms import restrictions
from govkg.build.reason.facts import Facts
from govkg.build.reason.rule import Fire, Premises, Rule, copy, edge, flip, join, member
from govkg.build.reason.terms import Fact


def built_in(facts: Facts) -> Iterator[Rule]:
    """The rules whose schema atoms are their data."""
    yield from chain(_declared(facts), _equivalent(facts))
    yield Rule("scm-sco", (), join(facts, "scm-sco", v.SUB_CLASS, v.SUB_CLASS, v.SUB_CLASS))
    yield Rule("scm-spo", (), join(facts, "scm-spo", v.SUB_PROPERTY, v.SUB_PROPERTY, v.SUB_PROPERTY))
    yield Rule("scm-dom1", (), join(facts, "scm-dom1", v.DOMAIN, v.SUB_CLASS, v.DOMAIN))
    yield Rule("scm-dom2", (), join(facts, "scm-dom2", v.SUB_PROPERTY, v.DOMAIN, v.DOMAIN))
    yield Rule("scm-rng1", (), join(facts, "scm-rng1", v.RANGE, v.SUB_CLASS, v.RANGE))
    yield Rule("scm-rng2", (), join(facts, "scm-rng2", v.SUB_PROPERTY, v.RANGE, v.RANGE))


def _declared(facts: Facts) -> Iterator[Rule]:
    yield Rule("scm-cls", (), (member(v.CLASS, _of_class(facts)),))
    for rule, kind in (("scm-op", v.OBJECT_PROPERTY), ("scm-dp", v.DATATYPE_PROPERTY)):
        yield Rule(rule, (), (member(kind, _of_property(facts, rule)),))


def _of_class(facts: Facts) -> Fire:
    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            c = fact[0]
            for new in (
                (c, v.SUB_CLASS, c),
                (c, v.EQUIVALENT_CLASS, c),
                (c, v.SUB_CLASS, v.THING),
                (v.NOTHING, v.SUB_CLASS, c),
            ):
                facts.derive("scm-cls", new, (fact,))

    return fire


def _of_property(facts: Facts, rule: str) -> Fire:
    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            facts.derive(rule, (fact[0], v.SUB_PROPERTY, fact[0]), (fact,))
            facts.derive(rule, (fact[0], v.EQUIVALENT_PROPERTY, fact[0]), (fact,))

    return fire


def _equivalent(facts: Facts) -> Iterator[Rule]:
    for suffix, same, below in (("c", v.EQUIVALENT_CLASS, v.SUB_CLASS), ("p", v.EQUIVALENT_PROPERTY, v.SUB_PROPERTY)):
        one, two = f"scm-eq{suffix}1", f"scm-eq{suffix}2"
        yield Rule(one, (), (edge(same, copy(facts, one, below, ())), edge(same, flip(facts, one, below, ()))))
        yield Rule(two, (), (edge(below, _mutual(facts, two, same)),))


def _mutual(facts: Facts, rule: str, same: int) -> Fire:
    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            back = (fact[2], fact[1], fact[0])
            if back in facts.proofs:
                facts.derive(rule, (fact[0], same, fact[2]), (fact, back))
                facts.derive(rule, (fact[2], same, fact[0]), (back, fact))

    return fire


def compiled(facts: Facts) -> Iterator[Rule]:
    """scm-int, scm-uni, scm-hv, scm-svf and scm-avf: read off the lists and restrictions at once, no rule to keep."""
    for fact, parts in facts.lists(v.INTERSECTION):
        for c in parts:
            facts.derive("scm-int", (fact[0], v.SUB_CLASS, c), (fact,))
    for fact, parts in facts.lists(v.UNION):
        for c in parts:
            facts.derive("scm-uni", (c, v.SUB_CLASS, fact[0]), (fact,))
    _compare(facts, "scm-hv", v.HAS_VALUE)
    _compare(facts, "scm-svf", v.SOME)
    _compare(facts, "scm-avf", v.ALL)
    yield from ()


def _compare(facts: Facts, rule: str, kind: int) -> None:
    """Restrictions with comparable fillers on one property, or with one filler on comparable properties."""
    known: defaultdict[tuple[int, int], list[tuple[int, Premises]]] = defaultdict(list)
    for r, filler, p, schema in restrictions(facts, kind):
        known[p, filler].append((r, schema))
    for (p, filler), narrow in known.items():
        if kind != v.HAS_VALUE:
            for wider in facts.objects(v.SUB_CLASS).get(filler, ()):
                _include(facts, rule + "1", narrow, known.get((p, wider), []), (filler, v.SUB_CLASS, wider))
        for wider in facts.objects(v.SUB_PROPERTY).get(p, ()):
            broad, why = known.get((wider, filler), []), (p, v.SUB_PROPERTY, wider)
            if kind == v.ALL:  # all values of the wider property: fewer things
                _include(facts, rule + "2", broad, narrow, why)
            else:
                _include(facts, "scm-hv" if kind == v.HAS_VALUE else rule + "2", narrow, broad, why)


Found = list[tuple[int, Premises]]


def _include(facts: Facts, rule: str, narrow: Found, broad: Found, why: Fact) -> None:
    for r1, schema1 in narrow:
        for r2, schema2 in broad:
            if r1 != r2:
                facts.derive(rule, (r1, v.SUB_CLASS, r2), (*schema1, *schema2, why))
