"""XLSX with typed cells: the answer on the first sheet, its sources on the second."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from govkg.publish.flat import FlatColumn, flat_columns, flat_rows
from govkg.publish.sources import SOURCE_COLUMNS, sources_of
from govkg.query.engine import Engine
from govkg.query.outcome import outcome_of
from govkg.query.run import Cell, Table

WIDTHS = {"quote": 70, "iri": 30, "number": 10, "date": 12}
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LONGEST, _CUT = (
    32_767,
    " […]",
)  # characters that a cell can hold (Excel specifications and limits), and what shows that there were more
_FIXED = datetime(2000, 1, 1)  # the same answer gives the same bytes on any day


def to_xlsx(table: Table, engine: Engine) -> bytes:
    """The table as a workbook: numbers as numbers, days as dates, everything else as text that no spreadsheet evaluates."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties(
            {
                "title": table.query.summary[table.lang],
                "comments": f"govkg {table.query.id}, data {table.version}",
                "created": _FIXED,
            }
        )
        _answer_sheet(book, table)
        _source_sheet(book, table, engine)
    return out.getvalue()


def sheet_bytes(heads: Sequence[str], rows: Iterable[Sequence[tuple[str, bool]]]) -> bytes:
    """A workbook of one sheet. Each value is its text and whether it is a number; a text too long for a cell is cut, and shows it."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"created": _FIXED})
        sheet, bold = book.add_worksheet("result"), book.add_format({"bold": True})
        for index, head in enumerate(heads):
            sheet.write_string(0, index, head, bold)
        for at, row in enumerate(rows, 1):
            for index, (text, is_number) in enumerate(row):
                if is_number:
                    sheet.write_number(at, index, float(text))
                elif text:
                    sheet.write_string(at, index, _fitted(text))
        sheet.freeze_panes(1, 0)
    return out.getvalue()


def _fitted(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT


def _answer_sheet(book: Any, table: Table) -> None:
    sheet = book.add_worksheet("answer")
    styles = {
        "head": book.add_format({"bold": True}),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "quote": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    for index, column in enumerate(flat_columns(table)):
        sheet.set_column(index, index, WIDTHS.get(column.kind, 22))
        sheet.write_string(0, index, column.name, styles["head"])
    for number, row in enumerate(flat_rows(table), 1):
        for index, (column, cell) in enumerate(row):
            _write(sheet, number, index, column, cell, styles)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), max(len(flat_columns(table)) - 1, 0))


def _write(sheet: Any, row: int, index: int, column: FlatColumn, cell: Cell, styles: dict[str, Any]) -> None:
    if not cell.text:
        return
    if column.kind == "number":
        sheet.write_number(row, index, float(cell.text))
    elif column.kind == "date" and len(cell.text) == len("2022-06-14"):
        sheet.write_datetime(row, index, datetime.fromisoformat(cell.text), styles["date"])
    else:
        sheet.write_string(row, index, cell.text, styles["quote"] if column.kind == "quote" else None)


def _source_sheet(book: Any, table: Table, engine: Engine) -> None:
    sheet = book.add_worksheet("sources")
    sheet.set_column(0, len(SOURCE_COLUMNS), 30)
    bold = book.add_format({"bold": True})
    for index, name in enumerate(SOURCE_COLUMNS):
        sheet.write_string(0, index, name, bold)
    rows = sources_of(engine, table)
    for number, source in enumerate(rows, 1):
        for index, value in enumerate(source):
            sheet.write_string(number, index, value)
    at, outcome = len(rows) + 2, outcome_of(table)
    for offset, (name, value) in enumerate(
        (
            ("query", table.query.id),
            ("data version", table.version),
            ("language", table.lang),
            *((p, t.value) for p, t in sorted(table.bound.items())),
            *table.arranged,
            ("answer", outcome.kind),
            *([("sentence", outcome.sentence)] if outcome.sentence else []),
        )
    ):
        sheet.write_string(at + offset, 0, name, bold)
        sheet.write_string(at + offset, 1, value)
