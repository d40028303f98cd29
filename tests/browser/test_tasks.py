"""What an analyst comes for, from the start page by clicks alone; the clicks are counted, so that they cannot grow."""

import os
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from govkg.core.bundle import editor_bundle
from govkg.core.paths import web

# what has the focus: its text, label or name, and whether that is drawn
FOCUSED = """() => { const e = document.activeElement, drawn = getComputedStyle(e);
  const told = e.labels?.length ? e.labels[0].innerText : e.innerText || e.getAttribute('aria-label') || '';
  return [told, drawn.outlineStyle !== 'none' && parseFloat(drawn.outlineWidth) >= 2]; }"""


class Analyst:
    """A person at a page, whose clicks are counted; choosing from a list or ticking a box is one click."""

    def __init__(self, page: Page, start: str) -> None:
        self.page, self.clicks = page, 0
        page.goto(start)

    def click(self, *what: Locator) -> None:
        """Click one thing after the other."""
        for each in what:
            each.click()
            self.clicks += 1

    def question(self, name: str) -> Locator:
        """The link to a question, by its id."""
        return self.page.locator(f'main a[href$="/q/{name}"]').first

    def choose(self, label: str, value: str) -> None:
        """Choose from a list."""
        self.page.locator(".ask").get_by_label(label, exact=True).select_option(label=value)
        self.clicks += 1

    def row(self, text: str) -> Locator:
        """The first row of an answer with that text."""
        return self.page.locator(".answers tbody", has_text=text).first


@pytest.fixture
def analyst(browser: Browser, address: str) -> Iterator[Analyst]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as window:
        yield Analyst(window.new_page(), f"{address}/en/")


def test_the_decider_in_lapland_and_its_sentence_in_the_document_are_three_clicks_away(analyst: Analyst) -> None:
    analyst.click(analyst.question("grant-deciders"))
    row = analyst.row("Lapland")
    expect(row).to_contain_text("Hyvinvointi- ja yhdyspintalautakunta")
    analyst.click(row.locator("summary"), row.get_by_role("link", name=re.compile("^Show in the document")).last)
    expect(analyst.page.locator(".reading mark").last).to_be_in_viewport()
    assert analyst.clicks == 3


def test_the_regions_without_an_answer_are_three_clicks_away_and_silence_is_not_taken_for_a_no(
    analyst: Analyst,
) -> None:
    analyst.click(analyst.question("grant-deciders"))
    analyst.click(analyst.page.locator(".facets summary", has_text="Answer"))
    expect(analyst.page.locator(".facets [open]")).to_contain_text("stated absent")
    analyst.click(analyst.page.locator(".facets [open] a", has_text="not stated"))
    expect(analyst.page.locator(".answers tbody")).to_have_count(5)
    assert analyst.clicks == 3


def test_what_moves_between_the_alternatives_is_two_clicks_away(analyst: Analyst) -> None:
    analyst.click(
        analyst.page.get_by_role("link", name="Compare"), analyst.page.get_by_role("link", name="Alternatives VE 1–3")
    )
    expect(analyst.page.locator("td.step-moved").first).to_be_visible()
    assert analyst.clicks == 2


def test_the_strategies_of_all_regions_are_in_excel_after_two_clicks(analyst: Analyst) -> None:
    analyst.click(analyst.question("strategy-status"))
    with analyst.page.expect_download() as saved:
        analyst.click(analyst.page.get_by_role("link", name="Excel"))
    assert saved.value.suggested_filename.endswith(".xlsx")
    assert analyst.clicks == 2


def test_an_answer_is_cited_with_three_clicks(analyst: Analyst) -> None:
    analyst.click(analyst.question("strategy-status"))
    analyst.click(analyst.page.locator("summary", has_text="Cite this answer"))
    expect(analyst.page.locator(".citation")).to_contain_text("query version")
    analyst.click(analyst.page.locator(".citation ~ button").first)
    expect(analyst.page.locator(".take [role=status]").nth(1)).to_be_attached()
    assert analyst.clicks == 3


def test_the_cooperation_that_is_proposed_in_kainuu_is_five_clicks_away(analyst: Analyst) -> None:
    analyst.click(analyst.question("cooperation"))
    analyst.choose("Region", "Kainuu")
    analyst.click(analyst.page.get_by_role("button", name="Show the answer"))
    analyst.click(analyst.page.locator(".facets summary", has_text="Modality"))
    analyst.click(analyst.page.locator(".facets [open] a", has_text="proposed"))
    expect(analyst.row("Kainuu")).to_contain_text("proposed")
    assert analyst.clicks == 5


def test_what_was_decided_when_is_three_clicks_away(analyst: Analyst) -> None:
    analyst.click(analyst.question("dated-decisions"))
    analyst.click(analyst.page.locator(".facets summary", has_text="Action"))
    analyst.click(analyst.page.locator(".facets [open] a", has_text="approved").first)
    expect(analyst.page.locator(".answers tbody th").first).to_have_text(re.compile(r"^\d{4}"))
    assert analyst.clicks == 3


def test_what_no_document_says_unfolds_to_its_premises_and_sentences_with_two_clicks(analyst: Analyst) -> None:
    analyst.click(analyst.question("inferred"))
    row = analyst.page.locator(".answers tbody").first
    analyst.click(row.locator("summary"))
    expect(row.locator(".because li").first).to_be_visible()
    expect(row.locator("blockquote q").first).to_be_visible()
    expect(analyst.page.locator(".answers")).not_to_contain_text("gov:")
    assert analyst.clicks == 2


def test_two_regions_stand_side_by_side_after_four_clicks(analyst: Analyst) -> None:
    page = analyst.page
    analyst.click(page.get_by_role("link", name="Compare"), page.get_by_label("Lapland"), page.get_by_label("Kainuu"))
    analyst.click(page.get_by_role("button", name="Compare"))
    expect(page.locator(".sides thead th")).to_have_count(3)
    assert analyst.clicks == 4


def test_a_mistake_is_reported_from_its_row_with_three_clicks(analyst: Analyst) -> None:
    analyst.click(analyst.question("grant-deciders"))
    row = analyst.row("Lapland")
    analyst.click(row.locator("summary"), row.get_by_role("link", name="Report a mistake").first)
    expect(analyst.page.locator(".report")).to_be_in_viewport()
    assert analyst.clicks == 3


def test_a_bent_word_finds_the_question(analyst: Analyst) -> None:
    analyst.page.get_by_role("search").get_by_role("searchbox").fill("avustuksista")
    analyst.page.keyboard.press("Enter")
    analyst.click(analyst.question("grant-deciders"))
    expect(analyst.page.locator(".answers tbody").first).to_be_visible()
    assert analyst.clicks == 1


def test_a_saved_query_is_changed_asked_and_taken_as_a_file_with_six_clicks(browser: Browser, endpoint: str) -> None:
    if editor_bundle(web()) is None and "CI" not in os.environ:
        pytest.skip("the editor's bundle was not built; `make editor` builds it")
    with browser.new_context(viewport={"width": 1280, "height": 900}) as window:
        analyst = Analyst(window.new_page(), f"{endpoint}/en/")
        page = analyst.page
        analyst.click(analyst.question("grant-deciders"), page.locator(".sparql summary"))
        analyst.click(page.get_by_role("link", name="Open in the editor"))
        page.locator(".cm-content").press("Control+End")
        page.keyboard.type("\nLIMIT two")
        expect(page.locator(".cm-lint-marker-error")).to_be_visible()
        analyst.click(page.get_by_role("button", name="Ask"))
        expect(page.locator(".note-error")).to_contain_text(re.compile(r"Line \d+, column \d+"))
        page.locator(".cm-content").press("Control+End")
        for _ in "two":
            page.keyboard.press("Backspace")
        page.keyboard.type("2")
        analyst.click(page.get_by_role("button", name="Ask"))
        expect(page.locator("main")).to_contain_text("2 rows")
        page.get_by_label("The question that it answers").fill("Who decides first?")
        with page.expect_download() as saved:
            analyst.click(page.get_by_role("button", name="Download the .rq file"))
        assert saved.value.suggested_filename.endswith(".rq")
        assert analyst.clicks == 6


def tab_to(page: Page, text: str, most: int) -> None:
    """Go on by the Tab key to what begins with this text; whatever has the focus on the way shows it."""
    for _ in range(most):
        page.keyboard.press("Tab")
        told, shown = page.evaluate(FOCUSED)
        assert shown, f"the focus on {told!r} is not to be seen"
        if told.startswith(text):
            return
    raise AssertionError(f"no {text!r} within {most} presses of Tab")


def test_the_decider_in_lapland_is_reached_by_the_keyboard_alone(analyst: Analyst) -> None:
    page = analyst.page
    tab_to(page, "Which body decides NGO grants", 30)
    page.keyboard.press("Enter")
    page.wait_for_url("**/q/grant-deciders")
    tab_to(page, "Region", 20)
    page.keyboard.type("Lapl")
    tab_to(page, "Show the answer", 1)
    page.keyboard.press("Enter")
    page.wait_for_url("**region=lappi*")
    tab_to(page, "Quote:\nHyvinvointi- ja yhdyspintalautakunta", 60)
    page.keyboard.press("Enter")
    expect(page.locator("blockquote q").first).to_be_visible()


def test_a_search_without_dots_and_its_question_are_done_by_the_keyboard_alone(analyst: Analyst) -> None:
    page = analyst.page
    tab_to(page, "Search", 12)
    page.keyboard.type("jarjestoavustus")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=jarjestoavustus")
    tab_to(page, "Which body decides NGO grants", 20)
    page.keyboard.press("Enter")
    expect(page.locator(".answers tbody").first).to_be_visible()
