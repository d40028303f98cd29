"""Proofs made when they are asked for: the first rule whose premises were all known in earlier rounds."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from govkg.build.reason.columns.arrays import Column, column, contains, pair
from govkg.build.reason.columns.equality import partners
from govkg.build.reason.columns.join import Table, solve
from govkg.build.reason.columns.loop import Axioms, Loop, Trigger, trigger_of
from govkg.build.reason.columns.relation import NEVER
from govkg.build.reason.columns.rule import Atom, Rule
from govkg.build.reason.columns.store import Store
from govkg.build.reason.terms import Fact
from govkg.build.reason.vocabulary import SAME, TYPE

Why = tuple[str, tuple[Fact, ...]]


class Proofs:
    """The rules by what they conclude. Since premises are older than their conclusion, no proof goes in a circle."""

    def __init__(self, loop: Loop, axioms: Axioms) -> None:
        self._store, self._axioms, self._clashing = loop.store, axioms, loop.clashing
        self._by_head: defaultdict[Trigger, list[Rule]] = defaultdict(list)
        for rule in loop.rules:
            if rule.head is not None:
                self._by_head[trigger_of(rule.head)].append(rule)

    def of(self, fact: Fact) -> Why:
        """The rule and the premises of a conclusion."""
        stage = self._clashing.get(fact, self._store.stage_of(fact))
        for rule, p, pairs in self._axioms:
            if fact[1] == p and contains(np.sort(pairs), pair(column([fact[0]]), fact[2]))[0]:
                return rule, ()
        found = next(self._by_rules(fact, stage), None) or next(self._by_equality(fact, stage), None)
        assert found is not None, f"{fact} of round {stage} follows from nothing"
        return found

    def _by_rules(self, fact: Fact, stage: int) -> Iterator[Why]:
        _, p, o = fact
        triggers: list[Trigger] = [(TYPE, o), (TYPE, None)] if p == TYPE else [(p, None)]
        for rule in (rule for trigger in triggers for rule in self._by_head[trigger]):
            table = _unified(rule, fact)
            if table is None or not self._older(rule.schema, stage):
                continue
            for found in solve(self._store, rule.body, table, None):
                premises = _first_older(self._store, rule, found, stage)
                if premises is not None:
                    yield rule.name, (*rule.schema, *premises)

    def _by_equality(self, fact: Fact, stage: int) -> Iterator[Why]:
        """eq-rep-s, eq-rep-p and eq-rep-o."""
        s, p, o = fact
        for rule, term, restated in (
            ("eq-rep-s", s, lambda x: (x, p, o)),
            ("eq-rep-o", o, lambda x: (s, p, x)),
            ("eq-rep-p", p, lambda x: (s, x, o)),
        ):
            for x in partners(self._store.by_object(SAME), term).tolist():
                premises = ((x, SAME, term), restated(x))
                if x != term and self._older(premises, stage):
                    yield rule, premises

    def _older(self, facts: tuple[Fact, ...], stage: int) -> bool:
        return all(self._store.stage_of(fact) < stage for fact in facts)


def _unified(rule: Rule, fact: Fact) -> Table | None:
    """The variables of the rule's head with the terms of the fact, None when they do not fit."""
    assert rule.head is not None
    found: dict[int, int] = {}
    for term, value in zip(rule.head, fact, strict=True):
        if found.setdefault(term, value) != value or (term >= 0 and term != value):
            return None
    x, y = rule.apart or (0, 0)
    if rule.apart and found.get(x, -1) > found.get(y, found.get(x, -1)):
        return None
    return {term: column([value]) for term, value in found.items() if term < 0}


def _first_older(store: Store, rule: Rule, table: Table, stage: int) -> tuple[Fact, ...] | None:
    """The first row of which all premises are older than the conclusion."""
    length = len(next(iter(table.values()))) if table else 1
    old = np.ones(length, np.bool_)
    for s, p, o in rule.body:
        old &= store.stages(_filled(s, table, length), p, _filled(o, table, length)) < min(stage, NEVER)
    if rule.apart:
        old &= table[rule.apart[0]] < table[rule.apart[1]]
    rows = np.flatnonzero(old)
    return instance(rule.body, table, int(rows[0])) if len(rows) else None


def instance(body: tuple[Atom, ...], table: Table, row: int) -> tuple[Fact, ...]:
    """The atoms with the terms of one row for their variables; each fact once."""

    def term(number: int) -> int:
        return number if number >= 0 else int(table[number][row])

    return tuple(dict.fromkeys((term(s), p, term(o)) for s, p, o in body))


def _filled(term: int, table: Table, length: int) -> Column:
    return table[term] if term < 0 else np.full(length, term, np.int64)
