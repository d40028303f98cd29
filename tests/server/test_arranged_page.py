"""An answer filtered, sorted and narrowed by its address."""

import csv
import io
import json
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from govkg.query.catalogue import Catalogue, read_catalogue
from govkg.server.address import FACET, OPTION, RESERVED

Page = Callable[..., str]
URL = "/en/q/grant-deciders"


def regions(html: str) -> list[str]:
    return re.findall(r'<th scope="row".*?<a [^>]*>([^<]*)</a>', html)


def taken(client: FlaskClient, query: str) -> list[str]:
    """The regions of the file of an address."""
    text = client.get(f"{URL}.csv?{query}").text
    return [row["region"] for row in csv.DictReader(io.StringIO(text))]


def test_a_head_sorts_up_then_down_then_as_the_question_has_it(page: Page) -> None:
    assert 'href="/en/q/grant-deciders?sort=date"' in page(URL)
    up = page(f"{URL}?sort=date")
    assert 'aria-sort="ascending"><a class="sort" href="/en/q/grant-deciders?sort=-date" target="_self"' in up
    assert 'aria-sort="descending"><a class="sort" href="/en/q/grant-deciders" target="_self"' in page(
        f"{URL}?sort=-date"
    )


def test_rows_are_sorted_and_those_without_a_value_come_last(page: Page) -> None:
    assert regions(page(f"{URL}?sort=region")) == ["Lakeland", "Lakeland", "Woodland"]
    assert regions(page(f"{URL}?sort=-region")) == ["Woodland", "Lakeland", "Lakeland"]
    assert regions(page(f"{URL}?sort=-date"))[0] == "Woodland"
    assert len(regions(page(f"{URL}?sort=-date"))) == 3


def test_words_are_found_in_every_column_and_quote(page: Page) -> None:
    assert regions(page(f"{URL}?filter=JARJESTOLAUTAKUNTA")) == ["Woodland"]
    html = page(f"{URL}?filter=esittaa+kirjaamo")
    assert regions(html) == ["Lakeland"]
    assert "The filter leaves 1 of 3 rows." in html


def test_a_filter_that_leaves_no_row_says_so_and_leads_back(page: Page) -> None:
    html = page(f"{URL}?filter=nonesuch")
    assert "Your own filters leave no row. Without them the number of rows in the answer is 3." in html
    assert 'href="/en/q/grant-deciders">Remove all conditions' in html


def test_values_are_offered_with_their_counts_and_taken_away_by_a_chip(page: Page) -> None:
    html = page(URL)
    assert 'href="/en/q/grant-deciders?f.answer=not-stated"' in html
    chosen = page(f"{URL}?f.answer=not-stated")
    assert regions(chosen) == ["Lakeland"]
    assert 'class="chosen" aria-current="true"' in chosen
    assert '<a class="chip" href="/en/q/grant-deciders">' in chosen


def test_a_reader_chooses_the_columns_and_the_address_keeps_them_while_files_have_all(
    client: FlaskClient, page: Page
) -> None:
    html = page(f"{URL}?column=region&column=answer")
    assert re.findall(r'<td[^>]*data-label="([^"]*)"', html) == ["Answer"] * 3
    assert 'name="column" value="body">' in html and 'name="column" value="answer" checked>' in html
    assert 'href="/en/q/grant-deciders.csv"' in html
    assert client.get(f"{URL}.csv?column=region").text == client.get(f"{URL}.csv").text
    assert "?column=answer" in page(f"{URL}?column=anser", 400)


def test_several_values_of_a_column_may_be_chosen(page: Page) -> None:
    assert len(regions(page(f"{URL}?f.answer=not-stated&f.answer=stated"))) == 3


def test_the_address_holds_everything_and_the_forms_carry_it_along(page: Page) -> None:
    html = page(f"{URL}?region=jarvela&sort=-region&f.answer=stated&filter=kirjaamo")
    asking, _, rest = html.partition('class="ask"')[2].partition("</form>")
    finding = rest.partition('class="find"')[2].partition("</form>")[0]
    for name, value in (("sort", "-region"), ("f.answer", "stated"), ("filter", "kirjaamo")):
        assert f'type="hidden" name="{name}" value="{value}"' in asking
    assert 'type="hidden" name="region" value="jarvela"' in finding
    assert 'href="/sv/q/grant-deciders?region=jarvela&amp;sort=-region&amp;f.answer=stated&amp;filter=kirjaamo"' in html


def test_the_files_hold_the_rows_as_filtered_and_sorted_and_the_page_says_so(client: FlaskClient, page: Page) -> None:
    assert taken(client, "sort=-region&f.answer=stated") == ["Woodland", "Lakeland"]
    html = page(f"{URL}?sort=-region&f.answer=stated")
    assert "The files hold the filtered rows: 2 of 3 rows. The rows are sorted by Region, descending." in html
    assert 'href="/en/q/grant-deciders.csv?sort=-region&amp;f.answer=stated"' in html
    name = client.get(f"{URL}.csv?f.answer=stated").headers["Content-Disposition"]
    assert name == "attachment; filename=grant-deciders_part_test.csv"


def test_a_graph_is_filtered_too_and_its_files_hold_the_statements_left(client: FlaskClient, page: Page) -> None:
    assert "The filter leaves 1 of " in page("/en/q/region-graph?filter=woodland")
    assert len(client.get("/en/q/region-graph.nt?filter=woodland").text.splitlines()) == 1


@pytest.mark.parametrize(
    ("query", "nearest"),
    [
        ("sort=regoin", "?sort=region"),
        ("f.anser=stated", "?f.answer=stated"),
        ("f.answer=not-statd", "?f.answer=not-stated"),
        ("view=hologram", "?view=table"),
    ],
)
def test_a_wrong_wish_is_400_with_the_nearest_right_one(page: Page, query: str, nearest: str) -> None:
    assert f'href="/en/q/grant-deciders{nearest}"' in page(f"{URL}?{query}", 400)


def test_an_option_that_a_view_does_not_have_is_400(page: Page) -> None:
    assert "The view has no option “v.size”." in page(f"{URL}?v.size=9", 400)


def test_a_value_that_only_the_limits_leave_out_is_no_mistake(page: Page) -> None:
    assert "Your own filters leave no row. Without them the number of rows in the answer is 1." in page(
        f"{URL}?region=metsala&f.answer=not-stated"
    )


@pytest.mark.parametrize("query", ["sort=%3Cscript%3E", "f.%3Cscript%3E=1", "f.answer=%3Cscript%3E", "sort=a&sort=b"])
def test_a_wrong_wish_comes_back_as_text(page: Page, query: str) -> None:
    assert "<script>" not in page(f"{URL}?{query}", 400)


def test_words_that_are_markup_come_back_as_text(page: Page) -> None:
    assert "<script>" not in page(f"{URL}?filter=%3Cscript%3E")


def test_no_parameter_of_a_question_is_called_like_a_wish(catalogue: Catalogue) -> None:
    names = {p.name for c in (catalogue, read_catalogue()) for q in c.queries.values() for p in q.parameters}
    assert not names & set(RESERVED)
    assert not any(name.startswith((FACET, OPTION)) for name in names)


def test_the_json_of_a_narrowed_answer_is_narrowed(client: FlaskClient) -> None:
    found = json.loads(client.get(f"{URL}.json?filter=kirjaamo").text)
    assert len(found["results"]["bindings"]) == 1
