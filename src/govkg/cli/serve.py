"""`govkg serve`: the pages on this machine."""

import logging
import signal
import socket
from types import FrameType

import click

from govkg.core.dataset import release_file
from govkg.core.errors import GovkgError, Problem
from govkg.query.limits import limits_of
from govkg.server.gate.error_log import ErrorLog
from govkg.server.gate.gate import Gate
from govkg.server.gate.web_limits import web_limits_of
from govkg.server.kept_answers import KeptAnswers
from govkg.server.service import Service

MB = 2**20


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
@click.option("--cache", default=64, show_default=True, type=click.IntRange(1), help="Room for kept answers, in MB.")
def serve(host: str, port: int, threads: int, cache: int) -> None:
    """Serve the pages over the release until stopped (Ctrl-C).

    \b
    Examples:
      govkg serve
      govkg serve --port 0
    """
    limits, web = limits_of(), web_limits_of()
    gate, kept = Gate(web), KeptAnswers(cache * MB)
    # the service forks before the server starts threads
    with _listen(host, port) as listening, Service(release_file(), limits, gate, kept) as service:
        from govkg.server.refused import refusals_of  # these bring Flask, which comes in while the data do
        from govkg.server.serve import web_server

        server = web_server(gate.around(service, refusals_of(web)), listening, threads, limits, web)
        if gate.log is not None:
            logging.basicConfig(handlers=[ErrorLog(gate.log, full=web.log == "full")], level=logging.INFO, force=True)
        signal.signal(signal.SIGTERM, _stop)
        service.watch()
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
