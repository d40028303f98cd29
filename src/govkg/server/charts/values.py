"""The values of an answer's rows as views group them: by what stands for them in an address."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from govkg.query.catalogue import Column
from govkg.query.collate import key_of
from govkg.query.facets import KINDS, NEVER, named
from govkg.query.outcome import SILENT
from govkg.query.run import Cell, Table
from govkg.server.address import ENDPOINT, FACET, OPTION, VIEW, Address
from govkg.server.facts import Value
from govkg.server.forms import is_pick
from govkg.server.site import site

Row = tuple[Cell, ...]
Named = tuple[tuple[str, Value], ...]  # what stands in an address → the value as shown


def values_at(table: Table, row: Row, name: str) -> Named:
    """The values of a row in a column; none where the cell is empty."""
    return values_of(table.at(row, name))


def values_of(cell: Cell) -> Named:
    """The values of a cell."""
    return tuple((token, Value(part.text, part.lang, part.iri)) for token, part in named(cell))


def cells(table: Table, name: str) -> Iterator[Cell]:
    """The cells of a column; none where there is no such column."""
    at = next((index for index, column in enumerate(table.columns) if column.name == name), None)
    return (row[at] for row in table.rows) if at is not None else iter(())


def silence_of(table: Table, row: Row) -> Value | None:
    """The answer's word where the document is silent."""
    answer = table.at(row, "answer")
    return Value(answer.text, answer.lang, answer.iri) if SILENT.intersection(answer.iris) else None


def distinct(table: Table, name: str) -> dict[str, Value]:
    """Every value of a column in the order of the rows."""
    return {token: value for cell in cells(table, name) for token, value in values_of(cell)}


def by_frequency(table: Table, name: str) -> dict[str, Value]:
    """Every value of a column: dates and numbers in their order, all else the most frequent first."""
    kind = kind_of(table, name)
    counts = Counter(token for cell in cells(table, name) for token, _ in named(cell))
    found = sorted(distinct(table, name).items(), key=lambda item: key_of(kind, item[1].text))
    return dict(found if kind in ("date", "number") else sorted(found, key=lambda item: -counts[item[0]]))


def kind_of(table: Table, name: str) -> str:
    """The kind of a column."""
    return next(column.kind for column in table.columns if column.name == name)


def heading(table: Table, name: str) -> str:
    """The heading of a column in the language of the answer."""
    return next(column.labels[table.lang] for column in table.columns if column.name == name)


def groupable(table: Table, least: int, most: int, *kinds: str) -> tuple[str, ...]:
    """The columns with so many different values; the region first, which readers look for."""
    found = [
        column.name
        for column in table.columns
        if column.kind in (kinds or KINDS)
        and column.name not in NEVER
        and least <= _variety(table, column.name, most) <= most
    ]
    return tuple(sorted(found, key=lambda name: name != "region"))


def _variety(table: Table, name: str, enough: int) -> int:
    """How many different values a column has; beyond `enough` they are not counted further."""
    different = {(cell.text, cell.iris): cell for cell in cells(table, name)}
    found: set[str] = set()
    for cell in different.values():
        found.update(token for token, _ in named(cell))
        if len(found) > enough:
            break
    return len(found)


def has_column(table: Table, name: str) -> bool:
    """Whether the answer has a column with some value in it."""
    return any(cell.text for cell in cells(table, name))


def content_columns(table: Table) -> tuple[Column, ...]:
    """The columns that say something of the matter, some row of which has a value: not the proof, nor what holds of a whole document."""
    outside = (*NEVER, "document", "standing")
    return tuple(column for column in table.columns if column.name not in outside and has_column(table, column.name))


def rows_url(address: Address, table: Table, chosen: dict[str, str]) -> str:
    """The address of the rows that have these values, as a table."""
    usual = table.query.views[0] == "table"
    bare = (
        address.at(ENDPOINT)
        .without(key for key, _ in address.pairs if key.startswith(OPTION))
        .set(VIEW, "" if usual else "table")
    )
    for name, token in chosen.items():
        bare = bare.set(name if _is_asked(table, name, token) else FACET + name, token)
    return str(bare)


def _is_asked(table: Table, name: str, token: str) -> bool:
    """Where pages are files, the rows of a value are those of the question asked with it: to choose among rows takes a server."""
    return not site().live and is_pick(site(), table.query, name, token)


UNIT = "unit"  # numbers of different units stand on no common scale


def number_columns(table: Table) -> tuple[str, ...]:
    """The columns of numbers that may be added up."""
    if any(column.name == UNIT for column in table.columns):
        return ()
    return tuple(c.name for c in table.columns if c.kind == "number" and has_column(table, c.name))


def amount_of(table: Table, row: Row, name: str) -> Decimal:
    """What a row adds to a number: its value in a column, or one where the rows themselves are counted."""
    return Decimal(table.at(row, name).text or 0) if name else Decimal(1)


def summed_column(table: Table, word: str) -> str:
    """The column of numbers that an option's word means; nothing where it means the number of rows."""
    return word if word in number_columns(table) else ""
