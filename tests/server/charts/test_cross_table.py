"""The cross-table: what meets where, and why nothing does."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from tests.server.charts.reading import table

Chart = Callable[..., str]


def test_values_stand_where_their_row_and_column_meet(chart: Chart) -> None:
    rows = table(chart("cross-table"), "Region × Role")
    assert rows[0] == ["Region", "decides", "prepares"]
    assert ["Lapland", "Board <1>", "Council"] in rows
    assert ["Unnamed", "Board <1>", "–"] in rows


def test_each_way_of_being_absent_has_its_own_words(chart: Chart) -> None:
    rows = dict(row for row in table(chart("cross-table"), "Region × Role") if len(row) == 2)
    assert rows == {
        "Kainuu": "not stated",
        "Helsinki": "Not covered: no document was read for this in the region.",
        "Satakunta": "No document on the region was read.",
    }


def test_a_region_outside_the_limits_is_not_said_to_be_silent(chart: Chart) -> None:
    rows = table(chart("cross-table", **{"f.status": "in-rules"}), "Region × Role")
    assert ["Kainuu", "Within these limits the answer has no row."] in rows


def test_of_a_region_asked_for_the_others_are_beside_the_point(chart: Chart) -> None:
    rows = table(chart("cross-table", region="lappi"), "Region × Role")
    assert [row[0] for row in rows] == ["Region", "Lapland"]


def test_a_cell_opens_its_quotes_doubt_and_status_and_leads_to_its_rows(chart: Chart) -> None:
    cell = next(c for c in re.findall(r"<td.*?</td>", chart("cross-table"), re.DOTALL) if "asiasta" in c)
    assert '<q lang="fi">Hallitus päättää &lt;asiasta&gt;.</q>' in cell
    assert "The sentence is unclear." in cell
    assert "in the rules" in cell
    assert 'href="/en/claim/survey/1"' in cell
    assert 'href="/en/q/deciders?f.region=lappi&amp;f.role=decides"' in cell


def test_the_reader_chooses_what_stands_down_across_and_inside(chart: Chart) -> None:
    html = chart("cross-table", **{"v.rows": "role", "v.columns": "region", "v.cell": "count"})
    rows = table(html, "Role × Region")
    assert rows[0][0] == "Role"
    assert next(row for row in rows if row[0] == "decides")[1:] == [
        "1 doubtful: 1",
        "–",
        "1 not settled: 1",
    ]
    assert ["no value given", "–", "not stated", "–"] in rows


def test_what_stands_down_does_not_stand_across_as_well(chart: Chart) -> None:
    rows = table(chart("cross-table", **{"v.rows": "role"}), "Role × ")
    assert rows[0][1:] != ["decides", "prepares"]


@pytest.mark.parametrize(("lang", "words"), [("fi", "Virke on epäselvä."), ("sv", "Meningen är oklar.")])
def test_a_cell_tells_the_doubt_in_the_readers_language(chart_client: FlaskClient, lang: str, words: str) -> None:
    assert words in chart_client.get(f"/{lang}/q/deciders?view=cross-table").text


def test_doubt_and_status_are_told_before_a_cell_is_opened(chart: Chart) -> None:
    cell = next(c for c in re.findall(r"<td.*?</td>", chart("cross-table"), re.DOTALL) if "asiasta" in c)
    unopened = re.sub(r"<[^>]*>", " ", cell.partition("</summary>")[0]).split()
    assert unopened[-4:] == ["in", "the", "rules", "doubtful"]
