"""What the pages copy: the table of an answer as in its file, snippets and links; told aloud, and no button without JavaScript."""

import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

NARROWED = "q/grant-deciders?region=lappi&sort=-body"
WORDS = {
    "fi": ("Kopioi taulukko (TSV)", "Taulukko kopioitu (TSV), rivejä {n}."),
    "sv": ("Kopiera tabellen (TSV)", "Tabellen kopierad (TSV), antal rader: {n}."),
    "en": ("Copy the table (TSV)", "Table copied (TSV), number of rows: {n}."),
}


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A phone whose reader lets pages write to the clipboard."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, base_url=address)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def file(address: str, path: str) -> str:
    with urllib.request.urlopen(f"{address}/{path}") as answer:
        text: str = answer.read().decode()
    return text


@pytest.mark.parametrize("lang", WORDS)
def test_the_rows_at_hand_are_copied_by_the_keyboard_and_their_number_is_said_aloud(
    page: Page, address: str, lang: str
) -> None:
    name, said = WORDS[lang]
    expected = file(address, f"{lang}/q/grant-deciders.tsv?region=lappi&sort=-body")
    page.goto(f"/{lang}/{NARROWED}")
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")
    rows = len(expected.splitlines()) - 1
    expect(page.get_by_role("status").filter(has_text=said.format(n=rows))).to_be_visible()
    assert copied(page) == expected
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_it_is_copied_as_markdown_for_a_paper(page: Page, address: str) -> None:
    page.goto(f"/en/{NARROWED}")
    page.get_by_role("button", name="Copy the table (Markdown)").click()
    expect(page.get_by_role("status").filter(has_text="Table copied (Markdown)")).to_be_visible()
    assert copied(page) == file(address, "en/q/grant-deciders.md?region=lappi&sort=-body")


def test_snippets_and_the_permalink_are_copied_too(page: Page, address: str) -> None:
    page.goto("/en/q/grant-deciders?region=lappi")
    page.locator("a.long + button").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    assert copied(page) == f"{address}/en/q/grant-deciders?region=lappi"
    page.locator(".take summary").first.click()
    page.get_by_role("button", name="Copy: curl").click()
    expect(page.locator("pre[aria-label=curl] + button + [role=status]")).to_have_text("Copied")
    assert copied(page).startswith("curl")


def test_that_it_could_not_be_copied_is_said_with_what_to_do(page: Page) -> None:
    page.goto(f"/en/{NARROWED}")
    page.route("**/*.tsv?*", lambda route: route.abort())
    page.get_by_role("button", name="Copy the table (TSV)").click()
    expect(page.get_by_role("status").filter(has_text="take the file")).to_be_visible()


def test_a_graph_is_no_table_to_copy(page: Page) -> None:
    page.goto("/en/q/cooperation-network")
    expect(page.locator('button[aria-label="Copy: curl"]')).to_have_count(1)
    expect(page.get_by_role("button", name="Copy the table")).to_have_count(0)


def test_without_javascript_there_is_no_button_that_does_nothing(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/en/{NARROWED}")
    expect(page.get_by_role("link", name="TSV")).to_have_count(1)
    expect(page.locator("button.copy")).to_have_count(0)
    context.close()
