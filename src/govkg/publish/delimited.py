"""CSV (RFC 4180) and TSV with labels and IRIs in columns of their own.

A spreadsheet runs a cell that begins like a formula, wherever the text came from (OWASP, "CSV Injection"). Such a cell gets
a leading apostrophe, which spreadsheets take as "this is text". Begins like a formula: `=`, `+`, `@`, a tab, a carriage
return, or a minus that is neither the dash of a list (`- `) nor the sign of a number.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from govkg.publish.flat import flat_columns, flat_rows
from govkg.query.engine import Engine
from govkg.query.run import Table

_FORMULA = re.compile(r"[=+@\t\r]|-(?! |\d+(?:[.,]\d+)?\Z|\Z)")
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def to_csv(table: Table, engine: Engine) -> bytes:
    """The table as CSV in UTF-8 with CRLF line ends; a cell that begins like a formula is defused."""
    return csv_bytes(*_flat(table))


def to_tsv(table: Table, engine: Engine) -> bytes:
    """The table as tab-separated values; tabs and line ends inside a value become spaces, and formulas are defused."""
    header, rows = _flat(table)
    lines = ("\t".join(defused(_BREAKS.sub(" ", text)) for text in row) for row in (header, *rows))
    return "".join(line + "\n" for line in lines).encode()


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A header and rows of texts as CSV (RFC 4180) in UTF-8, formulas defused."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([defused(text) for text in row] for row in (header, *rows))
    return out.getvalue().encode()


def defused(text: str) -> str:
    """The text, with an apostrophe before it when a spreadsheet would run it as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _flat(table: Table) -> tuple[list[str], list[list[str]]]:
    return [column.name for column in flat_columns(table)], [[cell.text for _, cell in row] for row in flat_rows(table)]
