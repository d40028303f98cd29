"""A source that does not say: the page leads to the passages that were read."""

import pytest
from flask.testing import FlaskClient
from tests.query.dictionaries import Few
from tests.query.worlds import claim, engine_of, read_for

from govkg.query.catalogue import read_catalogue
from govkg.query.search import Search
from govkg.server.app import create_app

LINK = "The passages that were read"


@pytest.fixture(scope="module")
def silent() -> FlaskClient:
    """Region A was read for cooperation, and nothing was found; B is only spoken of."""
    engine = engine_of(read_for("cooperation", "a"), claim("s", "gov:region region:b"))
    catalogue = read_catalogue()
    return create_app(engine, catalogue, search=Search(engine, catalogue, Few, kept=False)).test_client()


@pytest.mark.parametrize(
    ("limit", "kept"), [("region=a", "region=a"), ("document=d", "document=d"), ("document=d&region=a", "region=a")]
)
def test_a_silent_answer_leads_to_the_silences_of_its_region_else_of_its_document(
    silent: FlaskClient, limit: str, kept: str
) -> None:
    html = silent.get(f"/en/q/cooperation?{limit}").text
    assert f'<a href="/en/q/not-stated?{kept}">{LINK}' in html


def test_what_was_not_read_leads_to_no_silence(silent: FlaskClient) -> None:
    html = silent.get("/en/q/cooperation?region=b").text
    assert "Not read" in html
    assert LINK not in html
