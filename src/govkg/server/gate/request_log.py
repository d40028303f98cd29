"""Lines of JSON on the standard error, written by a thread of its own: a reader that does not read never makes a request wait."""

import atexit
import sys
import threading
import time
from collections import deque
from collections.abc import Callable

_MOST = 10_000  # lines that wait; what comes after is dropped and counted
_PAUSE = 0.05  # seconds between two writings, so that a busy server writes many lines at once


class RequestLog:
    """Takes lines and writes them in their order. Its thread starts with the first line, so that a process may fork before."""

    def __init__(self, write: Callable[[str], object] = sys.stderr.write) -> None:
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

    def flush(self) -> None:
        """Write what waits."""
        with self._lock:
            lines = [self._lines.popleft() for _ in range(len(self._lines))]
            if lines:
                self._write("\n".join(lines) + "\n")

    def _start(self) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="request log", daemon=True)
                self._thread.start()
                atexit.register(self.flush)

    def _run(self) -> None:
        while self._wake.wait():
            self._wake.clear()
            self.flush()
            sys.stderr.flush()
            time.sleep(_PAUSE)
