"""`govkg serve`: the pages on this machine."""

import signal
import socket
from types import FrameType

import click

from govkg.cli.store import endpoint_option, store_url
from govkg.core.dataset import release_file
from govkg.core.errors import GovkgError, Problem, UsageError
from govkg.query.built import whole_release
from govkg.query.limits import limits_of
from govkg.server.gate.web_limits import web_limits_of
from govkg.server.standing_site import MB, Plan, stand


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
@click.option(
    "--server",
    type=click.Choice(["waitress", "granian"]),
    default="waitress",
    show_default=True,
    help="granian is for heavy duty and needs the extra: pip install 'govkg[fast]'.",
)
@click.option(
    "--processes",
    default=1,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Processes of granian, each with the whole site.",
)
@endpoint_option
def serve(host: str, port: int, threads: int, cache: int, server: str, processes: int) -> None:
    """Serve the pages over the release until stopped (Ctrl-C).

    \b
    Examples:
      govkg serve
      govkg serve --port 0
      govkg serve --server granian
      govkg serve --endpoint http://127.0.0.1:7878/query
    """
    if processes > 1 and server != "granian":
        raise UsageError("--processes", "waitress serves from one process", "add --server granian")
    limits, web = limits_of(), web_limits_of()
    with _listen(host, port) as listening:
        port = listening.getsockname()[1]
        plan = Plan(release_file(), host, port, limits, web, cache * MB, threads, processes, store_url())
        if server == "waitress":
            _serve_with_waitress(plan, listening)
            return
    from govkg.server.granian_server import serve_with_granian  # it opens the port, now known to be free, by itself

    if not plan.store:
        whole_release(plan.release)  # tells what is wrong with it before any process is started
    serve_with_granian(plan)


def _serve_with_waitress(plan: Plan, listening: socket.socket) -> None:
    service, app = stand(plan)
    from govkg.server.serve import web_server

    with service:
        server = web_server(app, listening, plan.threads, plan.limits, plan.web)
        signal.signal(signal.SIGTERM, _stop)
        click.echo(plan.url)
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
