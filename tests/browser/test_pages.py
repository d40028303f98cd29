"""A reader's way from the start page to the sentence in its document, on a desk and on a phone."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page, expect

SIZES = {"desk": (1280, 900), "phone": (390, 800)}


@pytest.fixture(params=SIZES)
def visit(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A browser without JavaScript, on a desk and on a phone."""
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_reader_gets_from_the_question_to_the_sentence_in_its_document_without_javascript(
    visit: Page, address: str
) -> None:
    page = visit
    page.goto(f"{address}/en/")
    page.locator('a[href="/en/q/grant-deciders"]').click()
    row = page.locator("tbody", has=page.locator("details")).first
    quote = row.locator("blockquote q").first
    expect(quote).to_be_hidden()
    row.locator("summary").first.click()
    expect(quote).to_be_visible()
    words = "".join(row.locator(".proof").first.locator("q").all_inner_texts())
    row.get_by_role("link", name=re.compile("Show in the document")).first.click()
    expect(page).to_have_url(re.compile(r"/en/doc/[a-z0-9-]+\?claim=.+#lines?-[\d-]+$"))
    marks = page.locator(".reading mark")
    expect(marks.first).to_be_in_viewport()
    assert letters("".join(marks.all_inner_texts())) == letters(words)


def letters(text: str) -> str:
    """A quote without white space, hyphens and quotation marks: a line's end may have a hyphen that the quote has not."""
    return re.sub(r"[\s\-”]", "", text)


def test_the_first_key_leads_past_the_header_and_what_has_the_focus_shows_it(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/en/q/grant-deciders")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    assert skip.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.close()


def test_a_form_is_sent_and_comes_back_as_it_was_left(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/fi/q/grant-deciders")
    page.locator("#p-region").select_option("lappi")
    page.get_by_role("button", name="Näytä vastaus").click()
    expect(page).to_have_url(f"{address}/fi/q/grant-deciders?region=lappi")
    expect(page.locator("#p-region")).to_have_value("lappi")
    page.get_by_role("link", name="svenska").click()
    expect(page).to_have_url(f"{address}/sv/q/grant-deciders?region=lappi")
    page.close()


def test_an_answer_is_sorted_narrowed_and_taken_without_javascript(visit: Page, address: str) -> None:
    page = visit
    page.goto(f"{address}/en/q/grant-deciders")
    page.get_by_role("columnheader").get_by_role("link", name="Region", exact=False).first.click()
    expect(page.locator("tbody th a").first).to_have_text("Central Finland")
    page.get_by_label("Words").fill("avustus lautakunta")
    page.get_by_role("button", name="Filter").click()
    page.locator(".facets summary", has_text="Status").click()
    page.locator(".facets a", has_text="in the rules").click()
    expect(page).to_have_url(f"{address}/en/q/grant-deciders?sort=region&filter=avustus+lautakunta&f.status=in-rules")
    rows = page.locator(".answers tbody").count()
    with page.expect_download() as download:
        page.get_by_role("link", name="TSV").click()
    assert len(download.value.path().read_text(encoding="utf-8").splitlines()) == rows + 1
    page.locator(".chip", has_text="in the rules").click()
    expect(page).to_have_url(f"{address}/en/q/grant-deciders?sort=region&filter=avustus+lautakunta")


def test_the_list_of_bodies_is_narrowed_to_the_region_once_the_form_is_sent(visit: Page, address: str) -> None:
    page = visit
    page.goto(f"{address}/fi/q/responsibilities")
    every = page.locator("#p-body option").count()
    page.locator("#p-region").select_option("lappi")
    page.get_by_role("button", name="Näytä vastaus").click()
    page.wait_for_url("**region=lappi**")  # and until it is there as a whole: to count waits for nothing
    assert 1 < page.locator("#p-body option").count() < every
    assert all(
        "lappi" in (value or "lappi")
        for value in page.locator("#p-body option").evaluate_all("all => all.map(o => o.value)")
    )


def test_another_site_may_frame_the_embedded_answer_but_not_the_page(browser: Browser, address: str) -> None:
    page = browser.new_page()
    with outer_page(FRAMES.format(address)) as other:
        page.goto(other)
        title = "Which body decides NGO grants in each region?"
        expect(page.frame_locator("#embedded").locator("h1")).to_have_text(title)
        expect(page.frame_locator("#whole").get_by_text(title)).to_have_count(0)
    page.close()


@contextmanager
def outer_page(html: str) -> Iterator[str]:
    """A page of another site on loopback."""

    class Outer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Outer)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join(5)


FRAMES = '<iframe id="embedded" src="{0}/en/embed/grant-deciders"></iframe><iframe id="whole" src="{0}/en/q/grant-deciders"></iframe>'


def test_all_lines_of_a_quote_are_marked_by_the_address_alone_without_javascript(visit: Page, address: str) -> None:
    """As in a site of files, where no server marks the quote."""
    visit.goto(f"{address}/fi/doc/jarjestot-hyvinvointialueet-2022")
    name = visit.locator(".from.over-3:not(.over-4)").first.get_attribute("id")
    visit.goto(f"{address}/fi/doc/jarjestot-hyvinvointialueet-2022#{name}")
    marked = visit.eval_on_selector_all(
        ".line", "lines => lines.filter(l => getComputedStyle(l).boxShadow !== 'none').map(l => l.id)"
    )
    assert len(marked) == 4
    assert marked[0] == f"line-{(name or '').split('-')[1]}"
    assert marked[-1] == f"line-{(name or '').split('-')[2]}"
    expect(visit.locator(f"#{marked[0]}")).to_be_in_viewport()
