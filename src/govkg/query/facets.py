"""Facets: the few values that a column of an answer has, with how many rows have each, to be chosen from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from govkg.core.names import DEF, ID, split
from govkg.query.catalogue import Column
from govkg.query.collate import text_key
from govkg.query.run import Cell, Part, Table

MANY = 25  # a column with more values than this is no facet
NOTHING = "-"  # what stands in a URL for rows without a value
NEVER = ("quote", "claim")
KINDS = ("thing", "things", "date", "number")

Chosen = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class FacetValue:
    """A value: what stands for it in a URL, how it is called, how many of the rows at hand have it, and whether it is chosen.

    A row without a value is counted under NOTHING, whose text is empty.
    """

    token: str
    text: str
    lang: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """A column with few values."""

    column: Column
    values: tuple[FacetValue, ...]


def facet_columns(table: Table) -> tuple[Column, ...]:
    """The columns that can be facets: at least two values, not more than MANY, and fewer values than rows."""
    found = []
    for index, column in enumerate(table.columns):
        if column.kind not in KINDS or column.name in NEVER:
            continue
        cells = [row[index] for row in table.rows]
        values = {token for cell in cells for token in tokens(cell)}
        if 2 <= len(values) <= MANY and len(values) < len(cells):
            found.append(column)
    return tuple(found)


def tokens(cell: Cell) -> tuple[str, ...]:
    """What stands in a URL for the values of a cell: slugs of things, texts as they are, NOTHING where there is none."""
    return tuple(token for token, _ in named(cell)) or (NOTHING,)


def named(cell: Cell) -> tuple[tuple[str, Part], ...]:
    """The values of a cell, each after what stands for it in a URL."""
    return tuple((token_of(part.iri) if part.iri else part.text, part) for part in cell.parts)


def token_of(iri: str) -> str:
    """A thing in a URL: its slug, a term of the ontology by its name, another IRI as it is."""
    found = split(iri)
    return found[1] if found and "/" not in found[1] else iri.removeprefix(ID).removeprefix(DEF)


def kept(table: Table, chosen: Chosen) -> Table:
    """The rows that have one of the chosen values of every column that has chosen ones."""
    tests = [(index, set(chosen[c.name])) for index, c in enumerate(table.columns) if chosen.get(c.name)]
    rows = tuple(row for row in table.rows if all(wanted.intersection(tokens(row[index])) for index, wanted in tests))
    return replace(table, rows=rows)


def facets_of(table: Table, rows: Table, chosen: Chosen) -> tuple[Facet, ...]:
    """The facets of an answer `table`, counted over `rows` (the answer as filtered by text).

    The values of a column are counted over the rows that the other columns' chosen values leave, so that a second
    value of the same column can be chosen.
    """
    wanted = {column.name for column in facet_columns(table)} | {name for name, values in chosen.items() if values}
    return tuple(
        Facet(column, _values(table, rows, index, chosen))
        for index, column in enumerate(table.columns)
        if column.name in wanted
    )


def _values(table: Table, rows: Table, index: int, chosen: Chosen) -> tuple[FacetValue, ...]:
    name = table.columns[index].name
    others = kept(rows, {key: values for key, values in chosen.items() if key != name})
    labels = _labels(row[index] for row in table.rows)
    labels |= {token: (token, "") for token in chosen.get(name, ()) if token not in labels}
    counts = dict.fromkeys(labels, 0)
    for row in others.rows:
        for token in tokens(row[index]):
            counts[token] += 1
    values = [FacetValue(token, *labels[token], counts[token], token in chosen.get(name, ())) for token in labels]
    return tuple(sorted(values, key=lambda value: (value.token == NOTHING, -value.count, text_key(value.text))))


def _labels(cells: Iterable[Cell]) -> dict[str, tuple[str, str]]:
    """Every token of a column with its text and language."""
    found: dict[str, tuple[str, str]] = {}
    for cell in cells:
        for token, part in named(cell) or ((NOTHING, Part("")),):
            found.setdefault(token, (part.text, part.lang))
    return found
