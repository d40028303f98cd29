"""A claim."""

from collections.abc import Callable

from flask.testing import FlaskClient

Page = Callable[..., str]


def test_a_claim_shows_its_values_and_its_quote_in_context(page: Page) -> None:
    html = page("/en/claim/katsaus-2022/responsibility-1")
    for words in ("Woodland", "in the rules", "Järjestölautakunta", "hyvinvointialue ", " Muu teksti.", "lines 3–4"):
        assert words in html


def test_a_claim_shows_what_was_inferred_from_it_and_by_which_rule(page: Page) -> None:
    html = page("/en/claim/katsaus-2022/responsibility-1")
    assert "narrower link" in html
    assert "gov:area" in html


def test_a_claim_from_which_nothing_follows_says_so(page: Page) -> None:
    assert "Nothing was inferred" in page("/en/claim/raportti-2017/proposal-3")


def test_a_doubt_and_a_lapsed_reform_are_said(page: Page) -> None:
    html = page("/sv/claim/raportti-2017/proposal-3")
    assert "Gruppen nämns inte vid namn." in html
    assert "Ryhmää ei nimetä." not in html
    assert "Reformen förföll." in html


def test_an_unknown_claim_is_404_with_the_nearest(page: Page) -> None:
    assert "/en/claim/katsaus-2022/silence-2" in page("/en/claim/katsaus-2022/silence-1", 404)
    page("/en/claim/%3Cscript%3E } DROP", 404)


def test_the_iri_of_a_thing_leads_to_its_page_with_303(client: FlaskClient) -> None:
    for kind, slug, url in (
        ("claim", "katsaus-2022/silence-2", "/sv/claim/katsaus-2022/silence-2"),
        ("document", "katsaus-2022", "/sv/doc/katsaus-2022"),
        ("region", "metsala", "/sv/thing/region/metsala"),
    ):
        response = client.get(f"/id/{kind}/{slug}", headers={"Accept-Language": "sv"})
        assert (response.status_code, response.location) == (303, f"http://localhost{url}")
        assert response.headers["Vary"] == "Accept, Accept-Language"


def test_a_text_to_report_a_mistake_with_names_the_claim_its_place_and_its_quotes(page: Page) -> None:
    html = page("/en/claim/katsaus-2022/responsibility-1").partition('class="report"')[2]
    assert "https://w3id.org/govkg/id/claim/katsaus-2022/responsibility-1" in html
    assert "Quote: ”" in html and "Data version test" in html
