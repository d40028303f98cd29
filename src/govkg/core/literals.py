"""Literals that several rooms write: whole numbers, and dates as precise as their source."""

import datetime
import re

from pyoxigraph import Literal, NamedNode

from govkg.core.names import XSD

_DATE = re.compile(r"\d{4}(-\d\d)?(-\d\d)?", re.ASCII)
_DATE_TYPES = {len("2022"): "gYear", len("2022-06"): "gYearMonth", len("2022-06-14"): "date"}


def integer(value: int) -> Literal:
    """A whole number as xsd:integer."""
    return Literal(str(value), datatype=NamedNode(XSD + "integer"))


def date_type(text: str) -> NamedNode | None:
    """The datatype of an ISO date by its precision (XML Schema 1.1 Part 2, 3.3.9–3.3.12), or None for another text."""
    return NamedNode(XSD + _DATE_TYPES[len(text)]) if _DATE.fullmatch(text) and _is_in_calendar(text) else None


def _is_in_calendar(text: str) -> bool:
    """Whether there is such a month and day; where they are not told, any would do."""
    try:
        datetime.date.fromisoformat(text + "-01-01"[len(text) - len("2022") :])
    except ValueError:
        return False
    return True


def date(text: str) -> Literal:
    """An ISO date as xsd:gYear, xsd:gYearMonth or xsd:date. Raises ValueError for another text."""
    kind = date_type(text)
    if kind is None:
        raise ValueError(f"not an ISO date: {text!r}")
    return Literal(text, datatype=kind)
