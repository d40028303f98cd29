"""A question: form, answer, quotes under the rows, files, and what is said when something is wrong."""

import csv
import io
import json
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

Page = Callable[..., str]
URL = "/en/q/grant-deciders"


def rows(html: str) -> list[str]:
    """The rows of the answer, each with its evidence."""
    return re.findall(r"<tbody.*?</tbody>", html, re.DOTALL)


def test_the_answer_is_a_table_with_a_caption_and_headed_columns_and_rows(page: Page) -> None:
    html = page(URL)
    assert '<caption class="sr">Who decides grants?</caption>' in html
    assert 'scope="col"' in html
    assert 'scope="row"' in html


def test_each_row_opens_its_quote_with_document_standing_status_and_lines(page: Page) -> None:
    row = next(row for row in rows(page(URL)) if "responsibility-1" in row)
    assert "<details>" in row
    assert "Järjestölautakunta päättää järjestöavustuksista vuosittain." in row
    for words in ("Survey 2022", "Snapshot", "in the rules", "lines 3–4"):
        assert words in row


def test_the_quote_leads_to_its_lines_in_the_document_with_the_claim_highlighted(page: Page) -> None:
    assert 'href="/en/doc/katsaus-2022?claim=katsaus-2022/responsibility-1#lines-3-4"' in page(URL)


def test_a_silent_row_says_so_in_words_where_another_row_has_a_value(page: Page) -> None:
    row = next(row for row in rows(page(URL)) if "silence-2" in row)
    assert 'data-label="Body"><span class="unsaid"><span>not stated</span></span>' in row
    assert "The document was read for this" in row


@pytest.mark.parametrize(
    ("lang", "words"),
    [("fi", "Ryhmää ei nimetä."), ("sv", "Gruppen nämns inte vid namn."), ("en", "The group is not named.")],
)
def test_a_doubt_shows_wherever_the_claim_shows_in_the_readers_language(page: Page, lang: str, words: str) -> None:
    row = next(row for row in rows(page(URL.replace("/en/", f"/{lang}/"))) if "proposal-3" in row)
    assert re.findall(r'<p class="doubt"><strong>[^<]+</strong> <span>([^<]+)</span> *</p>', row) == [words]


def test_a_lapsed_reform_is_said_plainly(page: Page) -> None:
    assert "The reform lapsed." in page(URL)


def test_a_value_with_markup_in_it_is_shown_as_text(page: Page) -> None:
    html = page(URL)
    assert "&lt;yhteistä&gt;" in html
    assert "<yhteistä>" not in html


def test_a_row_limits_the_answer_and_is_kept_in_the_form(page: Page) -> None:
    html = page(f"{URL}?region=metsala")
    assert len(rows(html)) == 1
    assert '<option value="metsala" selected>Woodland</option>' in html


def test_a_thing_may_be_named_by_its_label_in_any_language(page: Page) -> None:
    assert len(rows(page(f"{URL}?region=Skogby"))) == 1


def test_the_options_of_a_field_are_those_of_the_field_it_depends_on(page: Page) -> None:
    assert 'value="metsala/jarjestolautakunta"' in page(f"{URL}?region=metsala")
    form = page("/fi/q/grant-deciders").partition('class="ask"')[2].partition("</form>")[0]
    assert ">Järvelä</option>" in form
    assert ">Metsälä</option>" in form


def test_a_day_is_asked_with_a_date_field_and_a_month_is_kept_as_typed(page: Page) -> None:
    assert 'type="date" id="p-since" name="since" value="2022-01-01"' in page(f"{URL}?since=2022-01-01")
    assert 'type="text" id="p-since" name="since" value="2022-01"' in page(f"{URL}?since=2022-01")


def test_a_ticked_box_stays_ticked(page: Page) -> None:
    html = page(f"{URL}?silent_only=true")
    assert len(rows(html)) == 1
    assert 'name="silent_only" value="true" checked' in html


def test_an_answer_without_rows_names_the_limits_that_leave_none(page: Page) -> None:
    html = page(f"{URL}?since=2030")
    assert '<p class="empty">Your own limits leave no row (' in html
    assert "Without them the number of rows in the answer is 3." in html


def test_empty_fields_leave_the_address(client: FlaskClient) -> None:
    response = client.get(f"{URL}?region=metsala&body=&since=")
    assert (response.status_code, response.location) == (302, f"{URL}?region=metsala")


def test_a_wrong_value_is_400_names_the_nearest_as_links_and_is_kept_in_the_form(page: Page) -> None:
    html = page(f"{URL}?region=Woodlan&silent_only=true", 400)
    assert "has no value “Woodlan”" in html
    assert 'href="/en/q/grant-deciders?region=metsala&amp;silent_only=true"' in html
    assert '<option value="Woodlan" selected>Woodlan</option>' in html
    assert 'aria-invalid="true" aria-describedby="p-region-wrong"' in html
    assert 'value="true" checked' in html


@pytest.mark.parametrize(
    "query",
    [
        "since=yesterday",
        "since=2022-02-30",
        "silent_only=maybe",
        "nonsense=1",
        "region=metsala&region=jarvela",
        "page=0",
        "page=99",
        "page=x",
    ],
)
def test_whatever_is_wrong_with_the_address_is_400(page: Page, query: str) -> None:
    page(f"{URL}?{query}", 400)


def test_a_page_that_a_list_has_not_leads_to_those_that_it_has_in_the_language_of_the_page(page: Page) -> None:
    html = page("/sv/q/grant-deciders?region=metsala&page=99", 400)
    assert "Listan har ingen sida ”99”." in html
    assert 'href="/sv/q/grant-deciders?region=metsala&amp;page=1"' in html


@pytest.mark.parametrize("name", ["_external", "_anchor", "_scheme", "_method", "lang", "name", "slug", "endpoint"])
def test_no_name_that_a_reader_types_upsets_the_links(page: Page, name: str) -> None:
    page(f"{URL}?{name}=x&region=metsala", 400)


@pytest.mark.parametrize(
    "query", ["region=%3Cscript%3Ealert(1)%3C/script%3E", "%3Cscript%3E=1", "since=%3Cscript%3E", 'region="><script>']
)
def test_markup_in_an_address_comes_back_as_text(page: Page, query: str) -> None:
    assert "<script>" not in page(f"{URL}?{query}", 400)


def test_an_unknown_question_is_404_with_the_nearest(page: Page) -> None:
    assert 'href="/en/q/grant-deciders"' in page("/en/q/grant-decider", 404)


def test_the_query_and_the_datas_version_are_on_the_page(page: Page) -> None:
    html = page(f"{URL}?region=metsala")
    assert "VALUES ?region { &lt;https://w3id.org/govkg/id/region/metsala&gt; }" in html
    assert "Data version test" in html


@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [
        ("csv", "text/csv"),
        ("tsv", "text/tab-separated-values"),
        ("json", "application/sparql-results+json"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ],
)
def test_a_table_can_be_had_as_a_file_with_type_and_name(client: FlaskClient, suffix: str, media_type: str) -> None:
    response = client.get(f"{URL}.{suffix}?region=metsala")
    assert response.status_code == 200
    assert response.mimetype == media_type
    assert response.headers["Content-Disposition"] == f"attachment; filename=grant-deciders_metsala_test.{suffix}"


def test_the_file_holds_the_rows_of_the_page(client: FlaskClient) -> None:
    found = list(csv.DictReader(io.StringIO(client.get("/fi/q/grant-deciders.csv").text)))
    assert [row["region"] for row in found] == ["Metsälä", "Järvelä", "Järvelä"]
    assert len(json.loads(client.get("/fi/q/grant-deciders.json").text)["results"]["bindings"]) == len(found)


@pytest.mark.parametrize(
    ("suffix", "media_type"), [("ttl", "text/turtle"), ("turtle", "text/turtle"), ("jsonld", "application/ld+json")]
)
def test_a_graph_can_be_had_as_a_file(client: FlaskClient, suffix: str, media_type: str) -> None:
    response = client.get(f"/en/q/region-graph.{suffix}")
    assert (response.status_code, response.mimetype) == (200, media_type)


def test_a_graph_is_shown_as_statements_with_labels(page: Page) -> None:
    html = page("/sv/q/region-graph")
    assert "3 satser" in html
    assert ">Skogby</a>" in html
    assert ">område</a>" in html
    assert "Reformen förföll." in html


@pytest.mark.parametrize(
    "name", ["grant-deciders.ttl", "grant-deciders.pdf", "grant-deciders.table", "grant-deciders.", "region-graph.csv"]
)
def test_a_format_that_does_not_fit_is_406_with_those_that_do(page: Page, name: str) -> None:
    html, stem = page(f"/en/q/{name}", 406), name.partition(".")[0]
    assert f'<a href="/en/q/{stem}">As a web page</a>' in html
    assert ("Excel" if name.startswith("grant") else "Turtle") in re.findall(
        rf'href="/en/q/{stem}\.\w+">([^<]*)<', html
    )


def test_a_wrong_value_gives_no_file(page: Page) -> None:
    page(f"{URL}.csv?region=none", 400)


def marks(row: str) -> list[str]:
    """The words in small frames on the line that opens a row's quotes."""
    tags = re.findall(r'<span class="tag[^>]*>(.*?)</span>(?!</span>)', row.partition("</summary>")[0])
    return [re.sub("<[^>]*>", "", tag) for tag in tags]


def test_how_decided_how_valid_and_how_sure_a_value_is_stand_beside_it_in_words(page: Page) -> None:
    assert [marks(row) for row in rows(page(URL))] == [
        ["in the rules", "Snapshot"],
        ["Snapshot"],
        ["proposed", "Lapsed", "doubtful"],
    ]


def test_a_document_alone_does_not_repeat_its_standing_in_each_row(page: Page) -> None:
    (row,) = rows(page(URL + "?region=metsala"))
    assert marks(row) == ["in the rules"]


def test_each_narrowing_and_each_view_has_a_title_of_its_own(page: Page) -> None:
    def title(url: str) -> str:
        return page(f"/en/q/{url}").partition("<title>")[2].partition(" – ")[0]

    assert title("grant-deciders") == "Who decides grants?"
    assert title("grant-deciders?region=metsala") == "Who decides grants? (Woodland)"
    assert title("region-graph?view=graph").endswith(" (Graph)")
