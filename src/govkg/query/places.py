"""Who may run now, and who for long: a quick query never waits for the long ones of others."""

import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

LOOK = 0.1  # seconds between two looks at whether the client is still there


class GoneError(Exception):
    """The client went away."""


class FullError(Exception):
    """No place to run in, or to stay in. `reason` is `client` when the client itself has taken all that it may have, else `busy`."""

    def __init__(self, reason: str = "busy") -> None:
        super().__init__(reason)
        self.reason = reason


def stays() -> bool:
    """Whether a client has left, where nobody can tell: it has not."""
    return False


def _shut() -> threading.Lock:
    lock = threading.Lock()
    lock.acquire()
    return lock


@dataclass(eq=False)
class _Turn:
    client: str
    number: int
    called: threading.Lock = field(default_factory=_shut)  # opened by who gives the place, so that no one else wakes


class Places:
    """`count` places to run in, at most `count - 1` of them for long, at most `long_each` of those for one client.

    Who waits and has the fewest running comes first, then who came first.
    """

    def __init__(self, count: int, long_each: int, patience: float) -> None:
        self._lock = threading.Lock()
        self._count, self._free, self._long_free = count, count, count - 1
        self._long_each, self._patience = long_each, patience
        self._running, self._long = Counter[str](), Counter[str]()
        self._waiting: list[_Turn] = []
        self._served = 0

    def enter(self, client: str, gone: Callable[[], bool]) -> None:
        """Wait for a place and take it, until `leave`. Raises FullError when none comes free in time, GoneError when the client leaves."""
        with self._lock:
            if self._free:  # then no one waits
                self._take(client)
                return
            self._served += 1
            turn = _Turn(client, self._served)
            self._waiting.append(turn)
        try:
            self._wait(turn, gone)
        except BaseException:
            self._withdraw(turn)
            raise

    def leave(self, client: str) -> None:
        """Give a place back; who is next gets it."""
        with self._lock:
            self._give_back(client)

    def taken(self) -> int:
        """How many places are taken now."""
        with self._lock:
            return self._count - self._free

    def stay(self, client: str) -> None:
        """Who holds a place keeps it for long, and says `left` at the end. Raises FullError when that may not be."""
        with self._lock:
            if self._long[client] >= self._long_each:
                raise FullError("client")
            if not self._long_free:
                raise FullError
            self._long_free -= 1
            self._long[client] += 1

    def left(self, client: str) -> None:
        """A long stay has ended."""
        with self._lock:
            self._long_free += 1
            _less(self._long, client)

    def _take(self, client: str) -> None:
        self._free -= 1
        self._running[client] += 1

    def _give_back(self, client: str) -> None:
        self._free += 1
        _less(self._running, client)
        if self._waiting:
            turn = min(self._waiting, key=lambda turn: (self._running[turn.client], turn.number))
            self._waiting.remove(turn)
            self._take(turn.client)
            turn.called.release()

    def _wait(self, turn: _Turn, gone: Callable[[], bool]) -> None:
        until = time.monotonic() + self._patience
        while not turn.called.acquire(timeout=LOOK):
            if time.monotonic() > until:
                raise FullError
            if gone():
                raise GoneError

    def _withdraw(self, turn: _Turn) -> None:
        """Wait no more; a place that was given meanwhile goes to the next."""
        with self._lock:
            if turn in self._waiting:
                self._waiting.remove(turn)
            else:
                self._give_back(turn.client)


def _less(counts: Counter[str], client: str) -> None:
    counts[client] -= 1
    if not counts[client]:
        del counts[client]
