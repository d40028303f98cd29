"""An invented small world: two documents, three claims, two questions."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from tests.query.dictionaries import Few

from govkg.query.catalogue import Catalogue, read_catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.query.search import Search
from govkg.server.app import create_app

WORLD = Path(__file__).parent / "world"
TEXTS = WORLD / "sources"


def world_engine(version: str = "test") -> EmbeddedEngine:
    text = (WORLD / "world.trig").read_text(encoding="utf-8")
    for folder in TEXTS.iterdir():
        text = text.replace(f"@{folder.name}@", hashlib.sha256((folder / "text.txt").read_bytes()).hexdigest())
    store = ox.Store()
    store.bulk_load(input=text.encode(), format=ox.RdfFormat.TRIG)
    return EmbeddedEngine(store, version)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return read_catalogue(WORLD / "queries")


@pytest.fixture(scope="session")
def engine() -> EmbeddedEngine:
    return world_engine()


@pytest.fixture(scope="session")
def client(engine: EmbeddedEngine, catalogue: Catalogue) -> FlaskClient:
    return create_app(engine, catalogue, texts=TEXTS, search=Search(engine, catalogue, Few, kept=False)).test_client()


@pytest.fixture(scope="session")
def page(client: FlaskClient) -> Callable[..., str]:
    """The HTML of a page that must answer with the given status."""

    def get(url: str, status: int = 200) -> str:
        response = client.get(url)
        assert response.status_code == status, response.text
        return response.text

    return get
