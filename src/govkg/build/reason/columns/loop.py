"""The semi-naive loop: rules see only what is new, until nothing is."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import numpy as np

from govkg.build.reason.columns import class_rules, property_rules, schema_rules
from govkg.build.reason.columns.arrays import Column, column, first, pair, second
from govkg.build.reason.columns.equality import replace
from govkg.build.reason.columns.join import Table, solve, start
from govkg.build.reason.columns.literals import Literals
from govkg.build.reason.columns.rule import Atom, Rule, variables
from govkg.build.reason.columns.schema import Schema
from govkg.build.reason.columns.store import Store
from govkg.build.reason.limits import Budget
from govkg.build.reason.terms import Fact
from govkg.build.reason.vocabulary import SAME, SCHEMA_CLASSES, SCHEMA_PROPERTIES, TYPE

Trigger = tuple[int, int | None]
"""A property (and None), or TYPE and a class; TYPE and None stands for all classes."""

Axioms = list[tuple[str, int, Column]]
"""Facts that hold without premises: the rule that says so, their property, their pairs."""


class Loop:
    """The rules in force, the facts so far, and the equalities of different values, which are not used further."""

    def __init__(self, store: Store, literals: Literals, budget: Budget) -> None:
        self.store, self.literals, self._budget = store, literals, budget
        self.rules: list[Rule] = []
        self.clashing: dict[Fact, int] = {}
        """Equalities of different literals (dt-diff), each with the round that it came in."""
        self._known: set[Rule] = set()
        self._by_trigger: defaultdict[Trigger, list[tuple[Rule, Atom]]] = defaultdict(list)

    def run(self, axioms: Callable[[], Axioms]) -> Axioms:
        """Draw every conclusion from what was added and from the axioms, asked for when the former is known.

        Gives back the axioms. Raises GovkgError when a limit is met.
        """
        self._enforce(schema_rules.built_in())
        self._drop_clashes()
        self.store.absorb()
        held = axioms()
        for rule, p, pairs in held:
            self.store.add(rule, p, pairs)
        self._round()
        for _ in range(self._budget.limits.rounds - 1):
            self._drop_clashes()
            if not self.store.absorb():
                return held
            self._round()
        self._drop_clashes()
        if self.store.absorb():
            raise self._budget.no_end()
        return held

    def _round(self) -> None:
        store = self.store
        fresh = list(store.fresh())
        for trigger in fresh:
            self._fire(trigger, store.delta(*trigger))
        if (TYPE, None) in self._by_trigger and any(c is not None for _, c in fresh):
            self._fire((TYPE, None), store.new_types())
        replace(store, self.literals)
        if any(p in SCHEMA_PROPERTIES or c in SCHEMA_CLASSES for p, c in fresh):
            for rule in self._enforce(self._compiled()):
                self._catch_up(rule)

    def _compiled(self) -> Iterable[Rule]:
        schema = Schema(self.store)
        return chain(
            property_rules.rules(schema),
            class_rules.rules(schema, self.literals.whole_number),
            schema_rules.compiled(schema),
        )

    def _enforce(self, rules: Iterable[Rule]) -> list[Rule]:
        """Put rules in force; those that are new."""
        new = [rule for rule in dict.fromkeys(rules) if rule not in self._known]
        self._known.update(new)
        self.rules += new
        for rule in new:
            for atom in rule.body if rule.head else ():
                self._by_trigger[trigger_of(atom)].append((rule, atom))
        return new

    def _fire(self, trigger: Trigger, delta: Column) -> None:
        for rule, atom in self._by_trigger.get(trigger, ()):
            self._conclude(rule, atom, delta)

    def _catch_up(self, rule: Rule) -> None:
        """Let a new rule see all that is known."""
        if rule.head is None:
            return
        if not rule.body:
            self.store.add_fact(rule.name, rule.head)
            return
        atom, rows = smallest(self.store, rule.body)
        self._conclude(rule, atom, rows)

    def _conclude(self, rule: Rule, atom: Atom, rows: Column) -> None:
        """The rule's conclusions from these rows of one atom and all known facts for the others."""
        assert rule.head is not None
        keep = variables(rule.head) | frozenset(rule.apart or ())
        for table in matches(self.store, rule, atom, rows, keep):
            _emit(self.store, rule.name, rule.head, table)

    def _drop_clashes(self) -> None:
        """dt-diff with eq-diff1: an equality of different values is reported and not used further."""
        if SAME in self.store.properties:
            self.store.properties[SAME].sift(self._without_clashes)

    def _without_clashes(self, pairs: Column) -> Column:
        doubtful = self.literals.among(first(pairs)) & self.literals.among(second(pairs))
        for at in np.flatnonzero(doubtful).tolist():
            x, y = int(pairs[at]) >> 32, int(pairs[at]) & 0xFFFFFFFF
            doubtful[at] = self.literals.differ(x, y)
            if doubtful[at]:
                self.clashing.setdefault((x, SAME, y), self.store.stage)
        return pairs[~doubtful]


def trigger_of(atom: Atom) -> Trigger:
    """Which new facts an atom waits for."""
    _, p, o = atom
    return (p, o) if p == TYPE and o >= 0 else (p, None)


def smallest(store: Store, body: tuple[Atom, ...]) -> tuple[Atom, Column]:
    """The atom with the fewest rows, and these."""
    rows = [(atom, store.rows(*trigger_of(atom))) for atom in body]
    return min(rows, key=lambda found: len(found[1]))


def matches(store: Store, rule: Rule, atom: Atom, rows: Column, keep: frozenset[int] | None) -> Iterator[Table]:
    """All ways to satisfy the rule's body with these rows for one of its atoms."""
    if not len(rows):
        return
    others = list(rule.body)
    others.remove(atom)
    for table in solve(store, tuple(others), start(atom, rows), keep):
        yield _apart(table, rule.apart)


def _apart(table: Table, apart: tuple[int, int] | None) -> Table:
    if apart is None:
        return table
    kept = table[apart[0]] < table[apart[1]]
    return {v: rows[kept] for v, rows in table.items()}


def _emit(store: Store, name: str, head: Atom, table: Table) -> None:
    s, p, o = head
    if p == TYPE and o >= 0:
        store.add_members(name, o, _values(s, table))
    else:
        store.add(name, p, pair(_values(s, table), _values(o, table)))


def _values(term: int, table: Table) -> Column:
    if term < 0:
        return table[term]
    return column(np.full(min(1, len(next(iter(table.values())))), term))
