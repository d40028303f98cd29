"""`govkg mcp`: the saved questions as tools for a language model."""

import importlib.util
import signal

import click

from govkg.cli.store import endpoint_option, store_url
from govkg.core.errors import GovkgError, Problem
from govkg.query.catalogue import read_catalogue
from govkg.query.where import engine_at


@click.command()
@endpoint_option
def mcp() -> None:
    """Answer a Model Context Protocol client over standard input and output, until the input ends.

    One tool a saved question, `search` and `explain`; each row comes with its quotes. Needs the extra `mcp`.

    \b
    Examples:
      pip install 'govkg[mcp]'
      govkg mcp
    """
    if importlib.util.find_spec("mcp") is None:
        raise GovkgError([Problem("mcp", 0, "the library `mcp` is not installed", "run `pip install 'govkg[mcp]'`")])
    from govkg.mcp.server import serve

    engine, catalogue = engine_at(store_url()), read_catalogue()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C must not wait for a reader that waits for input
    serve(engine, catalogue)
