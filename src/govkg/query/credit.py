"""The processor time that a client may take at once before its queries stand back for others."""

import sys
import threading
import time
from collections import OrderedDict

_LEAST = 0.025  # seconds; a query that needs no more is quick, whoever asks
_REFILL = 0.01  # seconds of processor a second
_DEEPEST = 10  # times the most that can be left: what a client owes at worst, so that it is quit in under two minutes
_CLIENTS = 10_000  # that are remembered


class Credit:
    """`most` seconds for a client whose queries were all shorter; what longer ones spent comes back at a hundredth of the time."""

    def __init__(self, most: float) -> None:
        self._most, self._lock = most, threading.Lock()
        self._spent: OrderedDict[str, tuple[float, float]] = OrderedDict()  # seconds spent, and when that was

    def left(self, client: str) -> float:
        """The seconds of processor that a query of this client may take now."""
        with self._lock:
            return max(_LEAST, self._most - self._now(client))

    def spend(self, client: str, seconds: float) -> None:
        """A query of this client took so many seconds of processor; what a quick one takes is not counted."""
        if seconds < self._most:
            return
        with self._lock:
            self._spent[client] = min(self._now(client) + seconds, _DEEPEST * self._most), time.monotonic()
            self._spent.move_to_end(client)
            if len(self._spent) > _CLIENTS:
                self._spent.popitem(last=False)

    def _now(self, client: str) -> float:
        spent, when = self._spent.get(client, (0.0, 0.0))
        return max(0.0, spent - _REFILL * (time.monotonic() - when))


def processor_time(number: int) -> float:
    """Seconds of processor that a process has taken; where the system does not tell, the time of day.

    Raises OSError when there is no such process.
    """
    if sys.platform != "linux":
        return time.monotonic()
    return time.clock_gettime(~number << 3 | 2)  # clock_getcpuclockid(3), which Python lacks
