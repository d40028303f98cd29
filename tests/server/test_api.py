"""The saved questions for programs: answers in every format, in parts, kept by clients, and the same as the files."""

import csv
import io
import json
from typing import Any

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient

from govkg.publish.citation import query_version
from govkg.publish.formats import write
from govkg.query.catalogue import Catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.query.run import run
from govkg.server.app import create_app

from .conftest import TEXTS, world_engine

URL = "/api/queries/grant-deciders"
GRAPH = "/api/queries/region-graph"


def rows(client: FlaskClient, url: str) -> Any:
    response = client.get(url)
    assert response.status_code == 200, response.text
    return response.get_json()["rows"]


def test_without_parameters_all_rows_come_as_plain_json_with_labels_and_iris(client: FlaskClient) -> None:
    found = rows(client, URL)
    assert [row["region"] for row in found] == ["Metsälä", "Järvelä", "Järvelä"]
    assert found[0]["claim_iri"] == "https://w3id.org/govkg/id/claim/katsaus-2022/responsibility-1"
    assert found[0]["date"] == "2022-06-14"
    assert found[1]["body"] is None


def test_an_answer_says_its_versions_in_the_body_and_in_the_headers(client: FlaskClient, catalogue: Catalogue) -> None:
    version = query_version(catalogue.get("grant-deciders"))
    plain, results = client.get(URL), client.get(f"{URL}?format=json")
    for body in (plain.get_json(), json.loads(results.data)["head"]["govkg"]):
        assert (body["data_version"], body["query_version"]) == ("test", version)
    for response in (plain, results, client.get(f"{URL}?format=csv")):
        assert response.headers["Govkg-Data-Version"] == "test"
        assert response.headers["Govkg-Query-Version"] == version


@pytest.mark.parametrize("name", ["csv", "tsv", "xlsx", "xml", "markdown"])
def test_a_format_gives_the_bytes_of_the_file(
    client: FlaskClient, engine: EmbeddedEngine, catalogue: Catalogue, name: str
) -> None:
    file = write(run(engine, catalogue.get("grant-deciders"), {"region": "metsala"}, "sv"), name, engine)
    assert client.get(f"{URL}?region=metsala&lang=sv&format={name}").data == file


def test_the_results_in_json_are_those_of_the_file_and_strict_readers_take_them(
    client: FlaskClient, engine: EmbeddedEngine, catalogue: Catalogue
) -> None:
    file = json.loads(write(run(engine, catalogue.get("grant-deciders"), {}, "fi"), "json", engine))
    data = client.get(f"{URL}?format=json").data
    found = json.loads(data)
    assert (found["results"], found["head"]["vars"]) == (file["results"], file["head"]["vars"])
    assert len(list(ox.parse_query_results(data, format=ox.QueryResultsFormat.JSON))) == 3  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/html, application/xhtml+xml, */*;q=0.8", "application/json"),
        ("text/csv", "text/csv"),
        ("text/csv;q=0.5, application/sparql-results+json", "application/sparql-results+json"),
        ("application/json;q=0, text/*", "text/csv"),
        ("application/sparql-results+xml;q=0.9, text/turtle", "application/sparql-results+xml"),
    ],
)
def test_the_accept_header_chooses_the_format_by_its_weights(client: FlaskClient, accept: str, given: str) -> None:
    response = client.get(URL, headers={"Accept": accept} if accept else {})
    assert response.mimetype == given
    assert "Accept" in response.headers["Vary"]


def test_the_parameter_format_goes_before_the_header(client: FlaskClient) -> None:
    response = client.get(f"{URL}?format=csv", headers={"Accept": "application/json"})
    assert response.mimetype == "text/csv"
    assert response.headers["Content-Disposition"] == "inline; filename=grant-deciders.csv"


@pytest.mark.parametrize("value", ["metsala", "Woodland", "skogby", "https://w3id.org/govkg/id/region/metsala"])
def test_a_parameter_takes_a_slug_a_label_in_any_language_or_an_iri(client: FlaskClient, value: str) -> None:
    assert len(rows(client, f"{URL}?region={value}")) == 1


def test_labels_are_in_the_language_asked_for(client: FlaskClient) -> None:
    response = client.get(f"{URL}?lang=en&region=metsala")
    assert response.get_json()["rows"][0]["region"] == "Woodland"
    assert response.headers["Content-Language"] == "en"


def test_a_graph_comes_as_rdf_or_as_rows_of_statements(client: FlaskClient) -> None:
    assert len(rows(client, GRAPH)) == 3
    turtle = client.get(GRAPH, headers={"Accept": "text/turtle"}).data
    assert len(list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))) == 3


def test_parts_make_the_whole_when_the_links_are_followed(client: FlaskClient) -> None:
    url, found = f"{URL}?limit=1", list[dict[str, Any]]()
    while url:
        response = client.get(url)
        assert response.headers["X-Total-Count"] == "3"
        found += response.get_json()["rows"]
        url = links(response.headers["Link"]).get("next", "")
    assert found == rows(client, URL)


def test_a_part_links_to_the_first_the_last_and_those_beside_it_with_the_same_parameters(client: FlaskClient) -> None:
    found = links(client.get(f"{URL}?lang=sv&limit=1&offset=1").headers["Link"])
    start = f"http://localhost{URL}?lang=sv&limit=1&offset="
    assert found == {"first": f"{start}0", "prev": f"{start}0", "next": f"{start}2", "last": f"{start}2"}


def test_past_the_end_there_are_no_rows_but_a_way_back(client: FlaskClient) -> None:
    response = client.get(f"{URL}?limit=2&offset=10")
    assert response.get_json()["rows"] == []
    assert {"first", "prev", "last"} == links(response.headers["Link"]).keys()


def test_a_part_of_a_graph_has_so_many_statements(client: FlaskClient) -> None:
    response = client.get(f"{GRAPH}?limit=2&format=ntriples")
    assert (len(response.text.splitlines()), response.headers["X-Total-Count"]) == (2, "3")


def test_a_part_in_csv_has_so_many_rows_and_the_whole_header(client: FlaskClient) -> None:
    found = list(csv.DictReader(io.StringIO(client.get(f"{URL}?offset=2&format=csv").text)))
    assert [row["document"] for row in found] == ["Raportti 2017"]


def links(header: str) -> dict[str, str]:
    """The links of a Link header by relation."""
    pairs = (item.split(">; rel=") for item in header.split(", "))
    return {relation.strip('"'): url.removeprefix("<") for url, relation in pairs}


ADDRESSES = (
    "/api/openapi.json",
    "/api/queries",
    URL,
    f"{URL}.rq",
    f"{URL}/parameters/region",
    "/queries",
    "/queries/grant-deciders.ttl",
)


@pytest.mark.parametrize("url", ADDRESSES)
def test_what_a_client_has_is_not_sent_again(client: FlaskClient, url: str) -> None:
    tag = client.get(url).headers["ETag"]
    again = client.get(url, headers={"If-None-Match": tag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)


def test_another_format_parameter_or_version_has_another_tag(client: FlaskClient, catalogue: Catalogue) -> None:
    newer = create_app(world_engine("newer"), catalogue, texts=TEXTS).test_client()
    asked = [(URL, "text/csv"), (URL, "application/json"), (f"{URL}?lang=en", "text/csv")]
    tags = {app.get(url, headers={"Accept": a}).headers["ETag"] for app in (client, newer) for url, a in asked}
    assert len(tags) == 2 * len(asked)


@pytest.mark.parametrize("url", ADDRESSES)
def test_programs_and_pages_of_any_site_may_read(client: FlaskClient, url: str) -> None:
    response = client.get(url, headers={"Origin": "https://example.org"})
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "X-Total-Count" in response.headers["Access-Control-Expose-Headers"]
    preflight = client.options(url)
    assert preflight.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert {"GET", "HEAD", "OPTIONS"} == {name.strip() for name in preflight.headers["Allow"].split(",")}


@pytest.mark.parametrize("url", ADDRESSES)
def test_head_has_the_headers_of_get_and_no_body(client: FlaskClient, url: str) -> None:
    head, whole = client.head(url), client.get(url)
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["ETag"] == whole.headers["ETag"]
    assert head.headers["Content-Type"] == whole.headers["Content-Type"]
