"""Literals: dates carry the datatype of their precision."""

import datetime
import itertools

import pytest

from govkg.core.literals import date, date_type, integer
from govkg.core.names import XSD


@pytest.mark.parametrize(("text", "kind"), [("2022", "gYear"), ("2022-06", "gYearMonth"), ("2022-06-14", "date")])
def test_a_date_has_the_type_of_its_precision(text: str, kind: str) -> None:
    assert date(text).datatype.value == XSD + kind
    assert date(text).value == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "14.6.2022",
        "2022-06/2022-07",
        "2022-6",
        "20220614",
        "2022-06-14T00",
        "abcd",
        "2022-13",
        "2022-02-30",
        "٢٠٢٢",
    ],
)
def test_another_text_is_no_date(text: str) -> None:
    assert date_type(text) is None
    with pytest.raises(ValueError, match="not an ISO date"):
        date(text)


def test_a_whole_number_is_an_integer() -> None:
    assert (integer(-5).value, integer(-5).datatype.value) == ("-5", XSD + "integer")


@pytest.mark.parametrize("year", [0, 1, 4, 96, 100, 400, 1900, 2000, 2022, 2024, 2100, 9996, 9999])
def test_the_dates_are_those_of_the_calendar(year: int) -> None:
    for month, day in itertools.product(range(14), range(33)):
        text = f"{year:04}-{month:02}-{day:02}"
        assert (date_type(text) is not None) == _is_in_calendar(text), text


def _is_in_calendar(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True
