"""`govkg publish`: the whole site as files."""

import os
import re
import sys
from pathlib import Path

import click

from govkg.cli.store import endpoint_option, named_release
from govkg.core.errors import UsageError
from govkg.query.catalogue import read_catalogue
from govkg.query.engine import engine_of
from govkg.site.publication import publish as write_site
from govkg.site.rendering import Renderer

# What is copied into every page: scheme, host, port and folders, each character as it stands in an address (RFC 3986, 3).
_FOLDER = re.compile(
    r"(?i:https?)://(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::(?P<port>\d{1,5}))?(?:/(?!\.\.?(?:/|\Z))(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+)*/?"
)
_LAST_PORT = 65_535


@click.command()
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--base", required=True, metavar="URL", help="The address at which the folder will stand.")
@click.option(
    "--workers",
    default=os.cpu_count() or 1,
    type=click.IntRange(1, 64),
    help="How many processes render.  [default: one for each processor]",
)
@endpoint_option
def publish(out: Path, base: str, workers: int) -> None:
    """Write the whole site as files that any web host can serve: pages, data, answers, documents, ontology.

    Stopped and started again, it goes on; after a change it rewrites what changed and removes what is gone.

    \b
    Examples:
      govkg publish site --base https://example.org/
      govkg publish site --base https://example.org/govkg/ --workers 4
    """
    address, release = _base(base), named_release()
    renderer = Renderer(engine_of(release), read_catalogue(), address, release=release)
    with click.progressbar(length=1, label="publishing", show_pos=True, file=sys.stderr) as bar:

        def tell(done: int, known: int) -> None:
            bar.length = known
            bar.update(done - bar.pos)

        outcome = write_site(out, renderer, workers=workers, tell=tell)
    told = f"{outcome.files} files: {outcome.changed} written, {outcome.kept} as they were, {outcome.removed} removed"
    click.echo(f"{out}: {told}")


def _base(given: str) -> str:
    """The address with a slash at its end. Raises UsageError when it is none of a folder on the web."""
    found = _FOLDER.fullmatch(given)
    if not found or int(found["port"] or 0) > _LAST_PORT:
        raise UsageError(
            "--base",
            f"`{given}` is no address of a folder on the web",
            "write it as https://example.org/govkg/, with letters outside ASCII and signs as %-codes",
        )
    return given.rstrip("/") + "/"
