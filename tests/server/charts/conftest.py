"""Five regions: one that says much, one silent, one not read for the question, one in no document, one without a name."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient

from govkg.query.catalogue import read_catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.server.app import create_app

WORLD = Path(__file__).parent / "world"


@pytest.fixture(scope="session")
def chart_client() -> FlaskClient:
    return client(live=True)


def client(*, live: bool) -> FlaskClient:
    store = ox.Store()
    store.bulk_load(input=(WORLD / "world.trig").read_bytes(), format=ox.RdfFormat.TRIG)
    catalogue = read_catalogue(WORLD / "queries")
    return create_app(EmbeddedEngine(store, "test"), catalogue, texts=WORLD, live=live).test_client()


@pytest.fixture(scope="session")
def chart(chart_client: FlaskClient) -> Callable[..., str]:
    """The English page of the question in a view."""

    def get(view: str, status: int = 200, page: str = "q/deciders", **options: str) -> str:
        response = chart_client.get(f"/en/{page}", query_string={"view": view, **options})
        assert response.status_code == status, response.text
        return response.text

    return get
