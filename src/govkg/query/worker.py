"""The process that answers queries, one at a time. It can open no file and call no one, holds so much memory and no more, and can be killed."""

import resource
import signal
import socket
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from govkg.core.errors import GovkgError
from govkg.query.answer import Queried, answer
from govkg.query.limits import Limits
from govkg.query.orphans import go_on_without_parent
from govkg.query.plan import planned
from govkg.query.task import Reply, Task, receive, send

_STACK = 64 * 2**20  # the engine recurses; the guard's limits stay far from what this holds
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there, in KiB elsewhere
_CALLING = 64  # files and sockets of a worker that may call the listed endpoints or a remote store: names, certificates, connections
_GRACE = 3  # seconds after which the process ends itself if nobody does


def work(link: socket.socket, store_of: Callable[[], Queried], limits: Limits, calls: bool = False) -> None:
    """Answer what comes over the link until its other end is gone. `calls`: the data are elsewhere, and are called for."""
    go_on_without_parent()
    store = store_of()
    _fence(limits, calls)
    threading.stack_size(_STACK)
    thread = threading.Thread(target=_answer_all, args=(link, store, limits))
    thread.start()
    thread.join()


def _answer_all(link: socket.socket, store: Queried, limits: Limits) -> None:
    light = _peak() + limits.memory * 2**20 // 8
    while True:
        try:
            task = receive(link, Task)
            signal.alarm(int(task.seconds or limits.seconds) + _GRACE)
            reply = _planned(store, task) if task.duty == "plan" else answer(store, task, limits)
            signal.alarm(0)
            send(link, replace(reply, heavy=True) if _peak() > light else reply)
        except (EOFError, OSError):
            return


def _planned(store: Queried, task: Task) -> Reply:
    try:
        return planned(store, task)
    except GovkgError as error:  # a remote store is away, or refuses
        return Reply(reason="away", what=str(error))


def _fence(limits: Limits, calls: bool) -> None:
    """So much memory beside what the data takes now, no core dump, no new file or socket unless it calls others."""
    if (now := _memory()) is not None:
        most = now + _STACK + limits.memory * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    handles = _CALLING if limits.services or calls else 0
    resource.setrlimit(resource.RLIMIT_NOFILE, (handles, handles))


def _peak() -> int:
    """The most memory that this process ever held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _PEAK_UNIT


def _memory() -> int | None:
    """The address space of this process in bytes; None where the system does not tell, and then the memory is not bounded."""
    try:
        pages = Path("/proc/self/statm").read_text("ascii").split()[0]
    except FileNotFoundError:
        return None
    return int(pages) * resource.getpagesize()
