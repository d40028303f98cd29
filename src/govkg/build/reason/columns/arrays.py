"""Sorted columns of numbers: the only operations that the column engine needs of numpy.

A pair (s, o) is one 64-bit number, the subject in its upper half, so that a sorted column is an index by subject.
"""

from typing import Any

import numpy as np

Column = np.ndarray[tuple[Any, ...], np.dtype[np.int64]]  # numpy.typing would have to be loaded
Mask = np.ndarray[tuple[Any, ...], np.dtype[np.bool_]]
Stages = np.ndarray[tuple[Any, ...], np.dtype[np.uint16]]

HALF = 32
LOW = (1 << HALF) - 1
EMPTY: Column = np.empty(0, np.int64)


def column(numbers: object) -> Column:
    """Numbers as a column, in their order."""
    return np.asarray(numbers, np.int64)


def pair(s: Column | int, o: Column | int) -> Column:
    """Subjects and objects as pairs."""
    return column((s << HALF) | o)


def first(pairs: Column) -> Column:
    """The upper halves."""
    return pairs >> HALF


def second(pairs: Column) -> Column:
    """The lower halves."""
    return pairs & LOW


def flipped(pairs: Column) -> Column:
    """The pairs turned round, not sorted."""
    return ((pairs & LOW) << HALF) | (pairs >> HALF)


def ordered(numbers: Column) -> Column:
    """Sorted, each once; the same object when it is so already."""
    if len(numbers) < 2:
        return numbers
    steps = numbers[1:] > numbers[:-1]
    if steps.all():
        return numbers
    if not (numbers[1:] >= numbers[:-1]).all():
        numbers = np.sort(numbers)
        steps = numbers[1:] > numbers[:-1]
    return numbers[np.concatenate(([True], steps))]


def distinct(numbers: Column) -> list[int]:
    """The different numbers in their order. (numpy's own loads its masked arrays for it, a seventh of its start.)"""
    found: list[int] = ordered(numbers).tolist()
    return found


def contains(rows: Column, numbers: Column) -> Mask:
    """Which of the numbers are in a sorted column."""
    if not len(rows):
        return np.zeros(len(numbers), np.bool_)
    at = np.searchsorted(rows, numbers)
    at[at == len(rows)] = 0
    return np.asarray(rows[at] == numbers)


def missing(rows: Column, numbers: Column) -> Column:
    """The numbers that are not in a sorted column."""
    return numbers[~contains(rows, numbers)] if len(rows) and len(numbers) else numbers


def places(rows: Column, new: Column) -> tuple[Column, Mask]:
    """Where new sorted numbers go in a merged column, and where the old ones stay."""
    at = np.searchsorted(rows, new) + np.arange(len(new))
    old = np.ones(len(rows) + len(new), np.bool_)
    old[at] = False
    return at, old
