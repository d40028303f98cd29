"""All ways to satisfy the atoms of a rule: joins of sorted columns, in pieces so that no join fills the memory."""

from collections.abc import Iterator

import numpy as np

from govkg.build.reason.columns.arrays import HALF, LOW, Column, contains, first, pair, second
from govkg.build.reason.columns.rule import Atom, variables
from govkg.build.reason.columns.store import Store
from govkg.build.reason.vocabulary import TYPE

Table = dict[int, Column]
"""A column for each variable, all of one length. The empty table has one row: nothing is bound yet."""

PIECE = 1 << 21
"""The most rows that a join makes at once, unless one row alone has more partners."""


def solve(store: Store, atoms: tuple[Atom, ...], table: Table, keep: frozenset[int] | None) -> Iterator[Table]:
    """The rows of `table` extended by all ways to satisfy the atoms. Variables not in `keep` may be dropped on the way."""
    if table and not len(next(iter(table.values()))):
        return
    if not atoms:
        yield table
        return
    atom = max(atoms, key=lambda a: _bound(a, table))
    rest = tuple(a for a in atoms if a is not atom)
    needed = None if keep is None else keep.union(*map(variables, rest))
    for part in _extend(store, atom, table, needed):
        yield from solve(store, rest, part, keep)


def start(atom: Atom, rows: Column) -> Table:
    """The table of one atom whose relation has these rows (pairs, or the members when the atom is of a class)."""
    s, p, o = atom
    if p == TYPE and o >= 0:
        rows = pair(rows, o)
    if s >= 0:
        rows = rows[first(rows) == s]
    if o >= 0:
        rows = rows[second(rows) == o]
    if s == o:
        rows = rows[first(rows) == second(rows)]
    table = {term: part for term, part in ((s, first(rows)), (o, second(rows))) if term < 0}
    return table or {0: rows}


def _bound(atom: Atom, table: Table) -> int:
    """How much of an atom is known: the more, the fewer rows it makes. A class whose member is not known comes last."""
    s, p, o = atom
    if p == TYPE and o >= 0:
        return 3 if s >= 0 or s in table else 0
    return 1 + (s >= 0 or s in table) + (o >= 0 or o in table)


def _extend(store: Store, atom: Atom, table: Table, needed: frozenset[int] | None) -> Iterator[Table]:
    s, p, o = atom
    if not table and (s < 0 or o < 0):
        yield start(atom, store.members(o) if p == TYPE and o >= 0 else _narrowed(store, atom))
        return
    length = len(next(iter(table.values()), np.zeros(1)))
    ends = [_column(term, table, length) for term in (s, o)]
    subjects, objects = ends
    if subjects is not None and objects is not None:
        of_class = p == TYPE and o >= 0
        known = contains(store.members(o), subjects) if of_class else store.holds(subjects, p, objects)
        yield {v: rows[known] for v, rows in table.items() if needed is None or v in needed or v == 0} or {
            0: subjects[known]
        }
    elif subjects is not None:
        yield from _joined(table, store.pairs(p), subjects, o, needed)
    elif objects is not None:
        rows = store.by_object(p)
        yield from _joined(table, rows, objects, s, needed)
    else:
        raise AssertionError(f"the atom {atom} shares no variable with the atoms before it")


def _narrowed(store: Store, atom: Atom) -> Column:
    """The rows of a property, or only those of the subject or object that the atom names."""
    s, p, o = atom
    if s < 0 and o < 0:
        return store.pairs(p)
    rows = store.pairs(p) if s >= 0 else store.by_object(p)
    low, high = np.searchsorted(rows, [max(s, o) << HALF, (max(s, o) + 1) << HALF])
    found = rows[low:high]
    return found if s >= 0 else pair(second(found), first(found))


def _column(term: int, table: Table, length: int) -> Column | None:
    return np.full(length, term, np.int64) if term >= 0 else table.get(term)


def _joined(table: Table, rows: Column, keys: Column, new: int, needed: frozenset[int] | None) -> Iterator[Table]:
    """Each row of the table with each partner of its key in `rows`."""
    low = np.searchsorted(rows, keys << HALF)
    counts = np.searchsorted(rows, (keys + 1) << HALF) - low
    kept = {v: part for v, part in table.items() if needed is None or v in needed}
    with_new = needed is None or new in needed
    for begin, end in _pieces(counts):
        some = counts[begin:end]
        origin = np.repeat(np.arange(begin, end), some)
        part = {v: whole[origin] for v, whole in kept.items()}
        if with_new:
            offset = low[begin:end] - (np.cumsum(some) - some)
            part[new] = rows[np.arange(len(origin)) + np.repeat(offset, some)] & LOW
        yield part or {0: origin}


def _pieces(counts: Column) -> Iterator[tuple[int, int]]:
    """The rows of a join cut so that each piece makes at most PIECE rows, or is one row."""
    ends = np.cumsum(counts)
    if not len(ends) or not ends[-1]:
        return
    begin = 0
    while begin < len(ends):
        done = int(ends[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(ends, done + PIECE, side="right")))
        yield begin, end
        begin = end
