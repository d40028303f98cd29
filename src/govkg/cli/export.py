"""`govkg export`: dumps of the whole dataset."""

from pathlib import Path

import click

from govkg.cli.output import put
from govkg.cli.store import endpoint_option, named_release
from govkg.core.names import LANGS
from govkg.publish.export import EXPORTS
from govkg.publish.export import export as dump


@click.command()
@click.argument("name", metavar="FORMAT", type=click.Choice(list(EXPORTS)))
@click.option(
    "--lang",
    type=click.Choice(LANGS),
    default="fi",
    show_default=True,
    help="Language of labels and doubts in claims.csv.",
)
@endpoint_option
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def export(name: str, lang: str, out: Path | None) -> None:
    """Write the whole dataset: nquads, trig, jsonld, or claims.csv (one line a claim).

    \b
    Examples:
      govkg export claims.csv --lang en -o claims.csv
      govkg export trig | less
    """
    put(dump(name, named_release(), lang), out)
