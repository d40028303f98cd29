"""`govkg queries`: which saved queries there are, what they take and give, and whether they hold."""

from datetime import UTC, datetime

import click

from govkg.cli.store import endpoint_option
from govkg.cli.store import engine as named_engine
from govkg.core.errors import stop_if
from govkg.core.names import LANGS
from govkg.query.catalogue import Catalogue, Parameter, SavedQuery, read_catalogue
from govkg.query.check import check_catalogue
from govkg.query.contract import read_contract
from govkg.query.engine import embedded
from govkg.query.keep import alarm, keep

_LANG = click.option("--lang", type=click.Choice(LANGS), default="fi", show_default=True, help="Language of the texts.")


@click.group()
def queries() -> None:
    """List, show, check and keep the saved queries; `govkg query` runs one.

    \b
    Examples:
      govkg queries list --lang sv
      govkg queries show grant-deciders
      govkg queries check
      govkg queries keep
    """


@queries.command("list")
@_LANG
def list_queries(lang: str) -> None:
    """List the saved queries by theme: id, question, parameters.

    \b
    Example:
      govkg queries list --lang en
    """
    catalogue = read_catalogue()
    width = max((len(query_id) for query_id in catalogue.queries), default=0)
    for theme, names in catalogue.themes.items():
        click.echo(f"# {names[lang]}")
        for query in _of_theme(catalogue, theme):
            takes = " ".join(option(parameter) for parameter in query.parameters)
            click.echo(f"{query.id:{width}}  {query.summary[lang]}" + (f"  [{takes}]" if takes else ""))


@queries.command()
@click.argument("query_id", metavar="ID")
@_LANG
def show(query_id: str, lang: str) -> None:
    """Show a saved query: what it answers, its parameters and columns, and its SPARQL.

    \b
    Example:
      govkg queries show grant-deciders --lang en
    """
    query = read_catalogue().get(query_id)
    click.echo(f"{query.id}: {query.summary[lang]}\n{query.description[lang]}")
    for parameter in query.parameters:
        click.echo(f"  {option(parameter)}: {parameter.labels[lang]} ({takes_what(parameter)})")
    for column in query.columns:
        click.echo(f"  {column.name}: {column.labels[lang]} ({column.kind})")
    click.echo("\n" + "\n".join(line for line in query.sparql.split("\n") if not line.startswith("#+")).strip())


@queries.command()
@endpoint_option
def check() -> None:
    """Prove every saved query on the release: header, parameters, columns, contract, and that it runs.

    Exits with 1 and names the file of each fault.

    \b
    Example:
      govkg queries check
    """
    catalogue = read_catalogue()
    engine = named_engine()
    stop_if(check_catalogue(engine, catalogue, read_contract()))
    for query in catalogue.queries.values():
        if found := alarm(engine, query):
            told = f"{found.new} rows new, {found.gone} gone since data version {found.data}"
            click.echo(f"! {found.query}: the answer has changed: {told}; look at it, then `govkg queries keep`")
    click.echo(f"{len(catalogue.queries)} saved queries hold")


@queries.command("keep")
def keep_queries() -> None:
    """Keep the present version of each saved query and its answer on this release in queries/history/.

    The history page of a query shows what is kept: its versions, how they differ, and when its answer changed.

    \b
    Example:
      govkg queries keep
    """
    catalogue, today = read_catalogue(), datetime.now(UTC).date()
    kept = [query.id for query in catalogue.queries.values() if keep(embedded(), query, today)]
    click.echo(f"{len(kept)} kept: {', '.join(kept)}" if kept else "everything is kept already")


def option(parameter: Parameter) -> str:
    """A parameter as an option of the command line."""
    return f"--{parameter.name.replace('_', '-')}"


def takes_what(parameter: Parameter) -> str:
    """What values a parameter takes, for people."""
    return {"date": "2022, 2022-06 or 2022-06-14", "boolean": "true or false"}.get(
        parameter.type, f"{parameter.of}: slug, IRI or exact name"
    )


def _of_theme(catalogue: Catalogue, theme: str) -> list[SavedQuery]:
    return [query for query in catalogue.queries.values() if query.theme == theme]
