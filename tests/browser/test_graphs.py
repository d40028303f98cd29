"""Graphs and the pages of things in a browser: in three languages, on a desk and on a phone, in the dark and in print."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

SIZES = {"desk": (1280, 900), "phone": (390, 800)}
BODY, REGION = "thing/body/lappi/hyvinvointi-ja-yhdyspintalautakunta", "thing/region/kainuu"
DRAWN = (
    "ontology",
    BODY,
    REGION,
    "thing/task/ngo-grants",
    "thing/def/Committee",
    "thing/organisation/ely",
    "q/cooperation-network?view=graph",
)
PAGES = (*DRAWN, "thing/scheme/role", "thing/region/kainuu?links=gov:area")
LANGS = ("fi", "sv", "en")
CROSSING = """() => {
  const box = e => e.getBoundingClientRect();
  const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
  const svg = document.querySelector('.graph svg');
  const marks = [...svg.querySelectorAll('path.box, text.label')].map(box);
  const outside = [...svg.querySelectorAll('.box-name')].filter(t => { const a = box(t), b = box(t.parentElement.querySelector('.box')); return a.left < b.left - 1 || a.right > b.right + 1 || a.bottom > b.bottom + 1 });
  let count = outside.length;
  marks.forEach((a, i) => marks.slice(i + 1).forEach(b => { if (!apart(a, b)) count++ }));
  return count;
}"""


@pytest.fixture(params=SIZES)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A browser without JavaScript, on a desk and on a phone."""
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", LANGS)
def test_a_page_fits_the_width_and_breaks_no_rule_of_its_security_policy(
    page: Page, address: str, lang: str, path: str
) -> None:
    broken: list[str] = []
    page.on(
        "console", lambda message: broken.append(message.text) if "Content Security Policy" in message.text else None
    )
    page.goto(f"{address}/{lang}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert broken == []


@pytest.mark.parametrize("path", DRAWN)
def test_no_box_and_no_label_of_a_drawing_covers_another_and_every_name_is_within_its_box(
    page: Page, address: str, path: str
) -> None:
    page.goto(f"{address}/fi/{path}")
    assert page.evaluate(CROSSING) == 0


def test_a_box_is_reached_by_the_keyboard_shows_its_focus_and_leads_to_its_thing(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}/en/{BODY}")
    page.locator(".graph-frame").focus()
    page.keyboard.press("Tab")
    stroke = "document.activeElement.querySelector('.box') && getComputedStyle(document.activeElement.querySelector('.box')).strokeWidth"
    assert page.evaluate(stroke) == "3px"
    name = page.evaluate("document.activeElement.querySelector('title').textContent")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(name)
    page.close()


def test_the_table_beside_a_drawing_leads_to_the_claim_and_its_quote(page: Page, address: str) -> None:
    page.goto(f"{address}/en/{BODY}")
    fold = page.locator("details", has_text="The same as a table").first
    fold.locator("summary").click()
    fold.get_by_role("link", name="claim and quote").first.click()
    expect(page).to_have_url(re.compile("/en/claim/"))
    expect(page.locator("blockquote q").first).to_be_visible()


def test_a_question_about_a_thing_answers_with_as_many_rows_as_its_link_says(page: Page, address: str) -> None:
    page.goto(f"{address}/en/thing/region/lappi")
    item = page.locator(".asking li").first
    rows = int(re.search(r"(\d+) row", item.inner_text())[1])  # type: ignore[index]
    item.get_by_role("link").click()
    page.goto(re.sub("$", "&view=table", page.url))
    expect(page.locator("table.answers > tbody")).to_have_count(rows)


@pytest.mark.parametrize("path", DRAWN)
def test_the_words_of_a_drawing_stand_out_from_their_ground_in_the_light_and_in_the_dark(
    browser: Browser, address: str, path: str
) -> None:
    """WCAG 2.1, 1.4.3: a contrast of at least 4.5:1."""
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
        page = context.new_page()
        page.goto(f"{address}/fi/{path}")
        assert page.evaluate(WEAK) == []
        context.close()


def test_in_print_a_drawing_is_as_wide_as_the_paper_and_no_wider(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 700, "height": 900})
    page.goto(f"{address}/fi/ontology")
    page.emulate_media(media="print")
    frame, drawing = (page.locator(f"#map-drawing {part}").bounding_box() for part in (".graph-frame", "svg"))
    assert frame is not None
    assert drawing is not None
    assert drawing["width"] <= frame["width"] <= 700
    page.close()


# Words of the drawings whose contrast with the box or the frame behind them is too low.
WEAK = """() => {
  const rgb = text => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = e => { const box = e.parentElement.querySelector(':scope > .box'); return box ? getComputedStyle(box).fill : getComputedStyle(e.closest('.graph-frame')).backgroundColor };
  const weak = new Set();
  for (const e of document.querySelectorAll('.graph text')) {
    const [a, b] = [light(rgb(getComputedStyle(e).fill)), light(rgb(ground(e)))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) weak.add(`${e.getAttribute('class')} ${contrast.toFixed(2)}`);
  }
  return [...weak];
}"""
