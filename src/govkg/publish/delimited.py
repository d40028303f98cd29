"""CSV (RFC 4180) and TSV with labels and IRIs in columns of their own."""

import csv
import io

from govkg.publish.flat import flat_columns, flat_rows
from govkg.query.engine import Engine
from govkg.query.run import Table


def to_csv(table: Table, engine: Engine) -> bytes:
    """The table as CSV in UTF-8 with CRLF line ends."""
    return _write(table, ",", "\r\n")


def to_tsv(table: Table, engine: Engine) -> bytes:
    """The table as tab-separated values; tabs and line ends inside a value become spaces."""
    return _write(table, "\t", "\n")


def _write(table: Table, delimiter: str, end: str) -> bytes:
    out = io.StringIO(newline="")
    plain = delimiter == "\t"
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL, quotechar=None if plain else '"')
    writer.writerow([column.name for column in flat_columns(table)])
    for row in flat_rows(table):
        writer.writerow([" ".join(cell.text.split()) if plain else cell.text for _, cell in row])
    return out.getvalue().encode("utf-8")
