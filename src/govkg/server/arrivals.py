"""Connections as waitress takes them: so many of one client, none that is silent or slow for ever, and nothing malformed.

waitress closes only connections that it can write to, so that a client that does not read would keep its own; it looks at the clock
of the day, which may be set; and a request may come in as slowly as it likes. So the connections are looked through here.
"""

import contextlib
import socket
import time
from collections.abc import Mapping
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.task import ErrorTask

from govkg.query.limits import Limits
from govkg.server.gate.addresses import client_of
from govkg.server.gate.hosts import is_host
from govkg.server.gate.web_limits import WebLimits

_LOOKS = 3  # times that overdue connections are looked for while one may be silent


class _Parser(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
    """Refuses what waitress lets through."""

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        if self.version == "1.1" and "HOST" not in self.headers:
            raise ParsingError("Host is missing")  # RFC 9112, 3.2
        if not is_host(self.headers.get("HOST", "")):
            raise ParsingError("Host is not one host")
        if "TRANSFER_ENCODING" in self.headers or (self.chunked and "CONTENT_LENGTH" in self.headers):
            raise ParsingError("Two lengths of one body")  # RFC 9112, 6.1: a request could hide in the body


class _Refusal(ErrorTask):  # type: ignore[misc]
    """Why the application is not asked; where it is for a limit, the limit is named."""

    def execute(self) -> None:
        limit = self.channel.limits.get(self.request.error.code)
        if limit:
            self.response_headers.append(("Govkg-Limit", limit))
        super().execute()


class _Channel(HTTPChannel):  # type: ignore[misc]
    parser_class, error_task_class = _Parser, _Refusal

    def __init__(self, limits: Mapping[int, str], *given: Any, **named: Any) -> None:
        self.limits, self.began = limits, time.monotonic()
        super().__init__(*given, **named)

    @property
    def last_activity(self) -> float:
        """When something was last read or written, by the monotonic clock."""
        return self._last

    @last_activity.setter
    def last_activity(self, by_the_clock: float) -> None:
        self._last = time.monotonic()

    def received(self, data: bytes) -> bool:
        """Read what came; a request begins with its first byte."""
        if self.request is None:
            self.began = time.monotonic()
        return bool(super().received(data))

    def is_overdue(self, silence: float) -> bool:
        """Whether nothing was read or written for so long, or a request did not come in whole in twice the time."""
        if self.requests:  # being answered
            return False
        now = time.monotonic()
        return now - self._last > silence or (self.request is not None and now - self.began > 2 * silence)


class Arrivals:
    """Makes the channel of each connection, which is what waitress calls it for."""

    def __init__(self, limits: WebLimits, queries: Limits) -> None:
        self._limits, self._next = limits, 0.0
        self._told = {
            413: f"length={queries.length}",
            431: f"headers={limits.headers}",
        }  # by the status that tells of it
        said = f"One client may have {limits.each} connections.\n"
        self._refusal = (
            "HTTP/1.1 429 Too Many Requests\r\nContent-Type: text/plain; charset=utf-8\r\nCache-Control: no-store\r\n"
            f"Govkg-Limit: each={limits.each}\r\nRetry-After: {limits.silence}\r\nConnection: close\r\n"
            f"Content-Length: {len(said)}\r\n\r\n{said}"
        ).encode()

    def __call__(self, server: Any, link: socket.socket, address: Any, adjustments: Any, map: Any) -> None:
        """Take a connection, or refuse it."""
        host = address[0]
        if host not in self._limits.free and host not in self._limits.proxies and self._has_enough(server, host):
            with contextlib.suppress(OSError):
                link.send(self._refusal)
            link.close()
            return
        _Channel(self._told, server, link, address, adjustments, map=map)

    def look_through(self, server: Any) -> None:
        """See to it that the server's thread closes the connections that are overdue, when it has looked who is ready."""
        now = time.monotonic()
        if now >= self._next:
            self._next = now + self._limits.silence / _LOOKS
            for channel in list(server.active_channels.values()):
                if channel.is_overdue(self._limits.silence):
                    server.trigger.pull_trigger(channel.handle_close)

    def _has_enough(self, server: Any, host: str) -> bool:
        client = client_of(host)
        open_now = sum(client_of(channel.addr[0]) == client for channel in list(server.active_channels.values()))
        return open_now >= self._limits.each
