"""A process is bound to one processor with all its threads, and set free again."""

import multiprocessing
import os
import socket
import sys
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection

import pytest

from govkg.query.course import Course
from govkg.query.credit import Credit
from govkg.query.limits import Limits
from govkg.query.nursery import Child
from govkg.query.places import Places
from govkg.query.processors import ALL, bind, bring_beside, set_free, threads_of

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


@pytest.fixture
def process(request: pytest.FixtureRequest) -> Iterator[int]:
    """One that is bound; to the first processor unless a test says another."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=bound, args=(theirs, getattr(request, "param", 0)))
    process.start()
    ours.recv()
    assert process.pid
    yield process.pid
    ours.send("enough")
    process.join()


@pytest.mark.parametrize(("process", "number"), [(n, n) for n in range(len(ALL) + 1)], indirect=["process"])
def test_a_bound_process_keeps_to_one_processor_until_it_is_free(process: int, number: int) -> None:
    assert affinities(process) == [frozenset({sorted(ALL)[number % len(ALL)]})] * 3
    set_free(process)
    assert affinities(process) == [ALL] * 3


def test_a_process_is_brought_beside_one_that_is_bound_and_else_left_where_it_is(process: int) -> None:
    bring_beside(process)
    assert affinities(process) == [frozenset({min(ALL)})] * 3
    last = frozenset({max(ALL)})
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, last)
    try:
        bring_beside(process)
    finally:
        os.sched_setaffinity(0, before)
    assert affinities(process) == [last] * 3


def test_a_query_of_some_time_may_run_anywhere_and_its_worker_comes_back(
    process: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = 0.0
    monkeypatch.setattr("govkg.query.course.processor_time", lambda number: taken)
    child = Child(process, *socket.socketpair())
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(ALL)})
    try:
        course = Course(Limits(aside=1), Places(2, 1, 1), Credit(1), child, "")
        course.look()
        assert affinities(process) == [frozenset({min(ALL)})] * 3
        taken = 0.01
        course.look()
        assert affinities(process) == [ALL] * 3
        course.end()
        assert affinities(process) == [frozenset({max(ALL)})] * 3
    finally:
        os.sched_setaffinity(0, before)
        child.link.close()
        child.keeper.close()


def test_a_process_that_has_ended_cannot_be_set_free() -> None:
    process = multiprocessing.get_context("fork").Process(target=int)
    process.start()
    process.join()
    assert process.pid
    with pytest.raises(OSError, match=str(process.pid)):
        set_free(process.pid)
