"""What the service tells those who run it: health, readiness, numbers."""

import os
import signal
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from govkg.query.catalogue import Catalogue
from govkg.query.engine import EmbeddedEngine, Solution
from govkg.query.limits import Limits
from govkg.query.pooled import UnansweredError
from govkg.query.workers import Pool
from govkg.server.app import create_app
from govkg.server.gate.gate import Gate
from govkg.server.gate.web_limits import WebLimits

from .conftest import TEXTS

pytestmark = pytest.mark.alone


@pytest.fixture
def pool(engine: EmbeddedEngine) -> Iterator[Pool]:
    with Pool(engine.store, Limits(seconds=1, quick=0.3, workers=2)) as found:
        yield found


@pytest.fixture
def running(engine: EmbeddedEngine, catalogue: Catalogue, pool: Pool) -> FlaskClient:
    gate = Gate(WebLimits(log="off"))
    return create_app(engine, catalogue, texts=TEXTS, pool=pool, gate=gate).test_client()


def test_a_service_that_answers_is_ready_and_says_with_what(running: FlaskClient) -> None:
    for path in ("/healthz", "/readyz"):
        response = running.get(path)
        assert response.status_code == 200
        assert response.get_json()["data"] == "test"
        assert response.headers["Cache-Control"] == "no-store"
    assert running.get("/readyz").get_json() | {"release": True, "worker": True, "replacements": True} == (
        running.get("/readyz").get_json()
    )


def test_a_service_without_workers_lives_and_is_not_ready(client: FlaskClient) -> None:
    assert client.get("/healthz").status_code == 200
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.get_json()["worker"] is False


@pytest.mark.parametrize(
    ("reason", "status", "code"),
    [("busy", "busy", 200), ("away", "store away", 200), ("seconds", "slow", 200), ("crash", "no data", 503)],
)
def test_a_service_is_to_be_started_anew_only_where_that_may_help(
    running: FlaskClient, monkeypatch: pytest.MonkeyPatch, reason: str, status: str, code: int
) -> None:
    def unanswered(*_: object) -> Iterator[Solution]:
        raise UnansweredError(reason)

    monkeypatch.setattr(EmbeddedEngine, "select", unanswered)
    response = running.get("/healthz")
    assert (response.status_code, response.get_json()["status"]) == (code, status)
    assert running.get("/readyz").status_code == 503


def test_a_service_that_can_replace_no_worker_any_more_is_not_ready(running: FlaskClient, pool: Pool) -> None:
    for number, _ in list(pool._nursery._keepers):
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)
    response = running.get("/readyz")
    assert response.status_code == 503
    assert response.get_json()["replacements"] is False
    assert "govkg_workers_replaceable 0.0" in running.get("/metrics").text


def test_the_numbers_tell_of_the_data_and_the_workers(running: FlaskClient) -> None:
    running.get("/sparql?query=ASK{")
    response = running.get("/metrics")
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("text/plain; version=")
    assert 'govkg_info{data="test",' in response.text
    assert "govkg_workers 2.0" in response.text
    assert "govkg_workers_busy 0.0" in response.text


@pytest.mark.parametrize(
    ("address", "headers"), [("198.51.100.7", {}), ("127.0.0.1", {"X-Forwarded-For": "198.51.100.7"}), ("", {})]
)
def test_the_numbers_are_for_those_only_who_may_read_them(
    running: FlaskClient, address: str, headers: dict[str, str]
) -> None:
    response = running.get("/metrics", headers=headers, environ_overrides={"REMOTE_ADDR": address})
    assert response.status_code == 403
    assert "govkg_" not in response.text
