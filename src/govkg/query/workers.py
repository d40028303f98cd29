"""Questions of strangers, answered by processes that are killed at the limit. Knows nothing of the web.

The engine cannot be cancelled, and a deeply nested query or one that takes all memory ends its process; so it runs in one that can
be lost. A new one is there some milliseconds later, since it shares the data of the process that it is forked from.
"""

import select
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType

import pyoxigraph as ox

from govkg.core.errors import GovkgError
from govkg.query.limits import Limits
from govkg.query.nursery import Child, Nursery
from govkg.query.places import LOOK, FullError, GoneError, Places
from govkg.query.task import Reply, Task, receive_reply, send
from govkg.query.worker import work

_PATIENCE = 10  # seconds that a query waits for its turn
_READING = 30  # seconds in which a worker must have handed over an answer that it began to hand over
_ENDS: dict[int, str] = {
    signal.SIGABRT: "memory",
    signal.SIGKILL: "memory",
    signal.SIGALRM: "seconds",
}  # SIGKILL: the system's own memory guard


def _stays() -> bool:
    return False


@dataclass(frozen=True)
class State:
    """How a pool is: its places, those taken now, how many workers were ended and why, and whether lost ones can be replaced."""

    workers: int
    busy: int
    ended: Mapping[str, int]
    mends: bool


class Pool:
    """Query workers over a store. Make it before any thread starts; close it, or use it with `with`."""

    def __init__(self, store: ox.Store, limits: Limits) -> None:
        self.limits = limits
        self._nursery = Nursery(lambda link: work(link, store, limits))
        self._ended: Counter[str] = Counter()
        self._counting = threading.Lock()
        self._places = Places(limits.workers, limits.client, _PATIENCE)
        self._idle = [self._nursery.spawn() for _ in range(limits.workers)]

    def ask(self, task: Task, client: str = "", gone: Callable[[], bool] = _stays) -> Reply:
        """The reply to a task, with a reason in place of an answer where there is none: `busy`, `client`, `gone`, `closed`, or one of the worker's.

        `gone` tells whether the one who asked has left; then the query is stopped.
        """
        try:
            with self._places.place(client, gone):
                return self._run(task, client, gone)
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
            self._idle.pop().link.close()
        self._nursery.close()

    def __enter__(self) -> "Pool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self, task: Task, client: str, gone: Callable[[], bool]) -> Reply:
        child = (
            self._idle.pop() if self._idle else self._nursery.spawn()
        )  # one that was killed is missed by the next who comes
        try:
            reply = self._reply(child, task, client, gone)
        except (EOFError, OSError):  # it ended by itself
            reason = _ENDS.get(self._nursery.end(child), "crash")
            self._count(reason)
            return Reply(reason=reason)
        except BaseException as error:
            self._end(child, error.reason if isinstance(error, FullError) else "gone")
            raise
        if reply is None:
            self._end(child, "seconds")
            return Reply(reason="seconds")
        if reply.heavy:
            self._end(child, "heavy")
        else:
            self._idle.append(child)
        return reply

    def _end(self, child: Child, reason: str) -> None:
        self._nursery.end(child)
        self._count(reason)

    def _count(self, reason: str) -> None:
        with self._counting:
            self._ended[reason] += 1

    def _reply(self, child: Child, task: Task, client: str, gone: Callable[[], bool]) -> Reply | None:
        """The worker's reply, or None when its time is over. Raises EOFError or OSError when the worker ended."""
        send(child.link, task)
        began, is_long = time.monotonic(), False
        try:
            while not _has_come(child, LOOK):
                took = time.monotonic() - began
                if took > self.limits.seconds:
                    return None
                if gone():
                    raise GoneError
                if took > self.limits.quick and not is_long:
                    self._places.stay(client)
                    is_long = True
        finally:
            if is_long:
                self._places.left(client)
        child.link.settimeout(_READING)
        return receive_reply(child.link)


def _has_come(child: Child, seconds: float) -> bool:
    poll = select.poll()  # select() knows no handle above 1023
    poll.register(child.link, select.POLLIN)
    return bool(poll.poll(seconds * 1000))
