"""Every sort of page and data document has the same bytes over a store as over the engine inside the program."""

import pytest
from flask.testing import FlaskClient

from govkg.core.dataset import Release, release_file
from govkg.query.catalogue import read_catalogue
from govkg.query.engine import Engine, embedded
from govkg.query.remote import RemoteEngine
from govkg.query.search import Search
from govkg.server.app import create_app
from tests.conftest import ROOT
from tests.query.dictionaries import Few

CATALOGUE = read_catalogue()
ADDRESSES = (
    "/en/", "/fi/", "/sv/", "/fi/q/roadmap", "/sv/q/alternative-differences?changed_only=true", "/en/q/seats",
    "/en/q/cooperation-network", "/en/embed/seats", "/en/compare", "/en/documents", "/en/about", "/en/ontology", "/fi/ontology",
    "/en/thing/scheme/rule", "/sv/thing/scheme/rule", "/en/search?q=lautakunta", "/en/search?q=avustus", "/sitemap.xml", "/queries",
    "/en/data", "/data/void.ttl", "/data/catalog.ttl", "/data/catalog.jsonld", "/data/def.ttl", "/data/def.rdf",
    "/data/task/ngo-grants.ttl", "/data/region/lappi.jsonld", "/data/graph/asserted.trig", "/dumps/claims.csv",
    "/api/queries", "/api/queries/bodies?lang=en", "/api/queries/seats?lang=sv",
)  # fmt: skip


def pages_over(engine: Engine, release: Release) -> FlaskClient:
    search = Search(engine, CATALOGUE, Few, kept=False)
    return create_app(engine, CATALOGUE, release=release, search=search).test_client()


@pytest.fixture(scope="session")
def at_hand(release: Release) -> FlaskClient:
    return pages_over(embedded(release_file(ROOT)), release)


@pytest.fixture(scope="session")
def far(remote_engine: RemoteEngine, release: Release) -> FlaskClient:
    return pages_over(remote_engine, release)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_has_the_same_bytes(far: FlaskClient, at_hand: FlaskClient, address: str) -> None:
    found, wanted = far.get(address), at_hand.get(address)
    assert (
        (found.status_code, found.content_type)
        == (wanted.status_code, wanted.content_type)
        == (200, wanted.content_type)
    )
    assert found.data == wanted.data
