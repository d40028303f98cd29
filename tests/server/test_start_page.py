"""The start page."""

import re
from collections.abc import Callable

Page = Callable[..., str]


def test_the_questions_stand_under_their_theme_in_the_readers_language(page: Page) -> None:
    html = page("/sv/")
    assert html.index("Understöd</h2>") < html.index("Vem beslutar om understöd?")
    assert 'href="/sv/q/grant-deciders"' in html


def test_a_theme_without_questions_is_not_shown(page: Page) -> None:
    assert "Tom</h2>" not in page("/sv/")


def test_what_was_read_stands_there_with_date_region_and_standing(page: Page) -> None:
    section = page("/en/").partition('<h2 id="material">')[2]
    row = next(part for part in section.split("<tr>") if "/en/doc/katsaus-2022" in part)
    words = " ".join(re.sub(r"<[^>]+>", " ", row).split())
    assert "Snapshot" in words
    assert "2022-06" in words
    assert 'href="/en/thing/region/metsala"' in row


def test_among_questions_that_were_sought_the_material_is_beside_the_point(page: Page) -> None:
    assert 'id="material"' not in page("/en/?q=grants")
