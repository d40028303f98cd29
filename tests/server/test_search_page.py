"""Finding questions, things and quotes."""

from collections.abc import Callable

from govkg.query.catalogue import read_catalogue

Page = Callable[..., str]


def test_every_page_has_a_search_box(page: Page) -> None:
    assert '<form class="search" role="search" method="get" action="/sv/search"' in page("/sv/about")


def test_questions_things_and_quotes_are_found_whatever_case_and_diacritics(page: Page) -> None:
    html = page("/en/search?q=JARJESTOLAUTAKUNTA")
    assert 'href="/en/thing/body/metsala/jarjestolautakunta"' in html
    assert "Järjestölautakunta päättää järjestöavustuksista vuosittain." in html
    assert 'href="/en/doc/katsaus-2022?claim=katsaus-2022/responsibility-1#lines-3-4"' in html
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


def test_another_form_and_a_slip_of_the_pen_lead_to_what_is_there(page: Page) -> None:
    assert "Järjestölautakunta päättää järjestöavustuksista vuosittain." in page("/fi/search?q=lautakunnan")
    assert '<a href="/en/search?q=j%C3%A4rjest%C3%B6lautakunta">järjestölautakunta</a>' in page(
        "/en/search?q=jarjestolautkunta"
    )


def test_questions_with_some_of_the_words_are_shown_as_such(page: Page) -> None:
    html = page("/en/search?q=grants+zebra")
    assert "No question has all the words." in html
    assert 'href="/en/q/grant-deciders"' in html


def test_every_tag_has_its_other_names() -> None:
    catalogue = read_catalogue()
    assert {tag for query in catalogue.queries.values() for tag in query.tags} == set(catalogue.synonyms)


def test_words_that_no_question_has_open_a_query_of_ones_own_with_the_words_as_a_literal(page: Page) -> None:
    html = page("/en/search?q=zebra%22")
    assert r"%22zebra%5C%22%22" in html.partition("you can write a query of your own")[2]
