"""The web server granian, for heavy duty: HTTP is read and written in Rust, and several processes can share the port.

Each process has the whole site: its own kept answers, keeper and workers. They share no memory but that of the store on disk; so one
process is enough until its own work, not that of the workers, fills a processor.
"""

import encodings.idna  # noqa: F401 - before any thread: a fork in the midst of this import would leave its lock held in the child for ever
import functools
import importlib.util
import signal
import socket
import threading
import time
from collections.abc import Iterable
from multiprocessing.util import Finalize

import click

from govkg.core.errors import GovkgError, Problem, UsageError
from govkg.server.gate.bodies import BodiesRead
from govkg.server.gate.hosts import is_host
from govkg.server.gate.web_limits import variable
from govkg.server.gate.wsgi import GONE, App, Environ, StartResponse
from govkg.server.leaving import Leaving
from govkg.server.standing_site import Plan, stand

_WAITING = 128  # threads that may wait for slow bodies, beside those that the plan has for answers
_LEAST = 8_192  # bytes of a request's line and headers; hyper would panic at the first connection
_LAST = 20  # seconds for the requests at hand when the server is stopped


def serve_with_granian(plan: Plan) -> None:
    """Serve until SIGTERM or SIGINT. Raises GovkgError when granian is not installed, UsageError for what it cannot do."""
    if importlib.util.find_spec("granian") is None:
        raise GovkgError([Problem("granian", 0, "is not installed", "say pip install 'govkg[fast]', or take waitress")])
    if plan.web.headers < _LEAST:
        raise UsageError(variable("headers"), f"granian reads at least {_LEAST} bytes", f"set {_LEAST} or more")
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces, Loops
    from granian.http import HTTP1Settings

    server = Granian(
        "govkg",
        address=plan.host,
        port=plan.port,
        interface=Interfaces.WSGI,
        loop=Loops.asyncio,  # uvloop, where it is installed, closes in each forked process what has the numbers of its own pipe by now
        workers=plan.processes,
        blocking_threads=plan.threads + _WAITING,
        backpressure=plan.web.connections,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=plan.web.silence * 1000, max_buffer_size=plan.web.headers),
        log_enabled=False,
        workers_kill_timeout=_LAST,
    )
    threading.Thread(target=_tell, args=(plan,), daemon=True).start()
    server.serve(target_loader=functools.partial(_load, plan), wrap_loader=False)


def _load(plan: Plan) -> App:
    """The application of one process of granian's, which calls this before it has threads."""
    for number in (
        signal.SIGTERM,
        signal.SIGINT,
    ):  # granian's own come when it serves; those of its first process do not end this one
        signal.signal(number, signal.SIG_DFL)
    service, app = stand(plan)
    Finalize(None, service.close, exitpriority=1)
    return functools.partial(_answer, BodiesRead(app, _WAITING))


def _answer(app: App, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """Granian tells a missing Host as an empty one; one that HTTP/1.1 asks for is refused (RFC 9112, 3.2), and what is no host."""
    host = environ.get("HTTP_HOST", "")
    if not host:
        environ.pop("HTTP_HOST", None)
    if is_host(host) and (host or environ["SERVER_PROTOCOL"] != "HTTP/1.1"):
        environ[GONE] = Leaving(environ["REMOTE_ADDR"]).has_left
        return app(environ, start_response)
    start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8")])
    return [b"Host is not one host\n" if host else b"Host is missing\n"]


def _tell(plan: Plan) -> None:
    """Print the address when somebody listens there."""
    while True:
        try:
            socket.create_connection((plan.host, plan.port), 1).close()
        except OSError:
            time.sleep(0.02)
        else:
            click.echo(plan.url)
            return
