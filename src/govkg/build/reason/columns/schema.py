"""The schema among the columns, read out as plain numbers: axioms, declarations, lists, restrictions."""

from collections.abc import Iterator

import numpy as np

from govkg.build.reason.columns.arrays import missing
from govkg.build.reason.columns.store import Store
from govkg.build.reason.terms import Fact
from govkg.build.reason.vocabulary import FIRST, NIL, ON_PROPERTY, REST, TYPE


class Schema:
    """What the facts known now say about classes and properties."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._first = dict(self._oldest(FIRST))
        self._rest = dict(self._oldest(REST))

    def axioms(self, p: int) -> Iterator[Fact]:
        """All facts of a schema property, but those that only a rule of table 9 gave: see `axioms.axioms`."""
        rows = missing(self._store.echoes.of(p), self._store.pairs(p))
        yield from ((code >> 32, p, code & 0xFFFFFFFF) for code in rows.tolist())

    def declared(self, c: int) -> Iterator[Fact]:
        """The facts that declare a property (or a list of things) to be of a kind."""
        yield from ((thing, TYPE, c) for thing in self._store.members(c).tolist())

    def values(self, s: int, p: int) -> list[int]:
        """The objects of a subject."""
        rows = self._store.pairs(p)
        low, high = np.searchsorted(rows, [s << 32, (s + 1) << 32])
        return [code & 0xFFFFFFFF for code in rows[low:high].tolist()]

    def restrictions(self, kind: int) -> Iterator[tuple[int, int, int, tuple[Fact, Fact]]]:
        """Class, filler, property and the two premises of each restriction of a kind, such as owl:someValuesFrom."""
        for fact in self.axioms(kind):
            c, _, filler = fact
            for p in self.values(c, ON_PROPERTY):
                yield c, filler, p, (fact, (c, ON_PROPERTY, p))

    def lists(self, p: int) -> Iterator[tuple[Fact, tuple[int, ...]]]:
        """Each fact of a property whose object is a list, with the list's members; empty lists say nothing."""
        for fact in self.axioms(p):
            if members := self._items(fact[2]):
                yield fact, members

    def listed(self, kind: int, p: int) -> Iterator[tuple[tuple[Fact, Fact], tuple[int, ...]]]:
        """Premises and members of the lists that things of a kind (owl:AllDisjointClasses …) have by a property."""
        kinds = set(self._store.members(kind).tolist())
        for fact, members in self.lists(p):
            if fact[0] in kinds:
                yield ((fact[0], TYPE, kind), fact), members

    def _items(self, head: int) -> tuple[int, ...]:
        """The members of an RDF list. A node that owl:sameAs has given a second value counts with its first one."""
        found: list[int] = []
        seen = {NIL}
        while head not in seen:
            seen.add(head)
            if head in self._first:
                found.append(self._first[head])
            head = self._rest.get(head, NIL)
        return tuple(found)

    def _oldest(self, p: int) -> Iterator[tuple[int, int]]:
        """Subject and object, the pairs that came last first, so that in a dict the first one stays."""
        if p in self._store.properties:
            relation = self._store.properties[p]
            order = np.lexsort((relation.rows, relation.stages))[::-1]
            yield from ((code >> 32, code & 0xFFFFFFFF) for code in relation.rows[order].tolist())
