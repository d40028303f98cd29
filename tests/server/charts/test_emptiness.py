"""Why there is no row, on the pages, in files and from the API: the same five regions as the charts have."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

SATAKUNTA = "Not read: no document on the region “Satakunta” was read for this. No document on the region was read."
HELSINKI = (
    "Not read: no document on the region “Helsinki” was read for this. "
    "Read on the region for other questions: Survey; nothing of this was noted in passing."
)


@pytest.mark.parametrize(("region", "sentence"), [("satakunta", SATAKUNTA), ("helsinki", HELSINKI)])
@pytest.mark.parametrize("page", ["q/deciders", "embed/deciders"])
def test_a_page_without_a_row_says_why(chart_client: FlaskClient, page: str, region: str, sentence: str) -> None:
    html = chart_client.get(f"/en/{page}?region={region}").text
    assert f'<p class="empty">{sentence}</p>' in html


def test_a_view_whose_rows_were_filtered_away_says_so(chart: Callable[..., str]) -> None:
    assert "Your own filters leave no row." in chart("map", filter="nonesuch")


@pytest.mark.parametrize(
    ("region", "kind"),
    [("lappi", "stated"), ("kainuu", "not-stated"), ("helsinki", "not-read"), ("satakunta", "not-read")],
)
@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx", "json", "srx", "md"])
def test_every_format_tells_the_kind_in_its_header(
    chart_client: FlaskClient, form: str, region: str, kind: str
) -> None:
    for url in (f"/en/q/deciders.{form}?region={region}", f"/api/queries/deciders?format={form}&region={region}"):
        assert chart_client.get(url).headers["Govkg-Answer"] == kind


def test_the_name_of_an_empty_file_tells_the_kind(chart_client: FlaskClient) -> None:
    def name(query: str) -> str:
        return chart_client.get(f"/en/q/deciders.csv?{query}").headers["Content-Disposition"]

    assert name("region=satakunta") == "attachment; filename=deciders_satakunta_not-read_test.csv"
    assert name("filter=nonesuch") == "attachment; filename=deciders_part_limits_test.csv"
    assert name("region=kainuu") == "attachment; filename=deciders_kainuu_test.csv"


def test_both_kinds_of_json_tell_the_kind_and_the_sentence(chart_client: FlaskClient) -> None:
    url = "/api/queries/deciders?lang=en&region=satakunta"
    plain, results = chart_client.get(url).get_json(), chart_client.get(f"{url}&format=json").get_json()
    assert (plain["answer"], plain["sentence"]) == ("not-read", SATAKUNTA)
    assert (results["head"]["govkg"]["answer"], results["head"]["govkg"]["sentence"]) == ("not-read", SATAKUNTA)


def test_a_part_tells_what_the_whole_answer_amounts_to(chart_client: FlaskClient) -> None:
    found = chart_client.get("/api/queries/deciders?limit=1&offset=100").get_json()
    assert (found["rows"], found["answer"], found["sentence"]) == ([], "stated", None)
