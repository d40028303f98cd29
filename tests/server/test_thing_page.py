"""Any thing."""

from collections.abc import Callable

import pytest

Page = Callable[..., str]


def test_a_thing_shows_its_names_in_all_languages_and_the_claims_that_speak_of_it_with_quotes(page: Page) -> None:
    html = page("/en/thing/region/metsala")
    for words in ("Metsälä", "Skogby", "Woodland", "1 claim<", "Järjestölautakunta päättää"):
        assert words in html


def test_what_was_inferred_of_a_thing_stands_apart_with_its_rule(page: Page) -> None:
    stated, _, inferred = page("/en/thing/body/metsala/jarjestolautakunta").partition("What was inferred")
    assert "narrower link" in inferred
    assert "narrower link" not in stated


def test_what_points_to_a_thing_is_listed(page: Page) -> None:
    assert "What points here" in page("/en/thing/region/metsala")


def test_a_thing_that_no_claim_speaks_of_says_so(page: Page) -> None:
    assert "No claim speaks of this directly." in page("/en/thing/reform/uudistus")


@pytest.mark.parametrize(
    "url", ["/en/thing/region/metsalo", "/en/thing/nothing/x", "/en/thing/region/%3E%20%7D", "/en/thing/def/Nothing"]
)
def test_an_unknown_thing_is_404(page: Page, url: str) -> None:
    page(url, 404)


def test_an_unknown_thing_is_answered_with_the_nearest(page: Page) -> None:
    assert "/en/thing/region/metsala" in page("/en/thing/region/metsalo", 404)
