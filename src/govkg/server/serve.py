"""The web server, waitress, as the pages and the endpoint need it."""

import socket
from typing import Any

from flask import Flask
from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError

from govkg.query.limits import Limits
from govkg.server.protocol import most_bytes

_HEADERS = 256 * 2**10  # bytes of a request's line and headers
_SILENCE = 30  # seconds after which a connection that sends nothing more is closed


class _Parser(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
    """Refuses what waitress lets through and what a proxy before it could read otherwise."""

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        if self.version == "1.1" and "HOST" not in self.headers:
            raise ParsingError("Host is missing")  # RFC 9112, 3.2
        if "TRANSFER_ENCODING" in self.headers or (self.chunked and "CONTENT_LENGTH" in self.headers):
            raise ParsingError("Two lengths of one body")  # RFC 9112, 6.1: a request could hide in the body


class _Channel(HTTPChannel):  # type: ignore[misc]
    parser_class = _Parser


def web_server(app: Flask, listening: socket.socket, threads: int, limits: Limits) -> Any:
    """A server on a listening socket; `run()` serves until SystemExit or KeyboardInterrupt, `close()` ends it.

    It reads ahead on each connection by one request, which is how it notices that a client has left and the endpoint can stop
    the client's query; so as not to be kept busy by the silent it closes their connections.
    """
    server = create_server(
        app,
        sockets=[listening],
        threads=threads,
        ident=None,
        max_request_header_size=_HEADERS,
        max_request_body_size=most_bytes(limits),
        channel_timeout=_SILENCE,
        cleanup_interval=_SILENCE // 3,
        channel_request_lookahead=1,
        connection_limit=1000,
    )
    server.channel_class = _Channel
    return server
