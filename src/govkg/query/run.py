"""Run a saved query: bind, ask, label. The one way to an answer for the command line, the pages and every file format."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

from govkg.core.errors import GovkgError, Problem
from govkg.core.model import Term
from govkg.query.catalogue import Column, SavedQuery
from govkg.query.emptiness import Outcome, emptiness
from govkg.query.engine import Engine, Solution
from govkg.query.labels import Label, labels_of
from govkg.query.parameters import bind, bound_text
from govkg.query.quotes import CLAIM, Quote, joined, quotes_of_claims

JOIN = " | "
LINKED = ("thing", "things", "mixed")  # the kinds of column whose values have IRIs


class Part(NamedTuple):
    """One of the values of a cell: its text, its language, and its IRI when it is a thing."""

    text: str
    lang: str = ""
    iri: str = ""


@dataclass(frozen=True)
class Cell:
    """A value as shown (`text`), its language, the IRIs behind it, its kind (that of the column), and what it lists when it is a list."""

    text: str = ""
    lang: str = ""
    iris: tuple[str, ...] = ()
    kind: str = "text"
    listed: tuple[Part, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its values one by one; none when it is empty."""
        if self.listed or not self.text:
            return self.listed
        return (Part(self.text, self.lang, self.iris[0] if len(self.iris) == 1 else ""),)

    @property
    def iri(self) -> str:
        """The IRIs joined as the contract has it."""
        return JOIN.join(self.iris)


EMPTY = Cell()


@dataclass(frozen=True)
class Table:
    """The answer of a SELECT query, with labels in one language. `arranged` tells how rows were left out or sorted since, `empty` why there is no row."""

    query: SavedQuery
    lang: str
    bound: dict[str, Term]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    version: str
    sparql: str
    arranged: tuple[tuple[str, str], ...] = ()
    empty: Outcome | None = None

    def at(self, row: tuple[Cell, ...], name: str) -> Cell:
        """A row's cell of a column; an empty cell when there is no such column."""
        for column, cell in zip(self.columns, row, strict=True):
            if column.name == name:
                return cell
        return EMPTY


@dataclass(frozen=True)
class GraphAnswer:
    """The answer of a CONSTRUCT query. `empty` tells why it has no statement."""

    query: SavedQuery
    bound: dict[str, Term]
    triples: tuple[Triple, ...]
    version: str
    sparql: str
    labels: dict[str, Label] = field(default_factory=dict)
    empty: Outcome | None = None


def run(
    engine: Engine, query: SavedQuery, given: Mapping[str, str] | None = None, lang: str = "fi"
) -> Table | GraphAnswer:
    """The answer of a saved query. Raises UsageError for a wrong parameter."""
    bound = bind(engine, query, given or {})
    sparql = bound_text(query, bound)
    if query.form != "SELECT":
        triples = tuple(engine.construct(sparql))
        iris = {
            term.value for triple in triples for term in (triple.subject, triple.object) if isinstance(term, NamedNode)
        }
        why = None if triples else emptiness(engine, query, bound, lang)
        return GraphAnswer(query, bound, triples, engine.version, sparql, labels_of(engine, iris, lang), why)
    solutions = list(engine.select(sparql))
    _check_columns(query, solutions)
    known = labels_of(engine, _things(query, solutions), lang)
    quotes = quotes_of_claims(engine, _quoted(query, solutions))
    rows = tuple(
        tuple(_cell(column, row.get(column.name), known, quotes) for column in query.columns) for row in solutions
    )
    why = None if rows else emptiness(engine, query, bound, lang)
    return Table(query, lang, bound, query.columns, rows, engine.version, sparql, empty=why)


def run_table(engine: Engine, query: SavedQuery, given: Mapping[str, str] | None = None, lang: str = "fi") -> Table:
    """As `run`, for SELECT queries. Raises GovkgError when the query answers with a graph."""
    answer = run(engine, query, given, lang)
    if isinstance(answer, GraphAnswer):
        raise GovkgError(
            [Problem(query.file, 0, "this query answers with a graph, not a table", "ask for turtle or jsonld")]
        )
    return answer


def _check_columns(query: SavedQuery, solutions: list[Solution]) -> None:
    known = {column.name for column in query.columns} | {p.name for p in query.parameters}
    extra = {name for row in solutions for name in row} - known
    if extra:
        raise GovkgError(
            [
                Problem(
                    query.file,
                    0,
                    f"the query answers with columns that its header does not have: {', '.join(sorted(extra))}",
                    "add them to `columns`",
                )
            ]
        )


def _things(query: SavedQuery, solutions: list[Solution]) -> Iterable[str]:
    for column in query.columns:
        if column.kind in LINKED:
            for row in solutions:
                yield from _iris(row.get(column.name))


def _quoted(query: SavedQuery, solutions: list[Solution]) -> Iterable[str]:
    """The claims that stand in place of their quotes."""
    for column in query.columns:
        if column.kind == "quote":
            for row in solutions:
                yield from (iri for iri in _iris(row.get(column.name)) if iri.startswith(CLAIM))


def _iris(term: Term | None) -> tuple[str, ...]:
    if isinstance(term, NamedNode):
        return (term.value,)
    if isinstance(term, Literal):
        return tuple(iris_in(term.value))
    return ()


def iris_in(joined: str) -> Iterator[str]:
    """The parts of a joined list that are IRIs; a text that merely begins like one has white space."""
    for part in joined.split(JOIN):
        if part.startswith(("http://", "https://")) and not any(map(str.isspace, part)):
            yield part


def _cell(column: Column, term: Term | None, known: Mapping[str, Label], quotes: Mapping[str, Quote]) -> Cell:
    if term is None or term.value == "":
        return Cell(kind=column.kind)
    if isinstance(term, NamedNode):
        label = known.get(term.value, Label(term.value, ""))
        return Cell(label.text, label.lang, (term.value,), column.kind)
    if column.kind in ("things", "mixed"):
        return _list_cell(column, term.value, known)
    if column.kind == "quote" and term.value.startswith(CLAIM):
        return Cell(*joined(_iris(term), quotes), (), column.kind)
    return Cell(term.value, term.language or "", (), column.kind)


def _list_cell(column: Column, joined: str, known: Mapping[str, Label]) -> Cell:
    """A list in one cell: each thing once, though another may be called the same."""
    values = set(joined.split(JOIN))
    return list_cell(
        column.kind, (Part(known[v].text, known[v].lang, v) if v in known else Part(v, "fi") for v in values)
    )


def list_cell(kind: str, parts: Iterable[Part]) -> Cell:
    """A cell that lists these values in alphabetical order, so that it is the same on every engine."""
    listed = tuple(sorted(parts, key=lambda part: (part.text.casefold(), part.text, part.iri)))
    langs = {part.lang for part in listed}
    iris = tuple(part.iri for part in listed if part.iri)
    return Cell(JOIN.join(part.text for part in listed), langs.pop() if len(langs) == 1 else "", iris, kind, listed)
