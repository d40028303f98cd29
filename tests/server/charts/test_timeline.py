"""The timeline: dates as wide as they are imprecise, in a list as well."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govkg.server.charts.scale import scale_of
from govkg.server.charts.spans import Span, span_of

Chart = Callable[..., str]
SPANS = st.lists(
    st.tuples(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 4000)).map(
        lambda pair: Span(pair[0], date.fromordinal(pair[0].toordinal() + pair[1]))
    ),
    min_size=1,
    max_size=20,
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-06-14", "2022-06-14", "2022-06-14"),
        ("2016-11/2017", "2016-11-01", "2017-12-31"),
    ],
)
def test_a_partial_date_is_the_whole_of_its_month_or_year(text: str, first: str, last: str) -> None:
    assert span_of(text) == Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["", "summer", "2022-13", "2022-02-30", "2023/2022", "2020/2021/2022"])
def test_what_is_no_date_has_no_span(text: str) -> None:
    assert span_of(text) is None


@given(SPANS)
def test_later_days_stand_further_right_and_all_within_the_line(spans: list[Span]) -> None:
    scale = scale_of(spans)
    places = [scale.at(span.first) for span in sorted(spans, key=lambda span: span.first)]
    assert places == sorted(places)
    assert all(0 <= scale.at(s.first) < scale.after(s.last) <= 100.000001 for s in spans)


def test_years_with_nothing_are_drawn_together() -> None:
    found = scale_of([span for text in ("2013", "2016", "2022") if (span := span_of(text))]).stretches
    assert [(s.first, s.last, s.empty) for s in found] == [
        (2013, 2013, False), (2014, 2015, True), (2016, 2016, False), (2017, 2021, True), (2022, 2022, False),
    ]  # fmt: skip


def test_marks_are_numbered_in_the_order_of_time_and_lead_to_the_list(chart: Chart) -> None:
    html = chart("timeline")
    assert re.findall(r'<a href="#event-(\d)" target="_self"><title>(\d: [\d-]+)', html) == [
        ("1", "1: 2016"), ("2", "2: 2022-06"), ("3", "3: 2022-06-14"),
    ]  # fmt: skip
    assert re.findall(r'<li id="event-(\d)".*?<time[^>]*>([^<]+)<', html, re.DOTALL) == [
        ("1", "2016"), ("2", "2022-06"), ("3", "2022-06-14"),
    ]  # fmt: skip


def test_an_imprecise_date_is_drawn_as_a_span_and_marks_do_not_cover_each_other(chart: Chart) -> None:
    marks = re.findall(r'class="(mark[^"]*)" x="([\d.]+)%" y="(\d+)" width="([\d.]+)%"', chart("timeline"))
    assert [name for name, *_ in marks] == ["mark mark-span", "mark mark-span", "mark"]
    (_, left, lane, width), (_, next_left, next_lane, _) = marks[1:]
    assert lane != next_lane or float(left) + float(width) <= float(next_left)


def test_rows_without_a_date_are_counted(chart: Chart) -> None:
    assert "1 row lacks this date." in chart("timeline")


def test_a_date_opens_its_quote(chart: Chart) -> None:
    assert '<q lang="fi">Valtuusto valmistelee.</q>' in chart("timeline")
