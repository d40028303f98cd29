"""Long queries pause while others are answered, so that those hardly feel them.

The system shares its processors among all who run; a server of several threads that shares one with a busy worker answers many times
more slowly, whatever their priorities. So a worker whose query is long is stopped as soon as somebody asks for something, and goes on
when it has been quiet for a moment.
"""

import contextlib
import mmap
import os
import signal
import threading
import time

LOOK = 0.002  # seconds between two looks at a long query
QUIET = 0.003  # seconds without a request or an answer after which long queries go on; more than between two looks
_SPARE = 2  # processors that long queries leave: one for the server, one for a quick query


class Pulse:
    """When somebody last asked or was answered. Processes that are forked after it was made share it."""

    def __init__(self) -> None:
        self._seen = memoryview(mmap.mmap(-1, mmap.PAGESIZE)).cast("d")

    def beat(self) -> None:
        """Somebody is here now."""
        self._seen[0] = time.monotonic()

    @property
    def age(self) -> float:
        """Seconds since somebody was here."""
        return time.monotonic() - self._seen[0]


class Pauses:
    """The long queries of a process, of which as many as there are processors to spare never pause."""

    def __init__(self, pulse: Pulse, processors: int | None = None) -> None:
        self._pulse, self._lock = pulse, threading.Lock()
        self._free = max(0, (processors or _processors()) - _SPARE)
        self._running: list[int] = []
        self._paused: set[int] = set()

    def attend(self) -> None:
        """Somebody asks or has been answered: long queries pause."""
        self._pulse.beat()
        if len(self._running) > self._free:
            with self._lock:
                self._pause()

    def add(self, number: int) -> None:
        """The query of this process is long. Its end is to be told by `remove`."""
        with self._lock:
            self._running.append(number)

    def look(self, number: int) -> None:
        """Let a query go on when it is quiet, else pause it. To be called every `LOOK` seconds."""
        with self._lock:
            if self._pulse.age < QUIET:
                self._pause()
            else:
                self._go_on(number)

    def remove(self, number: int) -> None:
        """The query has an answer, or its process was ended."""
        with self._lock:
            self._go_on(number)
            self._running.remove(number)

    def _pause(self) -> None:
        while len(self._running) > self._free:
            number = self._running.pop()
            self._paused.add(number)
            _signal(number, signal.SIGSTOP)

    def _go_on(self, number: int) -> None:
        if number in self._paused:
            self._paused.remove(number)
            self._running.append(number)
            _signal(number, signal.SIGCONT)


def _processors() -> int:
    """Those that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _signal(number: int, what: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):  # it has just ended
        os.kill(number, what)


PAUSES = Pauses(Pulse())  # one for all pools of this process; the pulse for all processes of a server
