"""`govkg publish`: the whole site as files."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

import click

from govkg.core.dataset import read_release
from govkg.core.errors import UsageError
from govkg.query.catalogue import read_catalogue
from govkg.query.engine import engine_of
from govkg.site.publication import publish as write_site
from govkg.site.rendering import Renderer


@click.command()
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--base", required=True, metavar="URL", help="The address at which the folder will stand.")
@click.option(
    "--workers",
    default=os.cpu_count() or 1,
    type=click.IntRange(1, 64),
    help="How many processes render.  [default: one for each processor]",
)
def publish(out: Path, base: str, workers: int) -> None:
    """Write the whole site as files that any web host can serve: pages, data, answers, documents, ontology.

    Stopped and started again, it goes on; after a change it rewrites what changed and removes what is gone.

    \b
    Examples:
      govkg publish site --base https://example.org/
      govkg publish site --base https://example.org/govkg/ --workers 4
    """
    address, release = _base(base), read_release()
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
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise UsageError(
            "--base", f"`{given}` is no address of a folder on the web", "write it as https://example.org/govkg/"
        )
    return given.rstrip("/") + "/"
