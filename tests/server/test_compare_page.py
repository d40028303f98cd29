"""Side by side: regions, alternatives, documents of different years."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from govkg.query.catalogue import read_catalogue
from govkg.query.engine import embedded
from govkg.server.app import create_app

Page = Callable[..., str]
BOTH = "/en/compare?region=metsala&region=jarvela"


@pytest.fixture(scope="module")
def real() -> FlaskClient:
    """The pages over the release."""
    return create_app(embedded(), read_catalogue()).test_client()


def test_questions_are_rows_and_regions_columns_in_the_order_asked_for(page: Page) -> None:
    html = page(BOTH)
    heads = re.search(r"<thead>.*?</thead>", html, re.DOTALL)
    assert heads
    assert re.findall(r'scope="col"><a [^>]*>([^<]+)', heads[0]) == ["Woodland", "Lakeland"]
    assert '<th scope="row"><a href="/en/q/grant-deciders">Who decides grants?</a></th>' in html


def test_a_cell_has_the_answer_with_its_quote_and_silence_is_said(page: Page) -> None:
    html = page(BOTH)
    assert "Järjestölautakunta päättää järjestöavustuksista vuosittain." in html
    assert '<p class="silence"><span>not stated</span></p>' in html
    assert 'data-label="Lakeland"' in html


def test_without_two_regions_there_is_the_form_and_what_to_do(page: Page) -> None:
    assert "<table" not in page("/en/compare")
    html = page("/en/compare?region=metsala")
    assert "Choose at least one more region." in html
    assert 'value="metsala" checked' in html


def test_a_wrong_region_is_400_with_the_nearest_and_keeps_the_others(page: Page) -> None:
    html = page("/en/compare?region=Woodlan&region=jarvela", 400)
    assert 'href="/en/compare?region=metsala&amp;region=jarvela"' in html
    assert 'value="jarvela" checked' in html


def test_markup_in_a_region_comes_back_as_text(page: Page) -> None:
    assert "<script" not in page("/en/compare?region=%3Cscript%3E", 400)
    assert "<script" not in page("/en/compare/documents?region=%3Cscript%3E", 400)


def test_the_same_region_twice_is_one_column(client: FlaskClient) -> None:
    response = client.get("/en/compare?region=metsala&region=metsala&region=")
    assert (response.status_code, response.location) == (302, "/en/compare?region=metsala")


def test_a_region_of_several_documents_has_a_column_for_each_with_its_standing(page: Page) -> None:
    html = page("/en/compare/documents?region=jarvela")
    assert ">Survey 2022</a>" in html
    assert ">Report 2017</a>" in html
    assert "tag-lapsed-reform" in html
    assert "This document has no such claim of the region." in html


def test_a_region_of_one_document_is_not_compared_over_documents(page: Page) -> None:
    assert "is not spoken of in several documents" in page("/en/compare/documents?region=metsala", 400)


def test_a_task_that_moves_between_the_alternatives_is_marked_by_word_and_pattern(real: FlaskClient) -> None:
    html = real.get("/en/compare/alternatives").text
    moved = re.findall(r'class="step step-moved">.*?</td>', html, re.DOTALL)
    assert moved
    assert all('class="tag"' in cell for cell in moved)
    assert "never in force" in html


def test_kainuu_is_told_by_a_document_of_2017_and_one_of_2022(real: FlaskClient) -> None:
    html = real.get("/fi/compare/documents?region=kainuu").text
    assert html.count("<thead><tr>") == 1
    assert len(re.findall(r'<th scope="col"><a href="/fi/doc/', html)) == 2
    assert "tag-lapsed-reform" in html


def test_too_many_regions_are_400(real: FlaskClient) -> None:
    slugs = re.findall(r'name="region" value="([^"]+)"', real.get("/en/compare").text)[:7]
    response = real.get("/en/compare?" + "&".join(f"region={slug}" for slug in slugs))
    assert response.status_code == 400
    assert "At most 6 regions" in response.text


def test_who_chooses_regions_lands_on_what_stands_side_by_side(page: Callable[..., str]) -> None:
    html = page("/en/compare?region=metsala&region=jarvela")
    assert 'action="/en/compare#side"' in html
    assert 'id="side"' in html
