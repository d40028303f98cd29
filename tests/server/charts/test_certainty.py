"""How certain the numbers of a view are: told in words beside each, leading to the rows."""

import csv
import io
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from tests.server.charts.conftest import client
from tests.server.charts.reading import table, text_of

Chart = Callable[..., str]


def above(html: str) -> str:
    return text_of(html.partition('<span class="certainty">')[2].partition("</p>")[0])


def test_above_a_chart_stands_how_many_rows_are_doubtful_or_not_settled_and_why_not(chart: Chart) -> None:
    assert above(chart("bars")).startswith("Of these 4 rows, doubtful: 1 ; not settled: 1 ( proposed 1).")


def test_sums_of_numbers_tell_how_many_claims_behind_them_are(chart: Chart) -> None:
    assert above(chart("bars", **{"v.value": "seats"})).startswith("Of the 2 claims behind the numbers, doubtful: 1")


def test_a_mark_leads_to_its_rows_and_can_be_taken_away(chart: Chart, chart_client: FlaskClient) -> None:
    link = next(a for a in re.findall(r"<a [^>]*>not settled: 1<", chart("bars")) if "f.role" in a)
    assert 'href="/en/q/deciders?mark=unsettled&amp;f.role=decides"' in link
    html = chart_client.get("/en/q/deciders?mark=unsettled&f.role=decides").text
    assert "The filter leaves 1 of 4 rows." in html
    assert re.search(r'<a class="chip" href="/en/q/deciders\?f.role=decides">.*Certainty: <span>not settled', html)


def test_files_of_an_address_with_a_mark_hold_those_rows(chart_client: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(chart_client.get("/en/q/deciders.csv?mark=doubt").text)))
    assert [row["claim_iri"].rpartition("/")[2] for row in rows] == ["1"]


def test_a_mark_that_all_rows_bear_is_told_once(chart: Chart) -> None:
    html = chart("bars", mark="unsettled")
    assert above(html).startswith("Of this 1 row, not settled: 1 ( proposed 1).")
    assert table(html, "Role × ")[1:] == [["decides", "1"]]


def test_beside_a_chosen_mark_no_other_is_told_since_an_address_holds_one(chart: Chart) -> None:
    assert above(chart("bars", mark="doubt")) == "Of this 1 row, doubtful: 1 ."


def test_the_map_has_a_star_and_says_what_it_means(chart: Chart) -> None:
    html = chart("map")
    assert "A star * says that some rows of the region are doubtful or not settled" in html
    rows = {row[0]: row[2] for row in table(html, "What the map shows")[1:]}
    assert (rows["Lapland"], rows["Kainuu"]) == ("2 doubtful: 1", "1")
    assert "*" not in text_of(chart("map", **{"f.region": "kainuu"}).partition("<figure")[2].partition("</figure>")[0])


def test_the_marks_stand_in_the_picture_that_is_taken_away(chart_client: FlaskClient) -> None:
    assert ">doubtful: 1; not settled: 1<" in chart_client.get("/en/picture/deciders.svg?view=bars").text
    assert "* the region has doubtful or unsettled rows" in chart_client.get("/en/picture/deciders.svg?view=map").text


def test_an_unknown_mark_is_told_with_those_that_there_are(chart: Chart) -> None:
    html = chart("bars", status=400, mark="doubtfull")
    assert "Rows are not marked “doubtfull”." in html
    assert 'mark=doubt">doubtful</a>, <a href="/en/q/deciders?view=bars&amp;mark=unsettled">not settled</a>' in html


@pytest.mark.parametrize("suffix", ["", ".csv"])
def test_an_answer_that_names_no_claims_cannot_be_narrowed_to_a_mark_and_says_so(
    chart_client: FlaskClient, suffix: str
) -> None:
    response = chart_client.get(f"/en/q/plain{suffix}?mark=doubt")
    assert response.status_code == 400
    assert "name no claims" in response.text


def test_where_pages_are_files_the_marks_are_told_as_well() -> None:
    assert "doubtful: 1" in client(live=False).get("/en/q/deciders?view=bars").text


@pytest.mark.parametrize(
    ("view", "options", "names"),
    [
        ("bars", {}, ["doubtful: 1, decides", "not settled: 1, decides"]),
        ("map", {}, ["doubtful: 1, Lapland", "not settled: 1, Unnamed"]),
        ("cross-table", {"v.cell": "count"}, ["doubtful: 1, Lapland, decides", "not settled: 1, Unnamed, decides"]),
    ],
)
def test_each_mark_of_a_table_says_whose_it_is_where_links_are_heard_alone(
    chart: Chart, view: str, options: dict[str, str], names: list[str]
) -> None:
    links = re.findall(r'<a class="mark-line"[^>]*>(.*?)</a>', chart(view, **options))
    assert [re.sub("<[^>]*>", "", link) for link in links] == names


@pytest.mark.parametrize("options", [{"v.cell": "count"}, {"v.cell": "seats"}, {"v.cell": "body"}])
def test_no_two_cells_of_a_cross_table_have_links_of_one_name_to_different_rows(
    chart: Chart, options: dict[str, str]
) -> None:
    html = chart("cross-table", **options).partition('class="plain cross"')[2].partition("</table>")[0]
    links = {
        (re.sub("<[^>]*>", "", name), url)
        for url, name in re.findall(r'<a[^>]*href="(/en/q/[^"]*)"[^>]*>(.*?)</a>', html)
    }
    assert links
    assert len({name for name, _ in links}) == len(links)


def test_a_cell_with_a_number_leads_to_its_rows_and_to_those_that_bear_a_mark(chart: Chart) -> None:
    html = chart("cross-table", page="q/decider-counts").partition('class="plain cross"')[2].partition("</table>")[0]
    links = [(url, text_of(name)) for url, name in re.findall(r'<a[^>]*href="(/en/q/[^"]*)"[^>]*>(.*?)</a>', html)]
    assert ("/en/q/decider-counts?view=table&amp;f.region=lappi&amp;f.role=decides", "1") in links
    assert (
        "/en/q/decider-counts?mark=doubt&amp;view=table&amp;f.region=lappi&amp;f.role=decides",
        "doubtful: 1",
    ) in links
    assert "<details" not in html


def test_an_answer_that_counts_can_be_narrowed_by_a_mark(chart: Chart) -> None:
    rows = table(chart("table", page="q/decider-counts", mark="doubt"), "How many deciders?")
    assert [row[:3] for row in rows[1:] if len(row) > 1] == [["Lapland", "decides", "1"]]
