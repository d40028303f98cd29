"""The SPARQL editor in a browser: the plain text field, and what it grows into where the bundle is there."""

import os
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from govkg.core.bundle import editor_bundle
from govkg.core.paths import web

SIZES = {"desk": (1280, 900), "phone": (390, 800)}
MISSPELT = "SELECT ?r { ?claim gov:task task:ngo-grants ; gov:regin ?r }"


@pytest.fixture(params=SIZES)
def page(browser: Browser, endpoint: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of the editor's, which may ask only its own site and must have nothing to complain of."""
    if editor_bundle(web()) is None and "CI" not in os.environ:
        pytest.skip("the editor's bundle was not built; `make editor` builds it")
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=endpoint)
    found, asked, complaints = context.new_page(), list[str](), list[str]()
    found.on("request", lambda sent: asked.append(sent.url))
    found.on("console", lambda message: complaints.append(message.text))
    found.on("pageerror", lambda error: complaints.append(str(error)))
    yield found
    context.close()
    assert [url for url in asked if not url.startswith(endpoint)] == []
    assert [told for told in complaints if "status of 400" not in told] == []


def write(page: Page, query: str) -> None:
    """What someone types instead of what stands there."""
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type(query)


def test_a_name_is_found_by_its_finnish_label_and_the_answer_asked_by_keys_alone(page: Page) -> None:
    page.goto("/fi/sparql")
    write(page, "SELECT ?r { ?claim gov:region ?r ; gov:task järjestöav")
    option = page.get_by_role("option", name="järjestöavustukset")
    expect(option.first).to_be_visible()
    page.wait_for_timeout(200)  # so long a list stands before a key takes from it, lest one hit it by accident
    page.keyboard.press("Enter")
    expect(page.locator(".cm-content")).to_contain_text("gov:task task:ngo-grants")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="Vastaus", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/fi/sparql\?query=SELECT.*task%3Ango-grants"))
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_mistake_is_marked_at_its_place_and_told_in_words(page: Page) -> None:
    page.goto("/en/sparql")
    write(page, MISSPELT)
    mark = page.locator(".cm-lintRange-warning")
    expect(mark).to_have_text("gov:regin")
    mark.hover()
    expect(page.locator(".cm-diagnostic")).to_contain_text("Perhaps gov:region?")
    page.keyboard.press("Control+End")
    page.keyboard.type(" }")
    expect(page.locator(".cm-lint-marker-error")).to_have_count(1)


def test_the_tab_key_leaves_the_editor_and_the_help_says_so(page: Page) -> None:
    page.goto("/en/sparql")
    page.locator(".cm-content").click()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Ask")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".cm-content")).to_be_focused()
    expect(page.get_by_text("Tab leaves the field")).to_be_visible()


def test_the_editor_is_named_and_its_label_leads_to_it(page: Page) -> None:
    page.goto("/sv/sparql")
    expect(page.get_by_role("textbox", name="Fråga")).to_be_visible()
    page.locator("label[for=query]").click()
    expect(page.locator(".cm-content")).to_be_focused()


def test_a_saved_query_opens_in_the_editor_from_its_answer(page: Page) -> None:
    page.goto("/en/q/grant-deciders?region=lappi")
    page.locator("summary", has_text="SPARQL").click()
    page.get_by_role("link", name="Open in the editor").click()
    expect(page.locator(".cm-content")).to_contain_text("VALUES ?region { <https://w3id.org/govkg/id/region/lappi> }")
    page.get_by_role("button", name="Ask").click()
    expect(page.locator("table.plain tbody tr").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_of_the_editor_stands_out_from_its_ground(browser: Browser, endpoint: str, scheme: str) -> None:
    """WCAG 2.1, 1.4.3: a contrast of at least 4.5:1."""
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light", base_url=endpoint)
    page = context.new_page()
    page.goto("/en/sparql?open=grant-deciders")
    if editor_bundle(web()) is None and "CI" not in os.environ:
        pytest.skip("the editor's bundle was not built; `make editor` builds it")
    expect(page.locator(".cm-line span").first).to_be_visible()
    weak = page.evaluate(CONTRAST)
    context.close()
    assert weak == []


def test_without_javascript_the_text_field_asks_and_tells_mistakes_with_their_line(
    browser: Browser, endpoint: str
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=endpoint)
    page = context.new_page()
    page.goto("/en/sparql")
    page.get_by_label("Query", exact=True).fill("SELECT ?r {\n ?r gov:task 'x }")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("alert")).to_contain_text("Line 2, column 14:")
    expect(page.locator(".marked mark")).to_have_text("'")
    page.get_by_label("Query", exact=True).fill(MISSPELT)
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("status")).to_contain_text("Perhaps gov:region?")
    context.close()


def test_where_the_bundle_cannot_be_loaded_the_text_field_stays_and_takes_control_enter(
    browser: Browser, endpoint: str
) -> None:
    context = browser.new_context(base_url=endpoint)
    page = context.new_page()
    page.route("**/built/*.js", lambda route: route.abort())
    page.goto("/en/sparql")
    field = page.get_by_label("Query", exact=True)
    field.fill("ASK { ?c gov:task task:ngo-grants }")
    field.press("Control+Enter")
    expect(page.get_by_text("Yes (true)")).to_be_visible()
    context.close()


# Pieces of the query whose contrast with the editor's ground is too low, with the contrast.
CONTRAST = """() => {
  const light = text => text.match(/[\\d.]+/g).slice(0, 3).map(Number).map(c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const root = document.getElementById("editor").shadowRoot;
  const ground = light(getComputedStyle(root.querySelector(".cm-editor")).backgroundColor);
  return [...root.querySelectorAll(".cm-line, .cm-line span, .cm-gutterElement")].map(node => {
    const ink = light(getComputedStyle(node).color);
    return [node.textContent, (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)];
  }).filter(([, contrast]) => contrast < 4.5);
}"""


def test_a_list_follows_the_region_without_a_new_page_and_keeps_what_still_fits(page: Page) -> None:
    page.goto("/en/q/responsibilities")
    bodies = page.locator("#p-body option")
    every = bodies.count()
    page.locator("#p-region").select_option("lappi")
    expect(bodies).not_to_have_count(every)
    assert all("lappi" in value for value in bodies.evaluate_all("all => all.slice(1).map(o => o.value)"))
    page.locator("#p-body").select_option(index=1)
    kept = page.locator("#p-body").input_value()
    page.locator("#p-region").select_option("")
    expect(bodies).to_have_count(every)
    expect(page.locator("#p-body")).to_have_value(kept)
    expect(page).to_have_url(re.compile("/en/q/responsibilities$"))


def test_our_own_scripts_are_small() -> None:
    assert sum(path.stat().st_size for path in (web() / "static").glob("*.js")) < 20_000
