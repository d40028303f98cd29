"""Table 9, and of table 4 what needs no schema: the rules whose schema atoms are their data."""

from collections import defaultdict
from collections.abc import Iterator

from govkg.build.reason import vocabulary as v
from govkg.build.reason.columns.rule import Atom, Rule, X, Y, Z
from govkg.build.reason.columns.schema import Schema
from govkg.build.reason.terms import Fact


def built_in() -> Iterator[Rule]:
    """The rules that are the same for every schema."""
    yield from _equality()
    yield from _declared()
    yield from _equivalent()
    for rule, one, two in (
        ("scm-sco", (X, v.SUB_CLASS, Y), (Y, v.SUB_CLASS, Z)),
        ("scm-spo", (X, v.SUB_PROPERTY, Y), (Y, v.SUB_PROPERTY, Z)),
        ("scm-dom1", (X, v.DOMAIN, Y), (Y, v.SUB_CLASS, Z)),
        ("scm-rng1", (X, v.RANGE, Y), (Y, v.SUB_CLASS, Z)),
    ):
        yield Rule(rule, (), (one, two), (X, one[1], Z))
    for rule, p in (("scm-dom2", v.DOMAIN), ("scm-rng2", v.RANGE)):
        yield Rule(rule, (), ((X, v.SUB_PROPERTY, Y), (Y, p, Z)), (X, p, Z))


def _equality() -> Iterator[Rule]:
    """eq-sym, eq-trans and eq-diff1. eq-ref is not materialised, the eq-rep rules are in `equality`."""
    yield Rule("eq-sym", (), ((X, v.SAME, Y),), (Y, v.SAME, X))
    yield Rule("eq-trans", (), ((X, v.SAME, Y), (Y, v.SAME, Z)), (X, v.SAME, Z))
    yield Rule("eq-diff1", (), ((X, v.SAME, Y), (X, v.DIFFERENT, Y)), None)
    yield Rule("eq-diff1", (), ((X, v.DIFFERENT, X),), None)


def _declared() -> Iterator[Rule]:
    """scm-cls, scm-op and scm-dp."""
    heads: tuple[Atom, ...] = (
        (X, v.SUB_CLASS, X),
        (X, v.EQUIVALENT_CLASS, X),
        (X, v.SUB_CLASS, v.THING),
        (v.NOTHING, v.SUB_CLASS, X),
    )
    yield from (Rule("scm-cls", (), ((X, v.TYPE, v.CLASS),), head) for head in heads)
    for rule, kind in (("scm-op", v.OBJECT_PROPERTY), ("scm-dp", v.DATATYPE_PROPERTY)):
        for p in (v.SUB_PROPERTY, v.EQUIVALENT_PROPERTY):
            yield Rule(rule, (), ((X, v.TYPE, kind),), (X, p, X))


def _equivalent() -> Iterator[Rule]:
    """scm-eqc1, scm-eqc2, scm-eqp1 and scm-eqp2."""
    for suffix, same, below in (("c", v.EQUIVALENT_CLASS, v.SUB_CLASS), ("p", v.EQUIVALENT_PROPERTY, v.SUB_PROPERTY)):
        yield Rule(f"scm-eq{suffix}1", (), ((X, same, Y),), (X, below, Y))
        yield Rule(f"scm-eq{suffix}1", (), ((X, same, Y),), (Y, below, X))
        yield Rule(f"scm-eq{suffix}2", (), ((X, below, Y), (Y, below, X)), (X, same, Y))


def compiled(schema: Schema) -> Iterator[Rule]:
    """scm-int, scm-uni, scm-hv, scm-svf and scm-avf."""
    for fact, parts in schema.lists(v.INTERSECTION):
        yield from (Rule("scm-int", (fact,), (), (fact[0], v.SUB_CLASS, c)) for c in parts)
    for fact, parts in schema.lists(v.UNION):
        yield from (Rule("scm-uni", (fact,), (), (c, v.SUB_CLASS, fact[0])) for c in parts)
    for rule, kind in (("scm-hv", v.HAS_VALUE), ("scm-svf", v.SOME), ("scm-avf", v.ALL)):
        yield from _compared(schema, rule, kind)


Found = list[tuple[int, tuple[Fact, Fact]]]


def _compared(schema: Schema, rule: str, kind: int) -> Iterator[Rule]:
    """Restrictions with comparable fillers on one property, or with one filler on comparable properties."""
    known: defaultdict[tuple[int, int], Found] = defaultdict(list)
    for r, filler, p, premises in schema.restrictions(kind):
        known[p, filler].append((r, premises))
    for (p, filler), narrow in known.items():
        for wider in schema.values(filler, v.SUB_CLASS) if kind != v.HAS_VALUE else ():
            yield from _inclusions(rule + "1", narrow, known.get((p, wider), []), (filler, v.SUB_CLASS, wider))
        for wider in schema.values(p, v.SUB_PROPERTY):
            broad, why = known.get((wider, filler), []), (p, v.SUB_PROPERTY, wider)
            if kind == v.ALL:  # all values of the wider property: fewer things
                yield from _inclusions(rule + "2", broad, narrow, why)
            else:
                yield from _inclusions("scm-hv" if kind == v.HAS_VALUE else rule + "2", narrow, broad, why)


def _inclusions(rule: str, narrow: Found, broad: Found, why: Fact) -> Iterator[Rule]:
    for r1, premises1 in narrow:
        for r2, premises2 in broad:
            if r1 != r2:
                yield Rule(rule, (*premises1, *premises2, why), (), (r1, v.SUB_CLASS, r2))
