"""Forks processes from one that never has threads, so that a worker can be replaced while the web server's threads run.

A fork copies whatever locks other threads hold, for ever (POSIX fork). So this process forks once, early, a keeper; the keeper has
the data, forks a child on each request and hands over the socket to it. Children share the data's memory. A second keeper waits as
a spare: when the first ends, it takes over and forks a spare of its own. Looked at first: the library pebble. It forks from the web
server's own process while its threads run, pickles answers, and waits in steps of 0.1 s.
"""

import contextlib
import gc
import os
import select
import signal
import socket
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn, Self

from govkg.core.errors import GovkgError, Problem

_ORDER = struct.Struct(
    "!ci"
)  # S: spawn a child, K: fork another keeper; E: end the child with this number, L: let it end, D: drop it
_REPORT = struct.Struct("!ii")  # the child's number, how it ended
_TO_END = 5  # seconds that a child has to end by itself
Work = Callable[[socket.socket], None]


@dataclass(frozen=True)
class Child:
    """A process and the socket to it; `keeper` is the socket to the process that forked it."""

    number: int
    link: socket.socket
    keeper: socket.socket

    @property
    def is_kept(self) -> bool:
        """Whether its keeper lives."""
        handle = self.keeper.fileno()
        return handle >= 0 and not _is_cut(handle)


class Nursery:
    """Children that run `work(socket)`. Make it before any thread starts; close it at the end."""

    def __init__(self, work: Work) -> None:
        self._lock = threading.Lock()
        gc.collect()
        gc.freeze()  # so that the collector does not touch, and so copy, shared pages
        self._keepers = [_fork_keeper(work), _fork_keeper(work)]  # as number and socket
        gc.unfreeze()
        self._ours = [number for number, _ in self._keepers]

    @classmethod
    def at(cls, child: Child) -> Self:
        """The nursery of a child of another one that called `keep`."""
        found = cls.__new__(cls)
        found._lock, found._keepers, found._ours = threading.Lock(), [(child.number, child.link)], []
        return found

    def spawn(self) -> Child:
        """A new child. Raises GovkgError when the system has no room for one or no keeper is left."""
        with self._lock:
            while self._mended():
                _, keeper = self._keepers[0]
                if made := _made(keeper, b"S"):
                    return Child(made[0], made[1], keeper)
        raise GovkgError([Problem("query workers", 0, "no process could be started", "restart the server")])

    def alive(self) -> bool:
        """Whether lost children can be replaced. Asking mends what can be mended."""
        with self._lock:
            return self._mended()

    def end(self, child: Child) -> int:
        """Kill a child, if it still lives. Gives the signal that ended it (SIGKILL when it still lived), or 0."""
        return self._ended(child, b"E")

    def drop(self, child: Child) -> None:
        """Kill a child that still lives, and wait for nothing: one that runs at a low priority may take a while to die."""
        child.link.close()
        with self._lock, contextlib.suppress(OSError):
            child.keeper.sendall(_ORDER.pack(b"D", child.number))

    def let_end(self, child: Child) -> None:
        """Close the socket to a child, and wait for it to end by itself; it is killed when it takes too long."""
        self._ended(child, b"L")

    def _ended(self, child: Child, how: bytes) -> int:
        child.link.close()
        with self._lock:
            report = _ended(child, how)
        return os.WTERMSIG(report) if os.WIFSIGNALED(report) else 0

    def close(self) -> None:
        """End all children and the keepers, and wait for them."""
        with self._lock:
            while self._keepers:
                self._keepers.pop()[1].close()
        for number in self._ours:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(number, 0)

    def _mended(self) -> bool:
        """Forget keepers that have ended and see to a spare. False when none is left: then nothing can be forked any more."""
        for keeper in [keeper for keeper in self._keepers if _has_ended(keeper[1])]:
            self._keepers.remove(keeper)
            keeper[1].close()
        with contextlib.suppress(GovkgError):  # no room for a spare now; the next who asks tries again
            if len(self._keepers) == 1 and (made := _made(self._keepers[0][1], b"K")):
                self._keepers.append(made)
        return bool(self._keepers)


def _fork_keeper(work: Work) -> tuple[int, socket.socket]:
    ours, theirs = socket.socketpair()
    number = os.fork()
    if not number:
        keep(theirs, work)
    theirs.close()
    return number, ours


def _has_ended(control: socket.socket) -> bool:
    """Between two orders nothing comes from a keeper but its end."""
    poll = select.poll()
    poll.register(control, select.POLLIN)
    return bool(poll.poll(0))


def _is_cut(handle: int) -> bool:
    """Whether the other end of a socket is gone, whatever is still to be read."""
    poll = select.poll()
    poll.register(handle, 0)  # that end is told in any case
    return bool(poll.poll(0))


def _made(control: socket.socket, what: bytes) -> tuple[int, socket.socket] | None:
    """What a keeper forked, as number and socket; None when it has ended. Raises GovkgError when the system has no room."""
    try:
        control.sendall(_ORDER.pack(what, 0))
        report, handles, _, _ = socket.recv_fds(control, _REPORT.size, 1)
    except OSError:
        return None
    if len(report) < _REPORT.size:
        return None
    if not handles:
        raise GovkgError([Problem("query workers", 0, "no process could be started", "free some memory or processes")])
    return _REPORT.unpack(report)[0], socket.socket(fileno=handles[0])


def _ended(child: Child, how: bytes) -> int:
    """How a child ended, as its keeper tells; 0 when the keeper itself has. Such a child ends at its own alarm, or has no one to hear."""
    try:
        child.keeper.sendall(_ORDER.pack(how, child.number))
        report = child.keeper.recv(_REPORT.size)
    except OSError:
        return 0
    return _REPORT.unpack(report)[1] if len(report) == _REPORT.size else 0


def keep(control: socket.socket, work: Work) -> NoReturn:
    """The keeper's life, until the other end of the socket is closed. Leaves no child behind, whatever ends it but SIGKILL."""
    _forget_the_parent(control)
    children: set[int] = set()
    dying: set[int] = set()
    try:
        signal.signal(
            signal.SIGINT, signal.SIG_IGN
        )  # Ctrl-C reaches the whole group; the server tells the keeper when to end
        signal.signal(signal.SIGTERM, _leave)
        while order := control.recv(_ORDER.size):
            what, number = _ORDER.unpack(order)
            dying -= {ended for ended in dying if os.waitpid(ended, os.WNOHANG)[0]}
            if what == b"D":
                _kill(number, children, dying)
            if what == b"L":
                _wait(number, children)
            if what in (b"E", b"L"):
                control.sendall(_REPORT.pack(number, _end(number, children)))
            elif what == b"S":
                _spawn(control, lambda theirs, ours: _live(theirs, control, ours, work), children)
            elif what == b"K":
                _spawn(control, lambda theirs, _: keep(theirs, work), set())  # a keeper outlives its own
    except (OSError, SystemExit):
        pass
    finally:
        for number in list(children):
            _end(number, children)
        os._exit(0)


def _spawn(
    control: socket.socket, life: Callable[[socket.socket, socket.socket], NoReturn], children: set[int]
) -> None:
    ours, theirs = socket.socketpair()
    try:
        number = os.fork()
    except OSError:
        control.sendall(_REPORT.pack(0, 0))
        return
    if not number:
        life(theirs, ours)
    children.add(number)
    socket.send_fds(control, [_REPORT.pack(number, 0)], [ours.fileno()])
    ours.close()
    theirs.close()


def _live(link: socket.socket, control: socket.socket, other: socket.socket, work: Work) -> NoReturn:
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


def _kill(number: int, children: set[int], dying: set[int]) -> None:
    """It is waited for later, by whoever gives the next order."""
    if number in children:
        os.kill(number, signal.SIGKILL)
        children.discard(number)
        dying.add(number)


def _wait(number: int, children: set[int]) -> None:
    """Give a child some time to end; it stays one that nobody waited for."""
    until = time.monotonic() + _TO_END
    while number in children and time.monotonic() < until:
        if os.waitid(os.P_PID, number, os.WEXITED | os.WNOWAIT | os.WNOHANG):
            return
        time.sleep(0.01)


def _leave(number: int, frame: object) -> None:
    raise SystemExit(0)


def _forget_the_parent(control: socket.socket) -> None:
    """Close what was inherited, lest a listening socket or a pipe stay open with the children."""
    keep = control.fileno()
    os.closerange(3, keep)
    os.closerange(max(3, keep + 1), max(4096, os.sysconf("SC_OPEN_MAX")))
