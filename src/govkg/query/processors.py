"""The processors that a process may run on (sched_setaffinity(2)); where the system has no such thing, all of them are taken for one set."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

ALL = frozenset(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else frozenset(range(os.cpu_count() or 1))
"""Those that this program was given when it began."""


def bind(number: int) -> None:
    """Keep this process to one processor: `number` counts from 0, and begins anew after the last. Who is forked from it inherits that.

    A server's process and its query workers hand every answer to each other: on one processor nobody has to be woken on another, and
    what they share stays in its cache.
    """
    if hasattr(os, "sched_setaffinity"):
        _keep(os.getpid(), frozenset({sorted(ALL)[number % len(ALL)]}))


def bring_beside(number: int) -> None:
    """Keep another process to the processor that this one was bound to, if it was. Raises OSError when it has ended."""
    if hasattr(os, "sched_setaffinity") and (here := frozenset(os.sched_getaffinity(0))) != ALL:
        _keep(number, here)


def set_free(number: int) -> None:
    """Let a process run on all of them. Raises OSError when it has ended."""
    if hasattr(os, "sched_setaffinity"):
        _keep(number, ALL)


def _keep(number: int, processors: frozenset[int]) -> None:
    for thread in threads_of(number):
        with contextlib.suppress(ProcessLookupError):  # a thread may end, the process goes on
            os.sched_setaffinity(thread, processors)


def threads_of(number: int) -> Iterator[int]:
    """The threads of a process. Raises OSError when it has ended."""
    return (int(thread.name) for thread in Path(f"/proc/{number}/task").iterdir())
