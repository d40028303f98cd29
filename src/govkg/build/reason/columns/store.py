"""All facts as columns: a relation for each property, and for rdf:type one for each class."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from govkg.build.reason.columns.arrays import (
    EMPTY,
    Column,
    Mask,
    Stages,
    column,
    contains,
    distinct,
    first,
    flipped,
    ordered,
    pair,
    second,
)
from govkg.build.reason.columns.echoes import Echoes
from govkg.build.reason.columns.relation import NEVER, Relation
from govkg.build.reason.limits import Budget
from govkg.build.reason.terms import Fact
from govkg.build.reason.vocabulary import TYPE


class Store:
    """What is known so far. Additions count from the next round on."""

    def __init__(self, budget: Budget) -> None:
        self.properties: defaultdict[int, Relation] = defaultdict(Relation)
        self.classes: defaultdict[int, Relation] = defaultdict(Relation)
        self.stage = 0
        """The number of the next round; what was asserted comes in round 0."""
        self.echoes = Echoes()
        self._budget = budget
        self._size = 0
        self._types: Column | None = None

    def __len__(self) -> int:
        return sum(len(relation.rows) for relation in (*self.properties.values(), *self.classes.values()))

    def add(self, rule: str, p: int, pairs: Column) -> None:
        """Keep the facts (s p o) of the pairs. Raises GovkgError when that is too much."""
        self.echoes.note(rule, p, pairs)
        if p == TYPE:
            objects = second(pairs)
            for c in distinct(objects):
                self.add_members(rule, c, first(pairs[objects == c]))
        else:
            self._count(self.properties[p].add(pairs), rule)

    def add_members(self, rule: str, c: int, things: Column) -> None:
        """Keep the facts (x rdf:type c). Raises GovkgError when that is too much."""
        self._count(self.classes[c].add(things), rule)

    def add_fact(self, rule: str, fact: Fact) -> None:
        """Keep one fact."""
        self.add(rule, fact[1], pair(column([fact[0]]), fact[2]))

    def _count(self, new: int, rule: str) -> None:
        self._size += new
        self._budget.spend(self._size, rule)

    def absorb(self) -> bool:
        """Begin the next round with what was added in this one. False when nothing was."""
        self._types = None
        relations = [*self.properties.values(), *self.classes.values()]
        grown = [relation.absorb(self.stage) for relation in relations]
        self.echoes.settle(self.properties)
        self._size = len(self)
        self.stage += 1
        return any(grown)

    def fresh(self) -> Iterator[tuple[int, int | None]]:
        """The properties (with None) and the classes (as TYPE with the class) that have new rows."""
        yield from ((p, None) for p, relation in self.properties.items() if len(relation.delta))
        yield from ((TYPE, c) for c, relation in self.classes.items() if len(relation.delta))

    def delta(self, p: int, c: int | None) -> Column:
        """The new rows of a property (c is None) or the new members of a class."""
        return self.properties[p].delta if c is None else self.classes[c].delta

    def rows(self, p: int, c: int | None) -> Column:
        """All rows of a property (c is None) or all members of a class."""
        return self.pairs(p) if c is None else self.members(c)

    def types(self) -> Column:
        """rdf:type as one property, for the rare rule that needs it so."""
        if self._types is None:
            self._types = _typed((c, relation.rows) for c, relation in self.classes.items())
        return self._types

    def new_types(self) -> Column:
        """The new rows of rdf:type as one property."""
        return _typed((c, relation.delta) for c, relation in self.classes.items())

    def pairs(self, p: int) -> Column:
        """All rows of a property."""
        if p == TYPE:
            return self.types()
        return self.properties[p].rows if p in self.properties else EMPTY

    def by_object(self, p: int) -> Column:
        """All rows of a property turned round and sorted."""
        if p == TYPE:
            return np.sort(flipped(self.types()))
        return self.properties[p].by_object if p in self.properties else EMPTY

    def members(self, c: int) -> Column:
        """All members of a class."""
        return self.classes[c].rows if c in self.classes else EMPTY

    def holds(self, s: Column, p: int, o: Column) -> Mask:
        """Which of the facts are known."""
        return contains(self.pairs(p), pair(s, o))

    def knows(self, fact: Fact) -> bool:
        """Whether a fact is known."""
        return self.stage_of(fact) != NEVER

    def stage_of(self, fact: Fact) -> int:
        """The round in which a fact came; 0 is what was asserted, NEVER what is not known."""
        s, p, o = fact
        return int(self.stages(column([s]), p, column([o]))[0])

    def stages(self, s: Column, p: int, o: Column) -> Stages:
        """The rounds in which facts of one property came."""
        if p != TYPE:
            return self.properties[p].stages_of(pair(s, o)) if p in self.properties else _never(s)
        found = _never(s)
        for c in distinct(o):
            if c in self.classes:
                found[o == c] = self.classes[c].stages_of(s[o == c])
        return found


def _never(numbers: Column) -> Stages:
    return np.full(len(numbers), NEVER, np.uint16)


def _typed(parts: Iterator[tuple[int, Column]]) -> Column:
    found = [pair(things, c) for c, things in parts if len(things)]
    return ordered(np.concatenate(found)) if found else EMPTY
