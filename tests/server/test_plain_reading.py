"""What a page says in plain words: no ids, no notation, no other language's quotation marks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from govkg.core.paths import web

Page = Callable[..., str]


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_finnish_and_swedish_words_are_quoted_as_these_languages_do(lang: str) -> None:
    texts: list[Path] = sorted((web() / "strings" / lang).glob("*.yaml"))
    assert texts
    assert [path.name for path in texts if "“" in path.read_text(encoding="utf-8")] == []


def test_a_conclusion_unfolds_to_its_rule_and_premises_by_their_names(page: Page) -> None:
    html = page("/en/thing/body/metsala/jarjestolautakunta").partition('class="because"')[2].partition("</ul>")[0]
    assert "Järjestölautakunta" in html
    assert "Woodland" in html
    assert "region:metsala" not in html


def test_things_found_say_what_they_are_instead_of_their_slugs(page: Page) -> None:
    found = page("/en/search?q=jarjestolautakunta").partition('class="found"')[2].partition("</ul>")[0]
    assert "Committee, " in found
    assert "<code" not in found


def test_the_nearest_of_an_unknown_thing_say_what_they_are(page: Page) -> None:
    assert "Committee, " in page("/en/thing/body/metsala/jarjestolautakunt", 404)


def test_a_format_that_there_is_not_leads_to_the_same_answer_in_those_that_there_are(page: Page) -> None:
    html = page("/en/q/grant-deciders.pdf?region=metsala", 406)
    assert 'href="/en/q/grant-deciders.csv?region=metsala"' in html


def test_a_claim_has_one_page(client: FlaskClient) -> None:
    answer = client.get("/en/thing/claim/katsaus-2022/responsibility-1")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/en/claim/katsaus-2022/responsibility-1")
