"""Table 4, eq-rep-s, eq-rep-p and eq-rep-o: new facts under all known equalities, all facts under new equalities."""

import numpy as np

from govkg.build.reason.columns.arrays import Column, column, contains, first, ordered, pair, second
from govkg.build.reason.columns.literals import Literals
from govkg.build.reason.columns.store import Store
from govkg.build.reason.vocabulary import SAME, TYPE


def replace(store: Store, literals: Literals) -> None:
    """Restate facts about things that are the same."""
    if SAME not in store.properties or not len(store.properties[SAME].rows):
        return
    same = store.properties[SAME]
    fresh, known = same.delta, same.rows
    fresh = fresh[first(fresh) != second(fresh)]
    for p in [p for p in store.properties if p != SAME]:
        relation = store.properties[p]
        _restate(store, p, relation.delta, known)
        _restate(store, p, relation.rows, fresh)
    for c in list(store.classes):
        relation = store.classes[c]
        _restate_members(store, c, relation.delta, known)
        _restate_members(store, c, relation.rows, fresh)
    _restate_properties(store, known[~literals.among(second(known))])


def _restate(store: Store, p: int, pairs: Column, same: Column) -> None:
    if not len(pairs) or not len(same):
        return
    for at, twin in _twins(first(pairs), same):
        store.add("eq-rep-s", p, pair(twin, second(pairs)[at]))
    for at, twin in _twins(second(pairs), same):
        store.add("eq-rep-o", p, pair(first(pairs)[at], twin))


def _restate_members(store: Store, c: int, things: Column, same: Column) -> None:
    if not len(things) or not len(same):
        return
    for _, twin in _twins(things, same):
        store.add_members("eq-rep-s", c, twin)
    for twin in partners(same, c).tolist():
        store.add_members("eq-rep-o", twin, things)


def _restate_properties(store: Store, same: Column) -> None:
    """eq-rep-p. A literal is no property."""
    used = column(sorted({*store.properties, TYPE}))
    for code in same[contains(used, first(same))].tolist():
        p, twin = code >> 32, code & 0xFFFFFFFF
        if p == TYPE:
            store.add("eq-rep-p", twin, store.types())
        else:
            store.add("eq-rep-p", twin, store.properties[p].rows)


def _twins(things: Column, same: Column) -> list[tuple[Column, Column]]:
    """For each thing that has twins: its place, once for each twin, and the twin."""
    concerned = np.flatnonzero(contains(ordered(first(same)), things))
    if not len(concerned):
        return []
    low = np.searchsorted(same, things[concerned] << 32)
    counts = np.searchsorted(same, (things[concerned] + 1) << 32) - low
    origin = np.repeat(np.arange(len(concerned)), counts)
    offset = np.repeat(low - (np.cumsum(counts) - counts), counts)
    return [(concerned[origin], second(same[np.arange(len(origin)) + offset]))]


def partners(pairs: Column, key: int) -> Column:
    """The lower halves of the pairs whose upper half is the key."""
    low, high = np.searchsorted(pairs, [key << 32, (key + 1) << 32])
    return second(pairs[low:high])
