"""The rules that end in `false`, asked once of the finished closure."""

from collections.abc import Iterator

from govkg.build.reason import vocabulary as v
from govkg.build.reason.columns.arrays import column, contains, first, second
from govkg.build.reason.columns.literals import NUMBERS
from govkg.build.reason.columns.loop import Loop, matches, smallest
from govkg.build.reason.columns.proofs import Proofs, instance
from govkg.build.reason.columns.rule import Rule
from govkg.build.reason.columns.schema import Schema
from govkg.build.reason.terms import Fact

MOST = 1000
"""The most contradictions told of one rule on one part of the schema: whoever has more mends the schema first."""

Clash = tuple[str, tuple[Fact, ...], tuple[int, ...]]
"""Rule, premises, and what fills the rule's sentence."""


def clashes(loop: Loop, proofs: Proofs) -> list[Clash]:
    """All contradictions, each once however its premises were met."""
    found: dict[tuple[str, frozenset[Fact]], Clash] = {}
    for rule in loop.rules:
        if rule.head is None:
            for clash in _of_rule(loop, rule, proofs):
                found.setdefault((clash[0], frozenset(clash[1])), clash)
    for clash in (*_all_different(loop), *_of_literals(loop)):
        found.setdefault((clash[0], frozenset(clash[1])), clash)
    return sorted(found.values())


def _of_rule(loop: Loop, rule: Rule, proofs: Proofs) -> Iterator[Clash]:
    told = 0
    for table in matches(loop.store, rule, *smallest(loop.store, rule.body), None):
        for row in range(len(next(iter(table.values())))):
            if told == MOST:
                return
            data = instance(rule.body, table, row)
            if not _counts(loop, rule, data, proofs):
                continue
            told += 1
            yield rule.name, (*rule.schema, *sorted(data)), _about(rule, data)


def _counts(loop: Loop, rule: Rule, data: tuple[Fact, ...], proofs: Proofs) -> bool:
    """Whether a negative assertion denies this very value, in whatever spelling, and a difference is not only restated.

    A difference that eq-rep restates clashes exactly when its origin does.
    """
    if rule.name.startswith("prp-npa"):
        target = rule.schema[2][2]
        return data[0][2] == target or loop.literals.same_value(data[0][2], target)
    if rule.name == "eq-diff1":
        different = data[-1]
        if len(data) > 1 and different[0] == different[2]:
            return False  # told by the difference alone
        return loop.store.stage_of(different) == 0 or not proofs.of(different)[0].startswith("eq-rep")
    return True


def _about(rule: Rule, data: tuple[Fact, ...]) -> tuple[int, ...]:
    (s, p, o), last = data[0], data[-1]
    if rule.name.startswith(("cls-max", "prp-npa")):
        edge = next(fact for fact in data if fact[1] != v.TYPE) if rule.name.startswith("cls") else data[0]
        return edge[0], rule.schema[2][2] if rule.name.startswith("prp") else edge[2], edge[1]
    if rule.name in ("cls-com", "cax-dw", "cax-adc"):
        return s, o, last[2]
    if rule.name in ("prp-pdw", "prp-adp"):
        return s, o, p, last[1]
    return {"cls-nothing2": (s,), "prp-irp": (s, p), "prp-asyp": (s, o, p)}.get(rule.name, (s, o))


def _all_different(loop: Loop) -> Iterator[Clash]:
    """eq-diff2 and eq-diff3."""
    same, schema = loop.store.pairs(v.SAME), Schema(loop.store)
    for rule, p in (("eq-diff2", v.MEMBERS), ("eq-diff3", v.DISTINCT_MEMBERS)):
        for premises, members in schema.listed(v.ALL_DIFFERENT, p):
            for twice in sorted({m for m in members if members.count(m) > 1}):
                yield rule, premises, (twice, twice)  # by eq-ref
            listed = column(sorted(set(members)))
            both = contains(listed, first(same)) & contains(listed, second(same)) & (first(same) < second(same))
            for code in same[both][:MOST].tolist():
                x, y = code >> 32, code & 0xFFFFFFFF
                yield rule, (*premises, (x, v.SAME, y)), (x, y)


def _of_literals(loop: Loop) -> Iterator[Clash]:
    """dt-diff, and dt-not-type for literals that are no form of their own or of another datatype."""
    for fact in list(loop.clashing)[:MOST]:
        yield "dt-diff", (fact,), (fact[0], fact[2])
    for d in NUMBERS:
        for x in loop.literals.outside(d, loop.store.members(d)).tolist():
            yield "dt-not-type", ((x, v.TYPE, d),), (x, d)
    wrong = column(sorted(loop.literals.ill_typed))
    for p, relation in loop.store.properties.items() if len(wrong) else ():
        asserted = relation.rows[(relation.stages == 0) & contains(wrong, second(relation.rows))]
        for code in asserted[:MOST].tolist():
            x = code & 0xFFFFFFFF
            yield "dt-not-type", ((code >> 32, p, x),), (x, loop.literals.ill_typed[x])
