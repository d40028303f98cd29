"""Waits until a machine is quiet: until servers have their data where they stay, and nothing else runs."""

import time
from collections.abc import Callable
from pathlib import Path

_STAT = Path("/proc/stat")  # of Linux, proc_stat(5); elsewhere there is only the waiting
_WINDOW = 1.0  # seconds of one look
_QUIET = 0.05  # of all processors' time that may be spent
_IN_A_ROW = 3  # quiet looks


def settled(patience: float = 90, spent: Callable[[], float] | None = None) -> str:
    """Wait until it is quiet, at most `patience` seconds. Gives a remark when it was not, or an empty text."""
    look, quiet, until, found = spent or _spent, 0, time.monotonic() + patience, 0.0
    while quiet < _IN_A_ROW:
        if time.monotonic() > until:
            return f"the machine was not quiet: {found:.0%} of the processors' time was spent before the measurement"
        found = look()
        quiet = quiet + 1 if found < _QUIET else 0
    return ""


def _spent() -> float:
    """The part of all processors' time that is spent in the next second."""
    before = _times()
    time.sleep(_WINDOW)
    after = _times()
    idle, whole = after[0] - before[0], after[1] - before[1]
    return 1 - idle / whole if whole else 0.0


def _times() -> tuple[int, int]:
    """Idle ticks and all ticks since the machine's start."""
    if not _STAT.exists():
        return 0, 0
    ticks = [int(text) for text in _STAT.read_text("ascii").splitlines()[0].split()[1:9]]
    return ticks[3] + ticks[4], sum(ticks)
