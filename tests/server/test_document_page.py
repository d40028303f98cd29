"""A document line by line."""

import re
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT

from govkg.query.catalogue import read_catalogue
from govkg.query.engine import EmbeddedEngine, embedded
from govkg.server.app import create_app

from .conftest import TEXTS, WORLD

Page = Callable[..., str]
_LENGTHS = "SELECT (MAX(?to - ?from) AS ?n) WHERE { ?evidence oa:hasSource ?d ; gov:lineFrom ?from ; gov:lineTo ?to }"
URL = "/en/doc/katsaus-2022"


def line(html: str, number: int) -> str:
    """The text of a line with its marks."""
    found = re.search(rf'<p id="line-{number}".*?<span class="line-text">(.*?)</span></p>', html, re.DOTALL)
    return found[1] if found else ""


def test_every_line_that_is_not_blank_can_be_linked_to(page: Page) -> None:
    assert re.findall(r'id="line-(\d+)"', page(URL)) == ["1", "3", "4", "5", "7", "8"]


def test_a_quote_is_marked_word_for_word_over_a_line_break(page: Page) -> None:
    html = page(URL)
    assert line(html, 3) == '<span class="quoted">Järjestölautakunta päättää järjestö-</span>'
    assert line(html, 4) == '<span class="quoted">avustuksista vuosittain.</span> Muu teksti.'


def test_the_claim_asked_for_is_highlighted_in_the_text_and_among_the_claims(page: Page) -> None:
    html = page(f"{URL}?claim=katsaus-2022/responsibility-1")
    assert line(html, 4) == "<mark>avustuksista vuosittain.</mark> Muu teksti."
    assert html.count("claim-hit") == 1
    assert "<mark>" not in line(html, 7)


def test_a_claim_stands_beside_its_lines(page: Page) -> None:
    block = next(block for block in page(URL).split('<div class="block') if 'id="line-3"' in block)
    assert "Responsibility claim" in block
    assert "decides" in block
    assert "Silent claim" not in block


def test_a_line_left_out_says_why(page: Page) -> None:
    block = next(block for block in page(URL).split('<div class="block') if 'id="line-8"' in block)
    assert block.startswith(" block-gone")
    assert "personal data" in block
    assert "where to ask" in block


def test_the_claims_can_be_filtered_by_kind(page: Page) -> None:
    html = page(f"{URL}?kind=SilentClaim")
    assert "Showing 1 of 2 claims" in html
    assert 'class="quoted"' not in line(html, 3)
    assert line(html, 7) == '<span class="quoted">Hallintosääntöä valmistellaan.</span>'


def test_a_claim_asked_for_shows_whatever_the_filter(page: Page) -> None:
    assert "<mark>" in page(f"{URL}?kind=SilentClaim&claim=katsaus-2022/responsibility-1")


def test_what_the_document_is_and_how_it_is_accounted_for_is_said(page: Page) -> None:
    html = page(URL)
    for words in (
        "A small survey.",
        "Toimisto",
        "2022-06",
        "Snapshot",
        "6 content lines: 3 quoted",
        "2 claims, 2 quotes",
    ):
        assert words in html


def test_what_a_document_does_not_state_of_itself_is_said_not_left_blank(page: Page) -> None:
    assert page("/en/doc/raportti-2017").count("not stated in the document") == 2


def test_an_unknown_document_claim_or_kind_is_404_with_the_nearest(page: Page) -> None:
    assert 'href="/en/doc/katsaus-2022"' in page("/en/doc/katsaus-2021", 404)
    assert "responsibility-1" in page(f"{URL}?claim=katsaus-2022/responsibility-9", 404)
    assert "kind=SilentClaim" in page(f"{URL}?kind=none", 404)


def test_a_claim_of_another_document_is_not_highlighted_here(page: Page) -> None:
    page(f"{URL}?claim=raportti-2017/proposal-3", 404)


def test_the_documents_are_listed_with_their_standing(page: Page) -> None:
    html = page("/en/documents")
    assert "Survey 2022" in html
    assert "Lapsed" in html


def test_the_questions_that_take_a_document_are_there_unless_the_reader_came_for_a_sentence(
    engine: EmbeddedEngine, tmp_path: Path
) -> None:
    for path in (WORLD / "queries").iterdir():
        text = path.read_text(encoding="utf-8").replace(
            "region: {type: thing, of: region}", "document: {type: thing, of: document}"
        )
        text = text.replace(", depends: region", "")
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    client = create_app(engine, read_catalogue(tmp_path), texts=TEXTS).test_client()
    link = '<a href="/en/q/grant-deciders?document=katsaus-2022">'
    assert link in client.get("/en/doc/katsaus-2022").text
    assert link not in client.get("/en/doc/katsaus-2022?claim=katsaus-2022/responsibility-1").text


def test_a_quote_of_several_lines_is_linked_to_as_a_whole(page: Page) -> None:
    link = re.search(
        r'href="/en/doc/katsaus-2022\?claim=[^"]*#(lines-3-4)"', page("/en/claim/katsaus-2022/responsibility-1")
    )
    assert link
    first = page(URL).partition('<p id="line-3"')[2].partition("</p>")[0]
    assert f'<span class="from over-1" id="{link[1]}"></span>' in first


def test_the_style_sheet_marks_as_many_lines_as_the_longest_quote_has() -> None:
    sheet = (ROOT / "web/static/quotes.css").read_text("utf-8")
    longest = max(int(row["n"].value) for row in embedded().select(_LENGTHS))
    assert f".over-{longest}:target" in sheet
