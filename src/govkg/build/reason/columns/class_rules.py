"""Tables 6 and 7: class expressions and class axioms."""

from collections.abc import Callable, Iterator
from itertools import chain, combinations

from govkg.build.reason import vocabulary as v
from govkg.build.reason.columns.rule import Rule, X, Y, Z
from govkg.build.reason.columns.schema import Schema
from govkg.build.reason.terms import Fact

WholeNumber = Callable[[int], int]
Premises = tuple[Fact, ...]


def rules(schema: Schema, whole_number: WholeNumber) -> Iterator[Rule]:
    """One rule or two for each axiom and each class expression."""
    yield from chain(_inclusions(schema), _boolean(schema), _enumerated(schema), _disjoint(schema))
    yield from chain(_some(schema), _all(schema), _has_value(schema))
    yield from chain(_at_most(schema, whole_number), _at_most_of(schema, whole_number))


def _includes(rule: str, c: int, d: int, premises: Premises) -> Rule:
    """Members of C are members of D."""
    return Rule(rule, premises, ((X, v.TYPE, c),), (X, v.TYPE, d))


def _inclusions(schema: Schema) -> Iterator[Rule]:
    """cax-sco, cax-eqc1 and cax-eqc2."""
    for fact in schema.axioms(v.SUB_CLASS):
        if fact[0] != fact[2]:
            yield _includes("cax-sco", fact[0], fact[2], (fact,))
    for fact in schema.axioms(v.EQUIVALENT_CLASS):
        yield _includes("cax-eqc1", fact[0], fact[2], (fact,))
        yield _includes("cax-eqc2", fact[2], fact[0], (fact,))


def _boolean(schema: Schema) -> Iterator[Rule]:
    """cls-int1, cls-int2 and cls-uni."""
    for fact, parts in schema.lists(v.INTERSECTION):
        members = tuple((X, v.TYPE, c) for c in dict.fromkeys(parts))
        yield Rule("cls-int1", (fact,), members, (X, v.TYPE, fact[0]))
        for c in dict.fromkeys(parts):
            yield _includes("cls-int2", fact[0], c, (fact,))
    for fact, parts in schema.lists(v.UNION):
        for c in dict.fromkeys(parts):
            yield _includes("cls-uni", c, fact[0], (fact,))


def _enumerated(schema: Schema) -> Iterator[Rule]:
    """cls-oo."""
    for fact, things in schema.lists(v.ONE_OF):
        for x in things:
            yield Rule("cls-oo", (fact,), (), (x, v.TYPE, fact[0]))


def _disjoint(schema: Schema) -> Iterator[Rule]:
    """cls-nothing2, cls-com, cax-dw and cax-adc."""
    yield Rule("cls-nothing2", (), ((X, v.TYPE, v.NOTHING),), None)
    for rule, p in (("cls-com", v.COMPLEMENT), ("cax-dw", v.DISJOINT_CLASS)):
        for fact in schema.axioms(p):
            yield Rule(rule, (fact,), ((X, v.TYPE, fact[0]), (X, v.TYPE, fact[2])), None)
    for premises, members in schema.listed(v.ALL_DISJOINT_CLASSES, v.MEMBERS):
        for c, d in combinations(members, 2):
            yield Rule("cax-adc", premises, ((X, v.TYPE, c), (X, v.TYPE, d)), None)


def _some(schema: Schema) -> Iterator[Rule]:
    """cls-svf1 and cls-svf2."""
    for r, c, p, premises in schema.restrictions(v.SOME):
        if c == v.THING:
            yield Rule("cls-svf2", premises, ((X, p, Y),), (X, v.TYPE, r))
        else:
            yield Rule("cls-svf1", premises, ((X, p, Y), (Y, v.TYPE, c)), (X, v.TYPE, r))


def _all(schema: Schema) -> Iterator[Rule]:
    """cls-avf."""
    for r, c, p, premises in schema.restrictions(v.ALL):
        yield Rule("cls-avf", premises, ((X, v.TYPE, r), (X, p, Y)), (Y, v.TYPE, c))


def _has_value(schema: Schema) -> Iterator[Rule]:
    """cls-hv1 and cls-hv2."""
    for r, value, p, premises in schema.restrictions(v.HAS_VALUE):
        yield Rule("cls-hv1", premises, ((X, v.TYPE, r),), (X, p, value))
        yield Rule("cls-hv2", premises, ((X, p, value),), (X, v.TYPE, r))


def _at_most(schema: Schema, whole_number: WholeNumber) -> Iterator[Rule]:
    """cls-maxc1 and cls-maxc2."""
    for r, count, p, premises in schema.restrictions(v.MAX):
        rule = {0: "cls-maxc1", 1: "cls-maxc2"}.get(whole_number(count))
        if rule:
            yield _limit(rule, r, p, None, premises)


def _at_most_of(schema: Schema, whole_number: WholeNumber) -> Iterator[Rule]:
    """cls-maxqc1 to cls-maxqc4."""
    for r, count, p, premises in schema.restrictions(v.MAX_QUALIFIED):
        names = {0: ("cls-maxqc1", "cls-maxqc2"), 1: ("cls-maxqc3", "cls-maxqc4")}.get(whole_number(count))
        if names is None:
            continue
        for c in schema.values(r, v.ON_CLASS):
            of = None if c == v.THING else c
            yield _limit(names[of is None], r, p, of, (*premises, (r, v.ON_CLASS, c)))


def _limit(rule: str, r: int, p: int, of: int | None, premises: Premises) -> Rule:
    """None or one value of a property (in a class, or in any) for the members of `r`."""
    none = rule in ("cls-maxc1", "cls-maxqc1", "cls-maxqc2")
    values = (Y,) if none else (Y, Z)
    types = () if of is None else tuple((y, v.TYPE, of) for y in values)
    body = ((X, v.TYPE, r), *((X, p, y) for y in values), *types)
    return Rule(rule, premises, body, None if none else (Y, v.SAME, Z), None if none else (Y, Z))
