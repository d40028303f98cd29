"""For crawlers and watchers: robots.txt, the sitemap, /healthz."""

import xml.etree.ElementTree as ET

import pyoxigraph as ox
from flask.testing import FlaskClient

from govkg.query.catalogue import Catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.server.app import create_app

from .conftest import TEXTS

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def addresses(client: FlaskClient, url: str) -> list[str]:
    response = client.get(url)
    assert (response.status_code, response.mimetype) == (200, "application/xml")
    return [loc.text or "" for loc in ET.fromstring(response.data).iter(LOC)]


def test_robots_leads_to_the_sitemap_which_leads_to_its_files(client: FlaskClient) -> None:
    assert "Sitemap: http://localhost/sitemap.xml" in client.get("/robots.txt").text
    assert addresses(client, "/sitemap.xml") == ["http://localhost/sitemap-1.xml"]


def test_every_address_of_the_sitemap_is_a_page_and_is_there_in_three_languages(client: FlaskClient) -> None:
    found = addresses(client, "/sitemap-1.xml")
    assert len(found) == len(set(found))
    for page in (
        "/sv/doc/katsaus-2022",
        "/en/claim/katsaus-2022/silence-2",
        "/fi/thing/region/metsala",
        "/fi/thing/def/Claim",
        "/en/q/grant-deciders",
        "/fi/",
        "/en/ontology",
    ):
        assert f"http://localhost{page}" in found
    wrong = [url for url in found if client.get(url).status_code != 200]
    assert not wrong


def test_a_file_that_the_sitemap_has_not_is_404(client: FlaskClient) -> None:
    assert client.get("/sitemap-2.xml").status_code == 404


def test_a_healthy_service_says_so_with_its_versions(client: FlaskClient) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.get_json()["status"], response.get_json()["data"]) == (200, "ok", "test")


def test_a_service_without_data_is_not_healthy(catalogue: Catalogue) -> None:
    assert (
        create_app(EmbeddedEngine(ox.Store(), "none"), catalogue, texts=TEXTS).test_client().get("/healthz").status_code
        == 503
    )
