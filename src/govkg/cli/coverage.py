"""`govkg coverage`: what became of every line of a document."""

import click

from govkg.build.account import account, unaccounted
from govkg.build.claims import read_curation
from govkg.build.curate import document_folders
from govkg.build.registry import read_registry, registered
from govkg.build.sources import read_source
from govkg.build.vocabulary import read_vocabulary
from govkg.core.errors import UsageError


@click.command()
@click.argument("document", required=False)
@click.option("--only", type=click.Choice(["quoted", "excluded", "unaccounted"]), help="Show only lines of this state.")
def coverage(document: str | None, only: str | None) -> None:
    """Show a DOCUMENT a line at a time: quoted (by how many claims), excluded (why) or unaccounted.

    Exits with 1 when a line is unaccounted.

    \b
    Examples:
      govkg coverage johtamisrakenne-2026
      govkg coverage --only unaccounted
    """
    folders = document_folders()
    if document is not None and document not in folders:
        raise UsageError("document", f"unknown document `{document}`", f"known: {', '.join(folders)}")
    words, known, missing = read_vocabulary(), registered(read_registry()), 0
    for slug in [document] if document else folders:
        curation = read_curation(read_source(folders[slug]), words, known)
        click.echo(f"# {slug}")
        for line in account(curation):
            if only in (None, line.state):
                note = f"{line.claims} claim{'s' if line.claims > 1 else ''}" if line.claims else line.why
                click.echo(f"{line.number:5} {line.state:11} {note:16} {line.text}")
        missing += len(list(unaccounted(curation)))
    if missing:
        raise SystemExit(1)
