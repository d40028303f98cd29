"""Lines of JSON on the standard error, written by a thread of its own: a reader that does not read never makes a request wait."""

import atexit
import os
import threading
import time
from collections import deque
from collections.abc import Callable

_MOST = 10_000  # lines that wait; what comes after is dropped and counted
_PAUSE = 0.05  # seconds between two writings, so that a busy server writes many lines at once
_LAST = 1  # seconds that the end of the process waits for a reader who does not read
_STDERR = 2


def _to_standard_error(text: str) -> None:
    """Past Python's buffer, whose lock the end of the process would wait for."""
    rest = text.encode("utf-8", "backslashreplace")
    while rest:
        rest = rest[os.write(_STDERR, rest) :]


class RequestLog:
    """Takes lines and writes them in their order. Its thread starts with the first line, so that a process may fork before."""

    def __init__(self, write: Callable[[str], object] = _to_standard_error) -> None:
        self._write = write
        self._lines: deque[str] = deque()
        self._wake = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.dropped = 0

    def put(self, line: str) -> None:
        """Write a line soon; drop it when too many wait."""
        if len(self._lines) >= _MOST:
            self.dropped += 1
            return
        self._lines.append(line)
        if self._thread is None:
            self._start()
        if not self._wake.is_set():
            self._wake.set()

    def flush(self, patience: float = -1) -> None:
        """Write what waits; nothing when another still writes after so many seconds (below zero: wait for it)."""
        if not self._lock.acquire(timeout=patience):
            return
        try:
            lines = [self._lines.popleft() for _ in range(len(self._lines))]
            if lines:
                self._write("\n".join(lines) + "\n")
        finally:
            self._lock.release()

    def _start(self) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="request log", daemon=True)
                self._thread.start()
                atexit.register(self.flush, _LAST)

    def _run(self) -> None:
        while self._wake.wait():
            self._wake.clear()
            self.flush()
            time.sleep(_PAUSE)
