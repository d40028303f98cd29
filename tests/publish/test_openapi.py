"""The description of the API: valid, made from the headers of the real queries, and every example of it works."""

import csv
import io
from functools import cache
from typing import Any

import pytest
from flask.testing import FlaskClient
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from govkg.core.dataset import release_file
from govkg.publish.openapi import openapi
from govkg.publish.openapi_paths import RESERVED, SHORT
from govkg.query.catalogue import read_catalogue
from govkg.query.engine import embedded
from govkg.server.app import create_app
from tests.conftest import ROOT

CATALOGUE = read_catalogue()
EXAMPLES = [(query.id, p.name) for query in CATALOGUE.queries.values() for p in query.parameters]


@cache
def client() -> FlaskClient:
    return create_app(embedded(release_file(ROOT)), CATALOGUE).test_client()


@cache
def described() -> Any:
    return openapi(embedded(release_file(ROOT)), CATALOGUE, "")


def operation(query_id: str) -> Any:
    return described()["paths"][f"/api/queries/{query_id}"]["get"]


def fits(body: object, schema: Any) -> None:
    """Raise unless the body is as the schema of the description has it."""
    OAS31Validator({**schema, "components": described()["components"]}).validate(body)


def test_the_description_is_valid_openapi() -> None:
    OpenAPIV31SpecValidator(described()).validate()


def test_the_service_gives_this_description() -> None:
    assert client().get("/api/openapi.json").get_json()["paths"] == described()["paths"]


@pytest.mark.parametrize("query_id", CATALOGUE.queries)
def test_each_query_is_described_by_its_header(query_id: str) -> None:
    query, found = CATALOGUE.get(query_id), operation(query_id)
    assert (found["summary"], found["description"], found["x-summary"]) == (
        query.summary["en"],
        query.description["en"],
        query.summary,
    )
    names = [p["name"] for p in found["parameters"] if "name" in p]
    assert names == [*(p.name for p in query.parameters), "format"]


@pytest.mark.parametrize("query_id", CATALOGUE.queries)
def test_no_parameter_of_a_query_is_called_as_one_of_every_query(query_id: str) -> None:
    assert not {p.name for p in CATALOGUE.get(query_id).parameters} & set(RESERVED)


def test_a_short_pick_list_is_spelt_out_and_a_long_one_is_not() -> None:
    schemas = {p["name"]: p["schema"] for p in operation("responsibilities")["parameters"] if "name" in p}
    assert {"lappi", "kainuu"} <= set(schemas["region"]["enum"])
    assert len(schemas["region"]["enum"]) <= SHORT
    assert "enum" not in schemas["task"]


@pytest.mark.parametrize(("query_id", "name"), EXAMPLES)
def test_each_example_has_an_answer_that_is_as_described(query_id: str, name: str) -> None:
    parameter = next(p for p in operation(query_id)["parameters"] if p.get("name") == name)
    value = str(parameter["example"]).lower() if parameter["schema"].get("type") == "boolean" else parameter["example"]
    fits(parameter["example"], parameter["schema"])
    response = client().get(f"/api/queries/{query_id}", query_string={name: value, "limit": 20})
    assert (response.status_code, response.get_json()["total"] > 0) == (200, True)
    fits(response.get_json(), operation(query_id)["responses"]["200"]["content"]["application/json"]["schema"])


@pytest.mark.parametrize("query_id", CATALOGUE.queries)
def test_each_format_described_is_given_and_has_the_columns_of_the_files(query_id: str) -> None:
    content = operation(query_id)["responses"]["200"]["content"]
    for media_type in content:
        response = client().get(f"/api/queries/{query_id}?limit=2", headers={"Accept": media_type})
        assert (response.status_code, response.mimetype) == (200, media_type)
        if media_type == "application/sparql-results+json":
            fits(response.get_json(force=True), content[media_type]["schema"])
    if "text/csv" in content:
        heads = next(csv.reader(io.StringIO(client().get(f"/api/queries/{query_id}?limit=1&format=csv").text)))
        rows = client().get(f"/api/queries/{query_id}?limit=1").get_json()["rows"]
        assert list(rows[0]) == heads
        assert all(c.name in heads for c in CATALOGUE.get(query_id).columns)


@pytest.mark.parametrize(
    ("url", "schema"),
    [
        ("/api/queries", "Listing"),
        ("/api/queries/bodies/parameters/region", "Values"),
        ("/api/queries/bodies/parameters/none", "Problem"),
        ("/api/queries/bodies?region=none&limit=x", "Problem"),
        ("/api/queries/none", "Problem"),
        ("/api/queries/bodies?format=none", "Problem"),
    ],
)
def test_what_is_not_an_answer_is_as_described_too(url: str, schema: str) -> None:
    fits(client().get(url).get_json(), {"$ref": f"#/components/schemas/{schema}"})


def test_each_header_described_is_there() -> None:
    response = client().get("/api/queries/bodies?limit=1")
    assert set(operation("bodies")["responses"]["200"]["headers"]) <= set(response.headers.keys())
