"""The region map: marks, their meaning, and the table beside it."""

import re
from collections.abc import Callable

from tests.server.charts.conftest import client
from tests.server.charts.reading import table

from govkg.server.charts.map_plan import SMALL, plan

Chart = Callable[..., str]
CAPTION = "What the map shows"


def test_every_region_has_its_mark_or_the_reason_why_it_has_none(chart: Chart) -> None:
    rows = {row[0]: row[1] for row in table(chart("map"), CAPTION)[1:]}
    assert rows == {
        "Satakunta": "No document on the region was read.",
        "Kainuu": "B not stated",
        "Lapland": "A stated",
        "Helsinki": "Not covered: no document was read for this in the region.",
        "Unnamed (not on the map)": "A stated",
    }


def test_an_area_is_a_link_to_its_rows_with_a_name_and_a_pattern(chart: Chart) -> None:
    html = chart("map")
    area = next(
        a for a in re.findall(r"<a .*?</a>", html, re.DOTALL) if 'aria-label="Lapland: A – stated (doubtful: 1)"' in a
    )
    assert 'href="/en/q/deciders?f.region=lappi"' in area
    assert 'fill="url(#pattern-1)"' in area
    assert '<g role="img" aria-label="Satakunta: No document on the region was read.">' in html


def test_an_area_of_a_page_that_is_a_file_leads_to_the_question_asked_of_it() -> None:
    html = client(live=False).get("/en/q/deciders?view=map").text
    assert 'href="/en/q/deciders?region=lappi"' in html
    assert "f.region=lappi" not in html


def test_the_marks_are_printed_on_the_map_and_explained(chart: Chart) -> None:
    html = chart("map")
    assert re.findall(r'class="area-mark"[^>]*>([^<]+)<', html) == ["–", "B", "A*", "–"]
    assert "<strong>B</strong> not stated" in html


def test_numbers_are_rows_or_sums_of_a_column(chart: Chart) -> None:
    rows = {row[0]: row[1] for row in table(chart("map", **{"v.show": "count"}), CAPTION)}
    assert (rows["Lapland"], rows["Kainuu"]) == ("2", "1")
    rows = {row[0]: row[1] for row in table(chart("map", **{"v.show": "seats"}), CAPTION)}
    assert rows["Lapland"] == "20"


def test_what_is_added_up_is_named(chart: Chart) -> None:
    assert "The number: Seats." in chart("map", **{"v.show": "seats"})
    assert "The number is the number of rows" in chart("map", **{"v.show": "count"})


def test_the_source_of_the_borders_is_printed(chart: Chart) -> None:
    assert "Contains data from the National Land Survey of Finland, municipal division, CC BY 4.0" in chart("map")


def test_the_map_has_the_22_areas_and_the_small_ones_again_three_times_as_large() -> None:
    found = plan()
    assert len(found.shapes) == 22
    assert set(found.inset) == set(SMALL)
    frame, marked = found.frame, found.marked
    assert round(frame.width / marked.width, 6) == round(frame.height / marked.height, 6) == 3
    assert all(frame.left < shape.x < frame.left + frame.width for shape in found.inset.values())


def test_lapland_is_north_of_helsinki_and_north_karelia_east_of_ostrobothnia() -> None:
    shapes = plan().shapes
    assert shapes["21"].y < shapes["90"].y
    assert shapes["14"].x > shapes["17"].x
