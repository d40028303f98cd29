"""Where things stand on a page: an answer begins high, and nothing lies over anything else."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from govkg.core.names import LANGS

DESK, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=800)
ROW = ".answers tbody"


def top(page: Page, selector: str, at: int = 0) -> float:
    """How far down the page the upper edge of what is selected stands, in pixels."""
    box = page.locator(selector).nth(at).bounding_box()
    assert box
    return box["y"]


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=DESK) as window:
        yield window.new_page()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=PHONE) as window:
        yield window.new_page()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A desk without JavaScript."""
    with browser.new_context(viewport=DESK, java_script_enabled=False) as window:
        yield window.new_page()


@pytest.mark.parametrize("lang", LANGS)
def test_four_rows_of_an_answer_stand_in_the_first_window(desk: Page, address: str, lang: str) -> None:
    desk.goto(f"{address}/{lang}/q/grant-deciders")
    assert top(desk, ROW, 3) < DESK["height"]


@pytest.mark.parametrize("lang", LANGS)
def test_an_answer_with_many_limits_and_standings_begins_in_the_first_window(
    desk: Page, address: str, lang: str
) -> None:
    desk.goto(f"{address}/{lang}/q/responsibilities")
    assert top(desk, ROW) < 0.8 * DESK["height"]


@pytest.mark.parametrize(
    "path", ["/q/grant-deciders?view=map", "/q/body-types-by-region?view=bars", "/q/timeline?view=timeline"]
)
def test_a_picture_begins_in_the_upper_two_thirds_of_the_window(desk: Page, address: str, path: str) -> None:
    desk.goto(f"{address}/en{path}")
    assert top(desk, ".picture") < DESK["height"] * 2 / 3


def test_on_a_phone_the_first_row_is_one_window_away(phone: Page, address: str) -> None:
    phone.goto(f"{address}/en/q/grant-deciders")
    assert top(phone, ROW) < 1.5 * PHONE["height"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_head_of_a_page_is_one_line_on_a_desk(desk: Page, address: str, lang: str) -> None:
    desk.goto(f"{address}/{lang}/")
    places = [top(desk, f".bar > {part}") for part in (".brand", "nav.main", ".search", ".languages")]
    assert max(places) - min(places) < 20


def test_what_explains_an_answer_opens_under_its_form_without_javascript(plain: Page, address: str) -> None:
    plain.goto(f"{address}/en/q/grant-deciders")
    explained = plain.locator(".reading-help")
    assert not explained.locator("dd").first.is_visible()
    explained.locator("summary").click()
    assert explained.locator("dd").first.is_visible()


def test_the_list_of_a_column_opens_over_the_answer_and_is_reached_by_the_keyboard(desk: Page, address: str) -> None:
    desk.goto(f"{address}/en/q/grant-deciders")
    before = top(desk, ROW)
    desk.locator(".facets summary", has_text="Answer").focus()
    desk.keyboard.press("Enter")
    assert desk.locator(".facets a", has_text="not stated").is_visible()
    assert top(desk, ROW) == before


def test_on_a_phone_an_open_list_covers_no_other_list(phone: Page, address: str) -> None:
    phone.goto(f"{address}/fi/q/grant-deciders")
    for at in range(phone.locator(".facets summary").count()):
        phone.locator(".facets summary").nth(at).click()
    phone.locator(".columns summary").click()
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_lists_of_columns_open_within_the_window(desk: Page, address: str) -> None:
    desk.goto(f"{address}/fi/q/responsibilities")
    for opens in desk.locator(".facets summary, .columns summary").all():
        opens.click()
        assert desk.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_columns_are_chosen_without_javascript_and_the_address_keeps_them(plain: Page, address: str) -> None:
    plain.goto(f"{address}/en/q/grant-deciders?sort=body")
    plain.locator(".columns summary").click()
    plain.get_by_label("Verb").uncheck()
    plain.get_by_role("button", name="Change").click()
    assert plain.locator(".answers thead th", has_text="Verb").count() == 0
    assert "sort=body" in plain.url and "column=verb" not in plain.url


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("question", ["dated-decisions", "grant-deciders", "timeline?view=table", "left-open"])
def test_a_table_of_nine_columns_fits_a_desk(desk: Page, address: str, question: str, lang: str) -> None:
    desk.goto(f"{address}/{lang}/q/{question}")
    assert desk.eval_on_selector(".rows .table-wrap", "frame => frame.scrollWidth - frame.clientWidth") == 0
