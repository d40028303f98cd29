"""Partial dates as spans of time: 2022-06 is the whole of June, 2022 the whole year, a/b from the start of a to the end of b."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True)
class Span:
    """From the first day to the last, both of it."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


def span_of(text: str) -> Span | None:
    """The span of an ISO 8601 date or interval as precise as it is; None for what is neither."""
    parts = [_part(part) for part in text.split("/")]
    if len(parts) > 2 or None in parts:
        return None
    first, last = parts[0], parts[-1]
    return Span(first.first, last.last) if first and last and first.first <= last.last else None


def _part(text: str) -> Span | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    return Span(first, first if day else _end_of(first) if month else date(year, 12, 31))


def _end_of(month: date) -> date:
    """The last day of a month."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
