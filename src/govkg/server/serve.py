"""The web server, waitress, as the pages and the endpoint need it."""

import resource
import socket
from typing import Any

from waitress import create_server

from govkg.query.limits import Limits
from govkg.server.arrivals import Arrivals
from govkg.server.gate.web_limits import WebLimits
from govkg.server.gate.wsgi import App
from govkg.server.protocol import most_bytes

_NEVER = (
    2**62
)  # bytes of an answer at which its thread would wait for a client that does not read; what waits goes to a file


def web_server(app: App, listening: socket.socket, threads: int, limits: Limits, web: WebLimits) -> Any:
    """A server on a listening socket; `run()` serves until SystemExit or KeyboardInterrupt, `close()` ends it.

    It reads ahead on each connection by one request, which is how it notices that a client has left and the endpoint can stop
    the client's query; so as not to be kept busy by the silent it closes their connections.
    """
    _allow_handles()
    server = create_server(
        app,
        sockets=[listening],
        threads=threads,
        ident=None,
        max_request_header_size=web.headers,
        max_request_body_size=most_bytes(limits),
        cleanup_interval=0,  # each time round
        channel_request_lookahead=1,
        connection_limit=web.connections,
        asyncore_use_poll=True,  # select() knows no handle above 1023
        outbuf_high_watermark=_NEVER,
        clear_untrusted_proxy_headers=False,  # the gate reads them, and only those of trusted proxies
    )
    arrivals = Arrivals(web, limits)
    server.channel_class, server.maintenance = arrivals, lambda now: arrivals.look_through(server)
    return server


def _allow_handles() -> None:
    """As many handles as the system lets this process have: a connection takes one, and another when its answer waits in a file."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
