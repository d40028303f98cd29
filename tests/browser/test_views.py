"""The ways to look at an answer, on a desk and on a phone, in three languages, by the keyboard."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

SIZES = {"desk": (1280, 900), "phone": (390, 800)}
VIEWS = (
    "grant-deciders?view=map",
    "grant-deciders?view=cross-table",
    "body-types-by-region?view=map",
    "body-types-by-region?view=bars",
    "timeline",
)


@pytest.fixture(params=SIZES)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_fits_the_width_and_has_nothing_to_complain_of(page: Page, address: str, view: str, lang: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{address}/{lang}/q/{view}")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert complaints == []


def test_the_label_of_every_region_stands_on_its_own_area(page: Page, address: str) -> None:
    page.goto(f"{address}/en/q/grant-deciders?view=map")
    assert page.evaluate(STRAY_LABELS) == []


def test_a_region_of_the_map_leads_to_its_rows(page: Page, address: str) -> None:
    page.goto(f"{address}/en/q/grant-deciders?view=map")
    page.get_by_role("link", name=re.compile("^Lapland: ")).first.locator(".area").click()
    expect(page).to_have_url(f"{address}/en/q/grant-deciders?f.region=lappi")


def test_every_region_is_reached_by_the_keyboard_and_shows_the_focus(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/en/q/grant-deciders?view=map")
    page.locator(".picture a").first.focus()
    names = []
    for _ in range(22):
        names.append(page.evaluate("document.activeElement.getAttribute('aria-label')").partition(":")[0])
        width = page.evaluate("getComputedStyle(document.activeElement.querySelector('.area')).strokeWidth")
        assert width == "4px"
        page.keyboard.press("Tab")
    assert len(set(names)) == 22
    page.close()


def test_a_cell_opens_its_quote_in_place(page: Page, address: str) -> None:
    page.goto(f"{address}/fi/q/grant-deciders?view=cross-table")
    cell = page.get_by_role("row", name=re.compile("^Pirkanmaa")).get_by_role("cell").first
    quote = cell.locator("q").first
    expect(quote).to_be_hidden()
    cell.locator("summary").click()
    expect(quote).to_be_visible()


def test_a_setting_is_changed_without_javascript(page: Page, address: str) -> None:
    page.goto(f"{address}/sv/q/grant-deciders?view=bars")
    page.get_by_label("Enligt").select_option("status")
    page.get_by_role("button", name="Byt").click()
    expect(page).to_have_url(re.compile(r"v\.by=status"))
    expect(page.get_by_role("columnheader", name="Status")).to_be_visible()


def test_a_mark_of_the_timeline_leads_to_its_date_in_the_list(page: Page, address: str) -> None:
    page.goto(f"{address}/en/q/timeline?region=lappi")
    page.get_by_role("link", name="3: ").first.click()
    expect(page.locator("#event-3")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_the_words_in_a_picture_stand_out_from_their_ground(
    browser: Browser, address: str, view: str, scheme: str
) -> None:
    """WCAG 2.1, 1.4.3: 4.5:1. A mark's number stands on its mark, a region's name on its halo."""
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f"{address}/en/q/{view}")
    weak = page.evaluate(WEAK_WORDS)
    context.close()
    assert weak == []


STRAY_LABELS = """() => {
  const strays = [];
  for (const link of document.querySelectorAll('.map a')) {
    const area = link.querySelector('.area'), name = link.getAttribute('aria-label').split(':')[0].replace(/\\W/g, '');
    const label = [...document.querySelectorAll('.area-label')].find(
      l => [...l.querySelectorAll('tspan:not(.area-mark)')].map(t => t.textContent).join('').replace(/\\W/g, '') === name);
    const point = area.ownerSVGElement.createSVGPoint();
    point.x = label.x.baseVal[0].value; point.y = label.getBBox().y + label.getBBox().height / 2;
    if (!area.isPointInFill(point)) strays.push(name);
  }
  return strays;
}"""
WEAK_WORDS = """() => {
  const rgb = text => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const weak = new Set();
  for (const text of document.querySelectorAll('.picture text')) {
    const style = getComputedStyle(text), before = text.previousElementSibling;
    const halo = style.stroke !== 'none' ? style.stroke : null;
    const under = halo || (before && before.matches('.mark') ? getComputedStyle(before).fill : getComputedStyle(document.body).backgroundColor);
    const [a, b] = [light(rgb(style.fill)), light(rgb(under))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) weak.add(`${text.getAttribute('class')} ${contrast.toFixed(2)}`);
  }
  return [...weak];
}"""
