"""`govkg serve`: the pages on this machine."""

import logging
import signal
import socket
from types import FrameType

import click

from govkg.core.dataset import read_release
from govkg.core.errors import GovkgError, Problem
from govkg.query.catalogue import read_catalogue
from govkg.query.engine import engine_of
from govkg.query.limits import limits_of
from govkg.query.workers import Pool
from govkg.server.app import create_app
from govkg.server.gate.error_log import ErrorLog
from govkg.server.gate.gate import Gate
from govkg.server.gate.web_limits import web_limits_of
from govkg.server.refused import refusals_of
from govkg.server.serve import web_server


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", default=8080, show_default=True, type=click.IntRange(0, 65535), help="The port; 0 takes a free one."
)
@click.option(
    "--threads",
    default=16,
    show_default=True,
    type=click.IntRange(1, 64),
    help="How many requests are answered at once.",
)
def serve(host: str, port: int, threads: int) -> None:
    """Serve the pages over the release until stopped (Ctrl-C).

    \b
    Examples:
      govkg serve
      govkg serve --port 0
    """
    web = web_limits_of()
    release, catalogue = read_release(), read_catalogue()
    engine = engine_of(release)
    # the pool forks before the server starts threads; both stores are one memory until a page is written to
    with _listen(host, port) as listening, Pool(engine.store, limits_of()) as pool:
        gate = Gate(web)
        app = create_app(engine, catalogue, release=release, pool=pool, gate=gate)
        server = web_server(gate.around(app, refusals_of(web)), listening, threads, pool.limits, web)
        if gate.log is not None:
            logging.basicConfig(handlers=[ErrorLog(gate.log, full=web.log == "full")], force=True)
        signal.signal(signal.SIGTERM, _stop)
        click.echo(f"http://{_shown(host)}:{listening.getsockname()[1]}/")
        server.run()
        server.close()


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises GovkgError when the port is taken or the host is not of this machine."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        problem = f"cannot listen there: {error.strerror or error}"
        raise GovkgError([Problem(f"{host}:{port}", 0, problem, "choose another --port; 0 takes a free one")]) from None


def _stop(number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)  # the server's loop catches it and lets the requests at hand end


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
