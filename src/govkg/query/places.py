"""Who may run now, and who for long: a quick query never waits for the long ones of others."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

LOOK = 0.1  # seconds between two looks at whether the client is still there


class GoneError(Exception):
    """The client went away."""


class FullError(Exception):
    """No place to run in, or to stay in. `reason` is `client` when the client itself has taken all that it may have, else `busy`."""

    def __init__(self, reason: str = "busy") -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(eq=False)
class _Turn:
    client: str
    number: int


class Places:
    """`count` places to run in, at most `count - 1` of them for long, at most `long_each` of those for one client.

    Who waits and has the fewest running comes first, then who came first.
    """

    def __init__(self, count: int, long_each: int, patience: float) -> None:
        self._changed = threading.Condition()
        self._count, self._free, self._long_free = count, count, count - 1
        self._long_each, self._patience = long_each, patience
        self._running, self._long = Counter[str](), Counter[str]()
        self._waiting: list[_Turn] = []
        self._served = 0

    @contextmanager
    def place(self, client: str, gone: Callable[[], bool]) -> Iterator[None]:
        """Wait for a place and hold it. Raises FullError when none comes free in time, GoneError when the client leaves."""
        self._enter(client, gone)
        try:
            yield
        finally:
            with self._changed:
                self._free += 1
                _less(self._running, client)
                self._changed.notify_all()

    def _enter(self, client: str, gone: Callable[[], bool]) -> None:
        until = time.monotonic() + self._patience
        with self._changed:
            self._served += 1
            turn = _Turn(client, self._served)
            self._waiting.append(turn)
            try:
                while not self._free or self._next() is not turn:
                    if time.monotonic() > until:
                        raise FullError
                    if gone():
                        raise GoneError
                    self._changed.wait(LOOK)
                self._free -= 1
                self._running[client] += 1
            finally:
                self._waiting.remove(turn)
                self._changed.notify_all()

    def taken(self) -> int:
        """How many places are taken now."""
        with self._changed:
            return self._count - self._free

    def _next(self) -> _Turn:
        return min(self._waiting, key=lambda turn: (self._running[turn.client], turn.number))

    def stay(self, client: str) -> None:
        """Who holds a place keeps it for long, and says `left` at the end. Raises FullError when that may not be."""
        with self._changed:
            if self._long[client] >= self._long_each:
                raise FullError("client")
            if not self._long_free:
                raise FullError
            self._long_free -= 1
            self._long[client] += 1

    def left(self, client: str) -> None:
        """A long stay has ended."""
        with self._changed:
            self._long_free += 1
            _less(self._long, client)


def _less(counts: Counter[str], client: str) -> None:
    counts[client] -= 1
    if not counts[client]:
        del counts[client]
