"""The result of any SELECT query as a file that a spreadsheet opens without running anything in it: CSV with formulas defused, and XLSX."""

import json
from dataclasses import dataclass
from math import isfinite

from govkg.core.names import XSD
from govkg.publish.delimited import csv_bytes
from govkg.publish.workbook import sheet_bytes

NUMBERS = frozenset(XSD + name for name in ("integer", "decimal", "double", "float", "long", "int", "short", "byte"))
_DIGITS = 15  # as many as a spreadsheet keeps of a number (IEEE 754); one with more stays text


@dataclass(frozen=True)
class Value:
    """A value as text, and whether a spreadsheet may take it for a number."""

    text: str
    is_number: bool = False


def to_csv(results: bytes) -> bytes:
    """A result in the W3C's JSON format as CSV in UTF-8 with CRLF; unlike the W3C's own CSV it is safe to open in a spreadsheet."""
    heads, rows = _read(results)
    return csv_bytes(heads, ([value.text for value in row] for row in rows))


def to_xlsx(results: bytes) -> bytes:
    """A result in the W3C's JSON format as a workbook: numbers as numbers, everything else as text that no spreadsheet evaluates."""
    heads, rows = _read(results)
    return sheet_bytes(heads, [[(value.text, value.is_number) for value in row] for row in rows])


def _read(results: bytes) -> tuple[list[str], list[list[Value]]]:
    found = json.loads(results)
    heads: list[str] = found["head"]["vars"]
    rows = [[_value(binding.get(name)) for name in heads] for binding in found["results"]["bindings"]]
    return heads, rows


def _value(term: dict[str, object] | None) -> Value:
    if term is None:
        return Value("")
    if term["type"] == "bnode":
        return Value(f"_:{term['value']}")
    if term["type"] not in ("uri", "literal"):  # a triple (RDF 1.2)
        return Value(json.dumps(term, ensure_ascii=False))
    text = str(term["value"])
    return Value(text, term.get("datatype") in NUMBERS and _is_finite(text))


def _is_finite(text: str) -> bool:
    """Whether a spreadsheet can hold the number: finite, and with no more digits than it keeps."""
    try:
        return isfinite(float(text)) and sum(map(str.isdigit, text)) <= _DIGITS
    except ValueError:  # the datatype promises a number that is none
        return False
