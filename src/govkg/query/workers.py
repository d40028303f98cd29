"""Questions of strangers, answered by processes that are killed at the limit. Knows nothing of the web.

The engine cannot be cancelled, and a deeply nested query or one that takes all memory ends its process; so it runs in one that can
be lost. A new one is there some milliseconds later, since it shares the data of the process that it is forked from.
"""

import contextlib
import signal
import socket
import struct
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import TracebackType

import pyoxigraph as ox

from govkg.core.errors import GovkgError
from govkg.query.course import Course
from govkg.query.credit import Credit
from govkg.query.limits import Limits
from govkg.query.nursery import Child, Nursery
from govkg.query.pauses import LOOK
from govkg.query.places import FullError, GoneError, Places, stays
from govkg.query.task import Reply, Task, begin, receive_rest, send
from govkg.query.worker import work

_PATIENCE = 10  # seconds that a query waits for its turn
_TICK = 0.01  # seconds between two looks at a query that goes on
_SOONEST = 0.001  # seconds; none would mean to wait for ever
_ENDS: dict[int, str] = {
    signal.SIGABRT: "memory",
    signal.SIGKILL: "memory",
    signal.SIGALRM: "seconds",
}  # SIGKILL: the system's own memory guard


@dataclass(frozen=True)
class State:
    """How a pool is: its places, those taken now, how many workers were ended and why, and whether lost ones can be replaced."""

    workers: int
    busy: int
    ended: Mapping[str, int]
    mends: bool


class Pool:
    """Query workers over a store, or those of a nursery; over a store it has to be made before any thread starts.

    Close it, or use it with `with`; a nursery that was given stays.
    """

    def __init__(self, source: ox.Store | Nursery, limits: Limits) -> None:
        self.limits = limits
        self._is_mine = isinstance(source, ox.Store)
        self._nursery = (
            source if isinstance(source, Nursery) else Nursery(lambda link: work(link, lambda: source, limits))
        )
        self._ended: Counter[str] = Counter()
        self._counting = threading.Lock()
        self._credit = Credit(limits.aside)
        self._places = Places(limits.workers, limits.client, _PATIENCE)
        self._idle = [(self._nursery, _new(self._nursery)) for _ in range(limits.workers)]

    def ask(self, task: Task, client: str = "", gone: Callable[[], bool] = stays) -> Reply:
        """The reply to a task, with a reason in place of an answer where there is none: `busy`, `client`, `gone`, `closed`, or one of the worker's.

        `gone` tells whether the one who asked has left; then the query is stopped.
        """
        try:
            self._places.enter(client, gone)
            try:
                return self._run(task, client, gone)
            finally:
                self._places.leave(client)
        except FullError as error:
            return Reply(reason=error.reason)
        except GoneError:
            return Reply(reason="gone")
        except GovkgError:  # no process can be started any more
            return Reply(reason="closed")

    def state(self) -> State:
        """How the pool is now."""
        with self._counting:
            ended = dict(self._ended)
        return State(self.limits.workers, self._places.taken(), ended, self._nursery.alive())

    def close(self) -> None:
        """End all workers."""
        while self._idle:
            self._idle.pop()[1].link.close()
        if self._is_mine:
            self._nursery.close()

    def move_to(self, nursery: Nursery) -> None:
        """Ask the workers of another nursery from now on. The one before must live as long as a query may take."""
        self._nursery = nursery
        for _ in range(len(self._idle)):
            with contextlib.suppress(IndexError):  # another thread took it, and will end it
                old, child = self._idle.pop(0)
                old.end(child)

    def __enter__(self) -> "Pool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self, task: Task, client: str, gone: Callable[[], bool]) -> Reply:
        nursery, child = self._take(task)
        try:
            reply = self._reply(child, client, gone)
        except (EOFError, OSError):  # it ended by itself
            reason = _ENDS.get(nursery.end(child), "crash")
            self._count(reason)
            return Reply(reason=reason)
        except BaseException as error:
            nursery.drop(child)
            self._count(error.reason if isinstance(error, FullError) else "gone")
            raise
        if reply is not None and not reply.heavy and nursery is self._nursery:
            self._idle.append((nursery, child))
            return reply
        nursery.drop(child)
        if reply is None or reply.heavy:
            self._count("heavy" if reply else "seconds")
        return reply or Reply(reason="seconds")

    def _take(self, task: Task) -> tuple[Nursery, Child]:
        """A worker that has the task: an idle one that still lives, or a new one in the place of one that was killed."""
        with contextlib.suppress(IndexError):
            while True:
                nursery, child = self._idle.pop()
                if self._has_taken(child, task):
                    return nursery, child
                self._count(_ENDS.get(nursery.end(child), "crash"))
        nursery, child = self._nursery, _new(self._nursery)
        self._has_taken(child, task)  # if not, its reply is its end
        return nursery, child

    def _has_taken(self, child: Child, task: Task) -> bool:
        """Send a task. False when the worker has ended before."""
        try:
            send(child.link, task, seconds=self.limits.seconds)
        except OSError:
            return False
        return True

    def _count(self, reason: str) -> None:
        with self._counting:
            self._ended[reason] += 1

    def _reply(self, child: Child, client: str, gone: Callable[[], bool]) -> Reply | None:
        """The worker's reply, or None when its time is over. Raises EOFError or OSError when the worker ended."""
        course, is_late = Course(self.limits, self._places, self._credit, child, client), False
        try:
            while not (found := _come(child.link)):
                if (left := course.left) <= 0:
                    return None
                if gone():
                    raise GoneError
                course.look()
                if course.is_put_back or left < _TICK:
                    is_late = is_late or left < _TICK
                    _wait_for(child.link, min(left, LOOK))
        finally:
            course.end()
        reply = receive_rest(child.link, Reply, found)
        return replace(reply, heavy=True) if course.changed or is_late else reply  # its process is no more as it was


def _new(nursery: Nursery) -> Child:
    child = nursery.spawn()
    _wait_for(child.link, _TICK)
    return child


def _wait_for(link: socket.socket, seconds: float) -> None:
    """How long the system waits in a call that reads. Python's own time-out would take a call more, at which threads change places."""
    whole, part = divmod(max(seconds, _SOONEST), 1)
    link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("@ll", int(whole), int(part * 1_000_000)))


def _come(link: socket.socket) -> bytes:
    """The beginning of the worker's reply; nothing when it does not come soon. Raises EOFError when the worker ended."""
    try:
        return begin(link)
    except BlockingIOError:
        return b""
