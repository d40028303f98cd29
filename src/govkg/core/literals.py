"""Literals that several rooms write: whole numbers, and dates as precise as their source."""

import re

from pyoxigraph import Literal, NamedNode

from govkg.core.names import XSD

_YEAR = "(?!0000)[0-9]{4}"
_LEAP = "(?!0000)([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
_MONTH_DAY = "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
DATE_PATTERN = f"({_YEAR}(-(0[1-9]|1[0-2])|-{_MONTH_DAY})?|{_LEAP}-02-29)"
"""The dates of the calendar as precise as their source, for schemas too: a regular expression as ECMA-262 and Python read it."""
_DATE = re.compile(DATE_PATTERN)
_DATE_TYPES = {len("2022"): "gYear", len("2022-06"): "gYearMonth", len("2022-06-14"): "date"}


def integer(value: int) -> Literal:
    """A whole number as xsd:integer."""
    return Literal(str(value), datatype=NamedNode(XSD + "integer"))


def date_type(text: str) -> NamedNode | None:
    """The datatype of an ISO date by its precision (XML Schema 1.1 Part 2, 3.3.9–3.3.12), or None for another text."""
    return NamedNode(XSD + _DATE_TYPES[len(text)]) if _DATE.fullmatch(text) else None


def date(text: str) -> Literal:
    """An ISO date as xsd:gYear, xsd:gYearMonth or xsd:date. Raises ValueError for another text."""
    kind = date_type(text)
    if kind is None:
        raise ValueError(f"not an ISO date: {text!r}")
    return Literal(text, datatype=kind)
