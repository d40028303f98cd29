"""Ask a saved question from a program: values of Python or JSON go in, and a table comes out whatever the query's form."""

from collections.abc import Mapping
from datetime import date

from govkg.core.errors import Problem, UsageError
from govkg.core.names import LANGS
from govkg.query.catalogue import SavedQuery
from govkg.query.engine import Engine
from govkg.query.run import Table, run
from govkg.query.statements import as_table


def ask(engine: Engine, query: SavedQuery, given: Mapping[str, object], lang: str) -> Table:
    """The answer as a table; a graph is a table of its statements. Raises UsageError telling all wrong arguments."""
    answer = run(engine, query, texts(given), language(lang))
    return answer if isinstance(answer, Table) else as_table(engine, answer, lang)


def language(lang: str) -> str:
    """The language, when answers are in it. Raises UsageError."""
    if lang not in LANGS:
        raise UsageError("lang", f"`{lang}` is no language of the answers", f"use one of {', '.join(LANGS)}")
    return lang


def texts(given: Mapping[str, object]) -> dict[str, str]:
    """The values as a person would type them; None is left out.

    Raises UsageError for an empty text, which would otherwise ask for everything, and for a value of another type.
    """
    found = {name: _text(value) for name, value in given.items() if value is not None}
    problems = [
        Problem(
            f"parameter {name}",
            0,
            f"{given[name]!r} names nothing",
            "give a text, a date, true or false, or leave it out",
        )
        for name, text in found.items()
        if not text
    ]
    if problems:
        raise UsageError.of(problems)
    return found


def _text(value: object) -> str:
    """The value as text, or an empty text when it can be none."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip() if isinstance(value, str | int) else ""
