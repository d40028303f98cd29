"""`govkg check`: read everything as the build would, write nothing."""

import click

from govkg.build.account import summary
from govkg.build.curate import curate


@click.command()
@click.argument("documents", nargs=-1)
def check(documents: tuple[str, ...]) -> None:
    """Check quotes, names, words and lines of the DOCUMENTS (all when none is named); write nothing.

    \b
    Examples:
      govkg check
      govkg check jarjestot-hyvinvointialueet-2022
    """
    for curation in curate(only=documents).curations:
        found = summary(curation)
        click.echo(
            f"{found.document}: {found.claims} claims, {found.quotes} quotes, {found.content} content lines: {found.quoted} quoted, {found.excluded} excluded"
        )
