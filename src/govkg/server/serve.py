"""The web server, waitress, as the pages and the endpoint need it."""

import socket
from typing import Any

from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError

from govkg.query.limits import Limits
from govkg.server.gate.web_limits import WebLimits
from govkg.server.gate.wsgi import App
from govkg.server.protocol import most_bytes

_LOOKS = 3  # times that silence is looked for while it may last


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


def web_server(app: App, listening: socket.socket, threads: int, limits: Limits, web: WebLimits) -> Any:
    """A server on a listening socket; `run()` serves until SystemExit or KeyboardInterrupt, `close()` ends it.

    It reads ahead on each connection by one request, which is how it notices that a client has left and the endpoint can stop
    the client's query; so as not to be kept busy by the silent it closes their connections.
    """
    server = create_server(
        app,
        sockets=[listening],
        threads=threads,
        ident=None,
        max_request_header_size=web.headers,
        max_request_body_size=most_bytes(limits),
        channel_timeout=web.silence,
        cleanup_interval=max(1, web.silence // _LOOKS),
        channel_request_lookahead=1,
        connection_limit=web.connections,
        clear_untrusted_proxy_headers=False,  # the gate reads them, and only those of trusted proxies
    )
    server.channel_class = _Channel
    return server
