"""The saved questions from Python: `import govkg; govkg.ask("grant-deciders", region="Lappi", lang="en")`."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from govkg.core.errors import UsageError
from govkg.core.paths import queries
from govkg.publish.answer import Answer, answer_of
from govkg.query import explain as reasons
from govkg.query import search as finding
from govkg.query.ask import ask as asked
from govkg.query.ask import language
from govkg.query.catalogue import Catalogue, SavedQuery, read_catalogue
from govkg.query.where import engine_at

__all__ = ["Answer", "Question", "Takes", "ask", "explain", "questions", "search"]


@dataclass(frozen=True)
class Takes:
    """A parameter of a question: its name, what it is called, and what it takes (`region`, `date`, `boolean` …)."""

    name: str
    label: str
    takes: str


@dataclass(frozen=True)
class Question:
    """A saved question: its id for `ask`, and what it asks, takes and gives, in one language."""

    id: str
    summary: str
    description: str
    theme: str
    parameters: tuple[Takes, ...]
    columns: tuple[str, ...]


def ask(question: str, /, *, lang: str = "fi", **parameters: str | bool | int | date | None) -> Answer:
    """The answer of a saved question, its labels in `lang`.

    A parameter takes a slug, an IRI or an exact label, a date, or True or False; None leaves it out. A name that is a
    word of Python is written with `_` after it (`from_`). Raises UsageError (a ValueError) naming the nearest questions,
    parameters or values, and GovkgError when there is no release.
    """
    saved = _catalogue().get(question)
    given = {name if saved.parameter(name) else name.removesuffix("_"): value for name, value in parameters.items()}
    engine = engine_at()
    return answer_of(engine, asked(engine, saved, given, lang))


def questions(lang: str = "fi") -> tuple[Question, ...]:
    """All saved questions, by theme. Raises UsageError for a language that the answers are not in."""
    catalogue = _catalogue()
    return tuple(_question(query, catalogue, language(lang)) for query in catalogue.queries.values())


def explain(*what: str) -> reasons.Reason:
    """Why it is so: a claim's quotes in their context, or the proof of a statement (subject, predicate, object).

    IRIs may be full, prefixed (`gov:decidesOn`) or `kind/slug`. Raises UsageError when there is no such claim or statement.
    """
    if len(what) == 1:
        return reasons.explain_claim(engine_at(), what[0])
    if len(what) == 3:
        return reasons.explain_statement(engine_at(), *what)
    problem = f"{len(what)} arguments are neither a claim nor a statement"
    raise UsageError("explain", problem, "give one claim, or subject, predicate and object")


def search(text: str, limit: int = finding.LIMIT, lang: str = "fi") -> finding.Found:
    """What is called so or says so: things by their labels and claims by their quotes, the best matches first.

    Raises UsageError for an empty text, a limit below 1 or an unknown language.
    """
    return _searching(queries()).find(text, limit, language(lang))


def _question(query: SavedQuery, catalogue: Catalogue, lang: str) -> Question:
    return Question(
        query.id,
        query.summary[lang],
        query.description[lang],
        catalogue.themes[query.theme][lang],
        tuple(Takes(p.name, p.labels[lang], p.of or p.type) for p in query.parameters),
        tuple(column.name for column in query.columns),
    )


def _catalogue() -> Catalogue:
    return _read(queries())


@cache
def _searching(folder: Path) -> finding.Search:
    return finding.Search(engine_at(), _read(folder))


@cache
def _read(folder: Path) -> Catalogue:
    return read_catalogue(folder)
