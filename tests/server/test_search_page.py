"""Finding questions, things and quotes."""

from collections.abc import Callable

import pytest

from govkg.query.catalogue import read_catalogue
from govkg.server.finding import questions_with

Page = Callable[..., str]


def test_every_page_has_a_search_box(page: Page) -> None:
    assert '<form class="search" role="search" method="get" action="/sv/search"' in page("/sv/about")


def test_questions_things_and_quotes_are_found_whatever_case_and_diacritics(page: Page) -> None:
    html = page("/en/search?q=JARJESTOLAUTAKUNTA")
    assert 'href="/en/thing/body/metsala/jarjestolautakunta"' in html
    assert "Järjestölautakunta päättää järjestöavustuksista vuosittain." in html
    assert 'href="/en/doc/katsaus-2022?claim=katsaus-2022/responsibility-1#line-3"' in html
    assert "Snapshot" in html
    assert 'href="/en/q/grant-deciders"' in page("/en/search?q=who+decides+grants")


def test_that_nothing_is_found_is_said(page: Page) -> None:
    html = page("/en/search?q=nonesuch")
    assert "No question matches." in html
    assert "Nothing is called so." in html
    assert "That does not mean that the matter is not spoken of" in html


def test_without_words_there_is_the_form_alone(page: Page) -> None:
    assert "<h2" not in page("/en/search?q=+")


def test_markup_in_the_words_comes_back_as_text(page: Page) -> None:
    assert "<script" not in page("/en/search?q=%3Cscript%3E")
    assert "<script" not in page("/en/?q=%22%3E%3Cscript%3E")


def test_the_start_page_keeps_the_questions_with_the_words(page: Page) -> None:
    html = page("/en/?q=regions+graph")
    assert "1 of 2 questions." in html
    assert "/en/q/grant-deciders" not in html
    assert "No question matches." in page("/en/?q=nonesuch")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("järjestötuki", "grant-deciders"),
        ("delegointi", "grant-deciders"),
        ("kuka päättää avustuksista", "grant-deciders"),
        ("avustus", "grant-deciders"),
        ("nämnd", "bodies"),
        ("raci", "responsibilities"),
        ("subsidy", "grant-deciders"),
    ],
)
def test_a_question_is_found_by_what_else_its_matter_is_called(words: str, first: str) -> None:
    assert first in [query.id for query in questions_with(read_catalogue(), words)]


def test_every_tag_has_its_other_names() -> None:
    catalogue = read_catalogue()
    assert {tag for query in catalogue.queries.values() for tag in query.tags} == set(catalogue.synonyms)
