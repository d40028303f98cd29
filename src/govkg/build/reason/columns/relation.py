"""One property or one class: its rows in a sorted column, the round that each came in, and those that are new."""

from collections.abc import Callable

import numpy as np

from govkg.build.reason.columns.arrays import EMPTY, Column, Stages, flipped, missing, ordered, places

NEVER = 65_535
"""The stage of what is not there."""


class Relation:
    """Pairs of a property, or the members of a class. Rows only grow."""

    __slots__ = ("_flipped", "_pending", "delta", "rows", "stages")

    def __init__(self) -> None:
        self.rows: Column = EMPTY
        self.stages: Stages = np.empty(0, np.uint16)
        self.delta: Column = EMPTY
        self._pending: list[Column] = []
        self._flipped: Column | None = None

    def add(self, numbers: Column) -> int:
        """Keep for the next round what is not known yet; says how many rows that may be."""
        new = missing(self.rows, ordered(numbers))
        if len(new):
            self._pending.append(new)
        return len(new)

    def sift(self, keep: Callable[[Column], Column]) -> None:
        """Let only some of what was added be known in the next round."""
        self._pending = [part for part in map(keep, self._pending) if len(part)]

    def absorb(self, stage: int) -> bool:
        """Let what was added since the last round be `delta` and part of `rows`. False when nothing was."""
        if not self._pending:
            self.delta = EMPTY
            return False
        pending, self._pending = self._pending, []
        self.delta = new = pending[0] if len(pending) == 1 else ordered(np.concatenate(pending))
        at, old = places(self.rows, new)
        self.rows = _merged(self.rows, new, at, old)
        stages = np.full(len(old), stage, np.uint16)
        stages[old] = self.stages
        self.stages = stages
        if self._flipped is not None:
            turned = np.sort(flipped(new))
            self._flipped = _merged(self._flipped, turned, *places(self._flipped, turned))
        return True

    @property
    def by_object(self) -> Column:
        """The rows of a property turned round and sorted: an index by object, made when first asked for."""
        if self._flipped is None:
            self._flipped = np.sort(flipped(self.rows))
        return self._flipped

    def stages_of(self, numbers: Column) -> Stages:
        """The round in which each of the numbers came, NEVER for those that are not in `rows`."""
        if not len(self.rows):
            return np.full(len(numbers), NEVER, np.uint16)
        at = np.searchsorted(self.rows, numbers)
        at[at == len(self.rows)] = 0
        return np.where(self.rows[at] == numbers, self.stages[at], NEVER).astype(np.uint16)

    def forget_indexes(self) -> None:
        """Free what only the rules need."""
        self._flipped = None
        self.delta = EMPTY


def _merged(rows: Column, new: Column, at: Column, old: np.typing.NDArray[np.bool_]) -> Column:
    if not len(rows):
        return new
    merged = np.empty(len(old), np.int64)
    merged[at] = new
    merged[old] = rows
    return merged
