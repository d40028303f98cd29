"""A process is bound to one processor with all its threads, and set free again."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection

import pytest

from govkg.query.priority import step_aside
from govkg.query.processors import ALL, bind, set_free, threads_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="threads are read from /proc")


def bound(link: Connection, number: int) -> None:
    """A process with a thread before and one after it was bound."""
    stays = threading.Event()
    threading.Thread(target=stays.wait).start()
    bind(number)
    threading.Thread(target=stays.wait).start()
    link.send("bound")
    link.recv()
    stays.set()


def affinities(number: int) -> list[frozenset[int]]:
    return [frozenset(os.sched_getaffinity(thread)) for thread in threads_of(number)]


@pytest.mark.parametrize("number", range(len(ALL) + 1))
@pytest.mark.parametrize("free", [set_free, step_aside])
def test_a_bound_process_keeps_to_one_processor_until_it_is_free(number: int, free: Callable[[int], None]) -> None:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=bound, args=(theirs, number))
    process.start()
    assert process.pid
    ours.recv()
    before = affinities(process.pid)
    free(process.pid)
    after = affinities(process.pid)
    ours.send("enough")
    process.join()
    assert before == [frozenset({sorted(ALL)[number % len(ALL)]})] * 3
    assert after == [ALL] * 3


def test_a_process_that_has_ended_cannot_be_set_free() -> None:
    process = multiprocessing.get_context("fork").Process(target=int)
    process.start()
    process.join()
    assert process.pid
    with pytest.raises(OSError, match=str(process.pid)):
        set_free(process.pid)
