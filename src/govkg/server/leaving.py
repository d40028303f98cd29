"""Whether a client has left, for a web server that does not tell: seen by the connections that the process has.

WSGI has no word for it, and granian names no port. So a client has left when none of the connections from its address is open any
more. One that keeps another connection to this process, as a proxy does, is not missed, and its query runs until its limit.
"""

import contextlib
import os
import socket
import stat
import time
from collections.abc import Iterator
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path

from govkg.server.gate.addresses import read

_LOOK = 0.1  # seconds between two looks, each through all that the process has open
_INTERNET = (socket.AF_INET, socket.AF_INET6)
Address = IPv4Address | IPv6Address | None
_read = lru_cache(10_000)(read)


class Leaving:
    """Looks for the client of one request, whose connections come from `address`."""

    def __init__(self, address: str) -> None:
        self._address, self._next = _read(address), 0.0
        self._was_seen = self._has_left = False

    def has_left(self) -> bool:
        """Whether the client was seen and is no more."""
        now = time.monotonic()
        if now >= self._next:
            self._next = now + _LOOK
            is_here = self._address in _peers()
            self._has_left = self._was_seen and not is_here
            self._was_seen = self._was_seen or is_here
        return self._has_left


def _peers() -> Iterator[Address]:
    """From where there are connections that are open at the other end."""
    for entry in Path("/dev/fd").iterdir():
        with contextlib.suppress(OSError), _link(int(entry.name)) as link:  # closed meanwhile, or connected to none
            if link is not None and link.family in _INTERNET and not _is_shut(link):
                yield _read(link.getpeername()[0])


@contextlib.contextmanager
def _link(number: int) -> Iterator[socket.socket | None]:
    """A socket of this process; a handle of our own to it, since the web server may close its one at any time."""
    handle = os.dup(number)
    if not stat.S_ISSOCK(os.fstat(handle).st_mode):
        os.close(handle)
        yield None
        return
    with socket.socket(fileno=handle) as link:
        yield link


def _is_shut(link: socket.socket) -> bool:
    """Whether the other end has said that nothing more will come, and all before was read."""
    with contextlib.suppress(BlockingIOError):
        return not link.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    return False
