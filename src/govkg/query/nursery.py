"""Forks processes from one that never has threads, so that a worker can be replaced while the web server's threads run.

A fork copies whatever locks other threads hold, for ever (POSIX fork). So this process forks once, early, a keeper; the keeper has
the data, forks a child on each request and hands over the socket to it. Children share the data's memory. Looked at first: the
library pebble. It forks from the web server's own process while its threads run, pickles answers, and waits in steps of 0.1 s.
"""

import contextlib
import gc
import os
import signal
import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from govkg.core.errors import GovkgError, Problem

_ORDER = struct.Struct("!ci")  # S: spawn, or E: end the child with this number
_REPORT = struct.Struct("!ii")  # the child's number, how it ended


@dataclass(frozen=True)
class Child:
    """A process and the socket to it."""

    number: int
    link: socket.socket


class Nursery:
    """Children that run `work(socket)`. Make it before any thread starts; close it at the end."""

    def __init__(self, work: Callable[[socket.socket], None]) -> None:
        self._lock = threading.Lock()
        self._control, theirs = socket.socketpair()
        gc.collect()
        gc.freeze()  # so that the collector does not touch, and so copy, shared pages
        self._keeper = os.fork()
        if not self._keeper:
            _keep(theirs, work)
        gc.unfreeze()
        theirs.close()

    def spawn(self) -> Child:
        """A new child. Raises GovkgError when the system has no room for one."""
        with self._lock:
            self._order(b"S", 0)
            report, handles, _, _ = socket.recv_fds(self._control, _REPORT.size, 1)
        if len(report) < _REPORT.size or not handles:
            raise GovkgError([Problem("query workers", 0, "no process could be started", "restart the server")])
        return Child(_REPORT.unpack(report)[0], socket.socket(fileno=handles[0]))

    def end(self, child: Child) -> int:
        """Kill a child, if it still lives. Gives the signal that ended it (SIGKILL when it still lived), or 0."""
        child.link.close()
        with self._lock:
            self._order(b"E", child.number)
            report = self._control.recv(_REPORT.size)
        status = _REPORT.unpack(report)[1] if len(report) == _REPORT.size else 0
        return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0

    def close(self) -> None:
        """End all children and the keeper, and wait for it."""
        with self._lock:
            self._control.close()
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self._keeper, 0)

    def _order(self, what: bytes, number: int) -> None:
        with contextlib.suppress(OSError):  # the keeper is gone; the report that does not come says so
            self._control.sendall(_ORDER.pack(what, number))


def _keep(control: socket.socket, work: Callable[[socket.socket], None]) -> NoReturn:
    """The keeper's life. Leaves no child behind, whatever ends it but SIGKILL."""
    _forget_the_parent(control)
    children: set[int] = set()
    try:
        signal.signal(
            signal.SIGINT, signal.SIG_IGN
        )  # Ctrl-C reaches the whole group; the server tells the keeper when to end
        signal.signal(signal.SIGTERM, _leave)
        while order := control.recv(_ORDER.size):
            what, number = _ORDER.unpack(order)
            if what == b"S":
                _spawn(control, work, children)
            else:
                control.sendall(_REPORT.pack(number, _end(number, children)))
    except (OSError, SystemExit):
        pass
    finally:
        for number in list(children):
            _end(number, children)
        os._exit(0)


def _spawn(control: socket.socket, work: Callable[[socket.socket], None], children: set[int]) -> None:
    ours, theirs = socket.socketpair()
    try:
        number = os.fork()
    except OSError:
        control.sendall(_REPORT.pack(0, 0))
        return
    if not number:
        _live(theirs, control, ours, work)
    children.add(number)
    socket.send_fds(control, [_REPORT.pack(number, 0)], [ours.fileno()])
    ours.close()
    theirs.close()


def _live(
    link: socket.socket, control: socket.socket, other: socket.socket, work: Callable[[socket.socket], None]
) -> NoReturn:
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        control.close()
        other.close()
        work(link)
    finally:
        os._exit(0)


def _end(number: int, children: set[int]) -> int:
    """Only the keeper ends children, since only it knows that a number is still theirs."""
    if number not in children:
        return 0
    os.kill(number, signal.SIGKILL)  # one that has ended by itself keeps its own status until it is waited for
    children.discard(number)
    return os.waitpid(number, 0)[1]


def _leave(number: int, frame: object) -> None:
    raise SystemExit(0)


def _forget_the_parent(control: socket.socket) -> None:
    """Close what was inherited, lest a listening socket or a pipe stay open with the children."""
    keep = control.fileno()
    os.closerange(3, keep)
    os.closerange(max(3, keep + 1), max(4096, os.sysconf("SC_OPEN_MAX")))
