"""`govkg query`: run a saved query. Its options are the query's own parameters, read from its header when it is named."""

import sys
from functools import cache
from pathlib import Path

import click

from govkg.cli.output import put
from govkg.cli.queries import option, takes_what
from govkg.cli.store import as_parameter
from govkg.cli.store import engine as named_engine
from govkg.core.errors import UsageError
from govkg.core.names import LANGS
from govkg.core.paths import queries
from govkg.publish.formats import FORMATS, write
from govkg.publish.terminal import to_terminal
from govkg.query.catalogue import Catalogue, Parameter, SavedQuery, read_catalogue
from govkg.query.run import Table, run

BINARY = ("xlsx",)
UNCUT = 1_000_000  # a width that cuts nothing: a piped table has one line a row
_PREFIX = "parameter_"  # keeps a query's parameter apart from our own options


class _Saved(click.Group):
    """Each saved query is a command."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_catalogue().queries)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        return _command(_catalogue().get(name))


@click.group(cls=_Saved, subcommand_metavar="ID [--PARAMETER VALUE]…")
def query() -> None:
    """Run a saved query; `govkg query ID --help` shows its parameters.

    \b
    Examples:
      govkg query grant-deciders --region lappi --lang en
      govkg query responsibilities --role decides --task ngo-grants --quotes
      govkg query bodies --format csv -o bodies.csv
    """


def answer(
    saved: SavedQuery, given: dict[str, str], lang: str, form: str | None, quotes: bool, out: Path | None
) -> None:
    """Run a saved query and write its answer to the terminal, a pipe or a file. Raises UsageError for a wrong argument."""
    chosen = form or _format_of(out) or ("table" if saved.form == "SELECT" else "turtle")
    if chosen in BINARY and out is None and sys.stdout.isatty():
        raise UsageError("format", f"{chosen} is not for a terminal", "write it to a file with -o FILE")
    if quotes and chosen != "table":
        raise UsageError("--quotes", f"{chosen} holds the quotes anyway", "leave --quotes out")
    engine = named_engine()
    found = run(engine, saved, given, lang)
    if chosen == "table" and isinstance(found, Table):
        data = to_terminal(found, engine, quotes=quotes, width=None if out is None and sys.stdout.isatty() else UNCUT)
    else:
        data = write(found, chosen, engine)
    if out is None:
        sys.stdout.buffer.write(data)
    else:
        put(data, out)
    if found.empty and chosen != "table":  # the table says it itself
        click.echo(f"{found.empty.kind}: {found.empty.sentence}", err=True)


def _command(saved: SavedQuery) -> click.Command:
    def call(lang: str, form: str | None, quotes: bool, out: Path | None, **values: str | None) -> None:
        given = {name.removeprefix(_PREFIX): value for name, value in values.items() if value is not None}
        answer(saved, given, lang, form, quotes, out)

    options: list[click.Parameter] = [_option(parameter) for parameter in saved.parameters]
    options += [
        click.Option(["--lang"], type=click.Choice(LANGS), default="fi", show_default=True, help="Language of labels and headings."),
        click.Option(["--format", "form"], type=click.Choice(list(FORMATS)), help="Default: table, or turtle for a graph."),
        click.Option(["--quotes"], is_flag=True, help="Show each row's sentence and document under it."),
        click.Option(["-o", "--out"], type=click.Path(dir_okay=False, path_type=Path), help="Write to this file; its suffix tells the format."),
        as_parameter(),
    ]  # fmt: skip
    return click.Command(
        saved.id,
        params=options,
        callback=call,
        help=f"{saved.summary['en']}\n\n{saved.description['en']}",
        short_help=saved.summary["en"],
    )


def _option(parameter: Parameter) -> click.Option:
    spellings = dict.fromkeys((option(parameter), f"--{parameter.name}", _PREFIX + parameter.name))
    takes, means = (parameter.of or parameter.type).upper(), f"{parameter.labels['en']} ({takes_what(parameter)})."
    if parameter.type == "boolean":  # it may stand without a value
        return click.Option([*spellings], metavar=takes, help=means, is_flag=False, flag_value="true")
    return click.Option([*spellings], metavar=takes, help=means)


def _format_of(out: Path | None) -> str | None:
    """The format that a file's suffix stands for."""
    suffix = out.suffix.removeprefix(".") if out else ""
    return next((name for name, form in FORMATS.items() if form.suffix == suffix), None)


def _catalogue() -> Catalogue:
    return _read(queries())


@cache
def _read(folder: Path) -> Catalogue:
    return read_catalogue(folder)
