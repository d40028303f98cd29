"""Long queries pause while others are answered."""

import multiprocessing
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from govkg.query.pauses import Pauses, Pulse

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="states of processes are read from /proc"),
    pytest.mark.alone,
]
TWO = 2  # processors, of which none is to spare
QUIET = "govkg.query.pauses.QUIET"


@pytest.fixture
def worker() -> Iterator[int]:
    yield from _sleeper()


@pytest.fixture
def second() -> Iterator[int]:
    yield from _sleeper()


@pytest.fixture(autouse=True)
def long_moments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever came, came just now, however slow the machine."""
    monkeypatch.setattr(QUIET, 1e9)


def _sleeper() -> Iterator[int]:
    with subprocess.Popen(["sleep", "60"]) as process:
        try:
            yield process.pid
        finally:
            process.kill()


def is_stopped(number: int, expected: bool = True) -> bool:
    until = time.monotonic() + 5
    while (found := _state(number) == "T") != expected and time.monotonic() < until:
        time.sleep(0.01)
    return found


def _state(number: int) -> str:
    return Path(f"/proc/{number}/stat").read_text("ascii").rpartition(")")[2].split()[0]


def test_a_long_query_pauses_when_somebody_asks_and_goes_on_when_it_is_quiet(
    worker: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses = Pauses(Pulse(), TWO)
    pauses.add(worker)
    pauses.attend()
    assert is_stopped(worker)
    monkeypatch.setattr(QUIET, 0)
    pauses.look(worker)
    assert not is_stopped(worker, False)


def test_it_stays_paused_as_long_as_others_come(worker: int) -> None:
    pauses = Pauses(Pulse(), TWO)
    pauses.add(worker)
    for _ in range(5):
        pauses.attend()
        pauses.look(worker)
    assert is_stopped(worker)


def test_a_query_that_began_while_others_come_pauses_at_the_first_look(worker: int) -> None:
    pulse = Pulse()
    pauses = Pauses(pulse, TWO)
    pauses.add(worker)
    pulse.beat()
    pauses.look(worker)
    assert is_stopped(worker)


def test_as_many_as_there_are_processors_to_spare_run_on(worker: int, second: int) -> None:
    pauses = Pauses(Pulse(), TWO + 1)
    pauses.add(worker)
    pauses.add(second)
    pauses.attend()
    assert is_stopped(second)
    assert not is_stopped(worker, False)


def test_who_asks_another_process_of_the_server_pauses_it_too(worker: int, monkeypatch: pytest.MonkeyPatch) -> None:
    pulse = Pulse()
    pauses = Pauses(pulse, TWO)
    pauses.add(worker)
    monkeypatch.setattr(QUIET, pulse.age)  # nobody came
    pauses.look(worker)
    assert not is_stopped(worker, False)
    other = multiprocessing.get_context("fork").Process(target=pulse.beat)
    other.start()
    other.join()
    pauses.look(worker)
    assert is_stopped(worker)


def test_what_has_an_answer_is_not_left_paused_and_is_forgotten(worker: int) -> None:
    pauses = Pauses(Pulse(), TWO)
    pauses.add(worker)
    pauses.attend()
    pauses.remove(worker)
    assert not is_stopped(worker, False)
    pauses.attend()
    assert not is_stopped(worker, False)


def test_a_process_that_has_ended_troubles_nobody() -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()
    pauses = Pauses(Pulse(), TWO)
    pauses.add(ended.pid)
    pauses.attend()
    pauses.remove(ended.pid)
