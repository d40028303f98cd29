"""A table as flat columns: a column x that holds things has x_iri beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from govkg.query.run import LINKED, Cell, Table


@dataclass(frozen=True)
class FlatColumn:
    """A column of a file: its name, the kind of its values, and whether it holds the IRIs behind a column of labels."""

    name: str
    kind: str
    is_iri: bool


def flat_columns(table: Table) -> tuple[FlatColumn, ...]:
    """The columns of a file, in the order of the query's header."""
    found: list[FlatColumn] = []
    for column in table.columns:
        found.append(FlatColumn(column.name, column.kind, False))
        if column.kind in LINKED:
            found.append(FlatColumn(f"{column.name}_iri", "iri", True))
    return tuple(found)


def flat_rows(table: Table) -> Iterator[list[tuple[FlatColumn, Cell]]]:
    """Each row as pairs of file column and cell."""
    columns = flat_columns(table)
    for row in table.rows:
        cells: list[Cell] = []
        for column, cell in zip(table.columns, row, strict=True):
            cells.append(cell)
            if column.kind in LINKED:
                cells.append(Cell(cell.iri, "", cell.iris, "iri"))
        yield list(zip(columns, cells, strict=True))
