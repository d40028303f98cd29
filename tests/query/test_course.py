"""A query on its way: it pauses while others ask, and is ended wherever it stands."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from govkg.query.limits import Limits
from govkg.query.pauses import Pauses, Pulse
from govkg.query.task import Reply, Task
from govkg.query.workers import Pool

from .test_workers import ENDLESS, JSON, store

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="states of processes are read from /proc"),
    pytest.mark.alone,
]
LIMITS = Limits(seconds=3, aside=0.05, quick=2, memory=128, workers=2, client=1)
FOREVER = 1e9


@pytest.fixture
def crowd(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Somebody asks all the time."""
    monkeypatch.setattr("govkg.query.pauses.QUIET", FOREVER)
    monkeypatch.setattr("govkg.query.course.PAUSES", pauses := Pauses(Pulse(), 2))
    pauses.attend()
    yield


def test_a_query_that_has_used_up_its_clients_processor_time_is_stopped_while_others_ask(crowd: None) -> None:
    with Pool(store(), LIMITS) as pool:
        number, reply = _until_stopped(pool, lambda: False)
    assert number
    assert reply.reason == "seconds"


def test_a_query_of_the_site_itself_is_not_stopped(crowd: None) -> None:
    with Pool(store(), replace(LIMITS, seconds=1, aside=1)) as pool:
        number, reply = _until_stopped(pool, lambda: False)
    assert not number
    assert reply.reason == "seconds"


@pytest.mark.parametrize("reason", ["seconds", "gone", "client"])
def test_a_stopped_query_is_ended_for_every_reason_and_the_next_is_answered(crowd: None, reason: str) -> None:
    leaves = threading.Event()
    with Pool(store(), LIMITS) as pool:
        if reason == "client":
            pool._places.stay("a")  # the client has its one long query already
        number, reply = _until_stopped(pool, leaves.is_set, leaves.set if reason == "gone" else None)
        assert reply.reason == reason
        until = time.monotonic() + 10
        while _state(number) not in ("", "Z") and time.monotonic() < until:
            time.sleep(0.01)
        assert _state(number) in ("", "Z")
        assert not pool.ask(Task("ASK {}", JSON)).reason


def test_a_query_that_only_waits_for_a_processor_is_not_put_back() -> None:
    with Pool(store(), LIMITS) as pool:
        numbers = {child.number for _, child in pool._idle}
        for number in numbers:
            os.kill(number, signal.SIGSTOP)  # as good as a machine that is full
        found: list[Reply] = []
        asking = threading.Thread(target=lambda: found.append(pool.ask(Task("ASK {}", JSON))))
        asking.start()
        time.sleep(6 * LIMITS.aside)
        for number in numbers:
            os.kill(number, signal.SIGCONT)
        asking.join()
        assert not found[0].reason
        assert {child.number for _, child in pool._idle} == numbers  # whoever was put back is replaced


def _until_stopped(pool: Pool, gone: Callable[[], bool], then: Callable[[], None] | None = None) -> tuple[int, Reply]:
    """The number of the worker that was seen stopped while it answered a query without end, or 0; and the reply at last."""
    numbers = [child.number for _, child in pool._idle]
    found: list[Reply] = []
    asking = threading.Thread(target=lambda: found.append(pool.ask(Task(ENDLESS, JSON), "a", gone)))
    asking.start()
    stopped = 0
    while asking.is_alive():
        if not stopped and (stopped := next((n for n in numbers if _state(n) == "T"), 0)) and then:
            then()
        time.sleep(0.002)
    return stopped, found[0]


def _state(number: int) -> str:
    try:
        return Path(f"/proc/{number}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return ""
