"""An answer as rows of Python values: numbers as numbers, days as dates, everything else as text."""

from datetime import date
from decimal import Decimal

from govkg.core.literals import date_type
from govkg.publish.flat import FlatColumn, flat_columns, flat_rows
from govkg.query.run import Cell, Table

Value = str | int | Decimal | date | None
Record = dict[str, Value]
_DAY = len("2022-06-14")


def names(table: Table) -> tuple[str, ...]:
    """The keys of each record, in order: a column `x` of things has `x_iri` after it."""
    return tuple(column.name for column in flat_columns(table))


def records(table: Table) -> list[Record]:
    """Each row as column → value; None where the cell is empty."""
    return [{column.name: _value(column, cell) for column, cell in row} for row in flat_rows(table)]


def _value(column: FlatColumn, cell: Cell) -> Value:
    if not cell.text:
        return None
    if column.kind == "number":
        number = Decimal(cell.text)
        return int(number) if "." not in cell.text and number == number.to_integral_value() else number
    if column.kind == "date" and len(cell.text) == _DAY and date_type(cell.text):
        return date.fromisoformat(cell.text)
    return cell.text  # a year or a month is no day, and stays as precise as its source
