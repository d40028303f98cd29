"""What the API says when something is wrong: a problem (RFC 9457) with the nearest of what is right."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from govkg.query.catalogue import Catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.server.app import create_app

from .conftest import TEXTS

URL = "/api/queries/grant-deciders"


def problem(client: FlaskClient, url: str, status: int, accept: str = "*/*") -> Any:
    response = client.get(url, headers={"Accept": accept})
    found = response.get_json()
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
    assert found["status"] == status
    assert {"type", "title", "detail"} <= found.keys()
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "ETag" not in response.headers
    return found


def test_a_wrong_value_is_named_with_the_nearest_and_where_all_are(client: FlaskClient) -> None:
    (wrong,) = problem(client, f"{URL}?region=Metsla&lang=en", 400)["errors"]
    assert wrong.pop("nearest")[0] == {"value": "metsala", "label": "Woodland"}
    assert wrong == {
        "parameter": "region",
        "value": "Metsla",
        "detail": "The parameter “region” has no value “Metsla”.",
        "values": f"http://localhost{URL}/parameters/region",
    }


def test_everything_that_is_wrong_is_told_at_once(client: FlaskClient) -> None:
    url = f"{URL}?region=none&since=soon&silent_only=maybe&limit=0&offset=-1&lang=de&body="
    names = [mistake["parameter"] for mistake in problem(client, url, 400)["errors"]]
    assert sorted(names) == ["body", "lang", "limit", "offset", "region", "silent_only", "since"]


@pytest.mark.parametrize(
    "asked",
    [
        "region=", "limit=", "limit=x", "limit=1.5", "limit=0", "limit=1000001", "limit=%D9%A1", "offset=-1", "offset=", "lang=",
        "region=metsala&region=jarvela", "silent_only=true&silent-only=false", "_external=1", "%00=1", "region=%00", "since=%F0%9D%9F%9A",
    ],
)  # fmt: skip
def test_whatever_is_wrong_with_the_parameters_is_400(client: FlaskClient, asked: str) -> None:
    assert problem(client, f"{URL}?{asked}", 400)["errors"]


def test_an_unknown_parameter_is_named_with_the_nearest(client: FlaskClient) -> None:
    assert problem(client, f"{URL}?regio=metsala", 400)["errors"][0]["nearest"][0]["value"] == "region"


def test_an_unknown_query_parameter_or_address_is_404_with_the_nearest(client: FlaskClient) -> None:
    assert problem(client, "/api/queries/grant-decider", 404)["nearest"] == ["grant-deciders"]
    assert problem(client, "/api/queries/grant-decider.rq", 404)["nearest"] == ["grant-deciders"]
    assert "region" in problem(client, f"{URL}/parameters/regio", 404)["nearest"]
    assert "/api/queries" in problem(client, "/api/none", 404)["nearest"]
    assert problem(client, "/queries/grant-decider.ttl", 404)["nearest"] == ["grant-deciders"]


@pytest.mark.parametrize(
    ("url", "accept", "listed"),
    [
        (f"{URL}?format=pdf", "*/*", "records"),
        (f"{URL}?format=turtle", "*/*", "csv"),
        (f"{URL}?format=table", "*/*", "markdown"),
        (f"{URL}?format=", "*/*", "records"),
        (URL, "text/turtle", "text/csv"),
        ("/api/queries/region-graph", "text/csv", "text/turtle"),
        ("/queries", "text/csv", "application/ld+json"),
        ("/queries/grant-deciders.pdf", "*/*", "ttl"),
        ("/api", "text/csv", "application/json"),
    ],
)
def test_a_format_that_there_is_not_is_406_with_those_that_there_are(
    client: FlaskClient, url: str, accept: str, listed: str
) -> None:
    assert listed in problem(client, url, 406, accept)["formats"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "NONSENSE"])
@pytest.mark.parametrize("url", [URL, "/api", "/queries", "/queries/grant-deciders.ttl"])
def test_a_method_that_writes_is_405_and_told_what_there_is(client: FlaskClient, url: str, method: str) -> None:
    response = client.open(url, method=method)
    assert (response.status_code, response.mimetype) == (405, "application/problem+json")
    assert "GET" in response.headers["Allow"]


def test_a_fault_shows_no_traceback(
    engine: EmbeddedEngine, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = create_app(engine, catalogue, texts=TEXTS).test_client()
    monkeypatch.setattr("govkg.server.pages.api.run", None)
    assert "Traceback" not in problem(client, URL, 500)["detail"]


def test_markup_in_an_address_comes_back_as_json_only(client: FlaskClient) -> None:
    response = client.get(f"{URL}?%3Cscript%3E=1")
    assert response.mimetype == "application/problem+json"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_host_that_fits_no_url_is_in_no_link(client: FlaskClient) -> None:
    header = client.get(f"{URL}?limit=1", headers={"Host": 'a">,<b'}).headers["Link"]
    assert header.startswith(f"<{URL}?limit=1&offset=0>")
