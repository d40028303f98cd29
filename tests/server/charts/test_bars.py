"""The bar chart and its table."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from tests.server.charts.reading import table

Chart = Callable[..., str]


def test_bars_count_rows_and_silence_has_a_bar_of_its_own(chart: Chart) -> None:
    assert table(chart("bars"), "Role × Number of rows")[1:] == [
        ["decides", "2 doubtful: 1 not settled: 1"],
        ["prepares", "1"],
        ["not stated", "1"],
    ]


def test_bars_add_up_a_column_of_numbers(chart: Chart) -> None:
    rows = table(chart("bars", **{"v.value": "seats", "v.by": "body"}), "Body × Seats")
    assert rows[1:] == [["Board <1>", "11 doubtful: 1"], ["Council", "9"], ["not stated", "0"]]


def test_a_bar_is_as_long_as_its_number_which_stands_after_it(chart: Chart) -> None:
    svg = chart("bars").partition("<svg")[2].partition("</figure>")[0]
    assert re.findall(r'class="bar[^"]*" width="([\d.]+)%"', svg) == ["100.0", "50.0", "50.0"]
    assert re.findall(r'class="bar-amount"[^>]*>(\d+)<', svg) == ["2", "1", "1"]


@pytest.mark.parametrize(
    ("name", "url"),
    [("decides", "?f.role=decides"), ("not stated", "?f.role=-&amp;f.answer=not-stated")],
)
def test_a_bar_leads_to_its_rows(chart: Chart, name: str, url: str) -> None:
    assert f'<a href="/en/q/deciders{url}"><title>{name}: ' in chart("bars")


def test_dates_stand_in_their_order(chart: Chart) -> None:
    rows = table(chart("bars", **{"v.by": "date"}), "Date × ")
    assert [row[0] for row in rows[1:]] == ["2016", "2022-06", "2022-06-14", "not stated"]


def test_markup_in_a_name_stays_text(chart: Chart) -> None:
    assert "<1>" not in chart("bars", **{"v.by": "body"})


def test_bars_stand_one_below_the_other_with_their_marks_on_their_own_ground(chart: Chart) -> None:
    svg = chart("bars").partition("<svg")[2].partition("</figure>")[0]
    grounds = [
        (int(y), int(y) + int(h)) for y, h in re.findall(r'class="bar-ground" x="0" y="(\d+)".*?height="(\d+)"', svg)
    ]
    marks = [int(y) for y in re.findall(r'class="bar-marks" x="0" y="(\d+)"', svg)]
    assert all(end < start for (_, end), (start, _) in pairwise(grounds))
    assert [any(start + 40 < mark < end for start, end in grounds) for mark in marks] == [True]
    assert grounds[-1][1] <= int(re.findall(r'class="picture bars" height="(\d+)"', svg)[0])
