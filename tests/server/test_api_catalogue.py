"""The catalogue for programs: the list, the values of parameters, the files, RDF by content negotiation, and the page of it all."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient

from govkg.publish.citation import query_version
from govkg.query.catalogue import Catalogue, read_catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.server.app import create_app

from .conftest import TEXTS, WORLD

URL = "/api/queries/grant-deciders"


@pytest.mark.parametrize(
    ("accept", "where"),
    [("*/*", "/api/openapi.json"), ("text/html", "/fi/api"), ("application/json", "/api/openapi.json")],
)
def test_the_bare_address_leads_programs_to_the_description_and_people_to_the_page(
    client: FlaskClient, accept: str, where: str
) -> None:
    response = client.get("/api", headers={"Accept": accept})
    assert (response.status_code, response.location) == (303, where)
    assert {"Accept", "Accept-Language"} == {name.strip() for name in response.headers["Vary"].split(",")}


def test_the_list_tells_of_each_query_what_it_asks_takes_and_gives(client: FlaskClient) -> None:
    found = client.get("/api/queries").get_json()
    query = next(entry for entry in found["queries"] if entry["id"] == "grant-deciders")
    assert found["data_version"] == "test"
    assert query["questions"] == {
        "en": "Who decides grants?",
        "fi": "Kuka päättää avustuksista?",
        "sv": "Vem beslutar om understöd?",
    }
    assert query["columns"][0] == {
        "name": "region", "kind": "thing", "labels": {"fi": "Alue", "sv": "Område", "en": "Region"}, "iri_column": "region_iri",
    }  # fmt: skip
    assert [(p["name"], p["type"], p["of"], p["depends"]) for p in query["parameters"]] == [
        ("region", "thing", "region", None), ("body", "thing", "body", "region"), ("since", "date", None, None), ("silent_only", "boolean", None, None),
    ]  # fmt: skip
    assert {"name": "csv", "media_type": "text/csv"} in query["formats"]


def test_every_link_of_the_list_leads_somewhere(client: FlaskClient) -> None:
    for query in client.get("/api/queries").get_json()["queries"]:
        links = query["links"]
        values = [p["values"] for p in query["parameters"] if p["values"]]
        for url in [links["answer"], links["file"], links["rdf"], *links["pages"].values(), *values]:
            assert client.get(url).status_code == 200, url


def test_the_version_of_a_query_changes_with_its_file(
    engine: EmbeddedEngine, client: FlaskClient, tmp_path: Path
) -> None:
    for path in (WORLD / "queries").iterdir():
        changed = path.read_text("utf-8") + ("# a word more\n" if path.stem == "grant-deciders" else "")
        (tmp_path / path.name).write_text(changed, "utf-8")
    other = create_app(engine, read_catalogue(tmp_path), texts=TEXTS).test_client()
    before, after = (
        {q["id"]: q["version"] for q in app.get("/api/queries").get_json()["queries"]} for app in (client, other)
    )
    assert before["region-graph"] == after["region-graph"]
    assert before["grant-deciders"] != after["grant-deciders"]


def test_the_file_of_a_query_comes_as_it_is(client: FlaskClient, catalogue: Catalogue) -> None:
    response = client.get(f"{URL}.rq")
    assert response.mimetype == "application/sparql-query"
    assert response.data == (WORLD / "queries" / "grant-deciders.rq").read_bytes()
    assert response.headers["Govkg-Query-Version"] == query_version(catalogue.get("grant-deciders"))


def test_the_values_of_a_parameter_have_slug_iri_and_labels_in_three_languages(client: FlaskClient) -> None:
    found = client.get(f"{URL}/parameters/region").get_json()
    assert found["values"][1] == {
        "slug": "metsala",
        "iri": "https://w3id.org/govkg/id/region/metsala",
        "labels": {"fi": "Metsälä", "sv": "Skogby", "en": "Woodland"},
    }


def test_the_values_of_a_depending_parameter_are_narrowed_by_the_other(client: FlaskClient) -> None:
    url = f"{URL}/parameters/body"
    assert client.get(url).get_json()["depends"] == "region"
    assert client.get(f"{url}?region=metsala").get_json()["total"] == 1
    assert client.get(f"{url}?region=jarvela").get_json()["total"] == 0
    assert client.get(f"{url}?region=nowhere").status_code == 400


def test_a_parameter_that_is_no_thing_has_no_list(client: FlaskClient) -> None:
    assert client.get(f"{URL}/parameters/since").get_json()["values"] == []
    assert client.get(f"{URL}/parameters/silent-only").get_json()["type"] == "boolean"


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("*/*", ox.RdfFormat.TURTLE),
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/ld+json, text/turtle;q=0.5", ox.RdfFormat.JSON_LD),
    ],
)
@pytest.mark.parametrize("url", ["/queries", "/queries/grant-deciders"])
def test_the_catalogue_and_each_query_come_as_rdf(
    client: FlaskClient, url: str, accept: str, form: ox.RdfFormat
) -> None:
    response = client.get(url, headers={"Accept": accept})
    assert response.mimetype == form.media_type
    assert "Accept" in response.headers["Vary"]
    assert "/queries/grant-deciders" in str({quad.subject for quad in ox.parse(response.data, format=form)})


def test_people_are_led_from_the_rdf_to_the_pages(client: FlaskClient) -> None:
    wish = {"Accept": "text/html", "Accept-Language": "sv"}
    assert client.get("/queries", headers=wish).location == "/sv/"
    assert client.get("/queries/grant-deciders", headers=wish).location == "/sv/q/grant-deciders"


def test_each_syntax_of_the_rdf_has_an_address_and_names_the_others(client: FlaskClient) -> None:
    response = client.get("/queries/region-graph.ttl")
    assert response.mimetype == "text/turtle"
    assert '</queries/region-graph.jsonld>; rel="alternate"; type="application/ld+json"' in response.headers["Link"]
    assert client.get("/queries.jsonld").mimetype == "application/ld+json"


def test_an_editor_finds_the_queries_and_the_prefixes_in_the_description_of_the_endpoint(client: FlaskClient) -> None:
    store = ox.Store()
    store.load(input=client.get("/sparql", headers={"Accept": "text/turtle"}).data, format=ox.RdfFormat.TURTLE)
    sh = "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    examples = "SELECT DISTINCT ?q ?query { ?q a sh:SPARQLExecutable ; rdfs:comment ?said ; sh:select|sh:ask|sh:construct ?query }"
    assert len(list(store.query(sh + examples))) == 2  # type: ignore[arg-type]
    assert list(store.query(sh + "SELECT ?n { [] sh:namespace ?n ; sh:prefix 'gov' }"))  # type: ignore[arg-type]


def test_the_page_of_the_api_has_an_example_of_every_question_that_works(
    page: Callable[..., str], client: FlaskClient
) -> None:
    html = page("/en/api")
    for url in (f"{URL}?region=metsala", "/api/queries/region-graph"):
        assert f'<a href="http://localhost{url}"><code>{url}</code></a>' in html
        assert client.get(url).get_json()["total"] > 0


def test_the_page_of_the_api_explains_every_kind_of_problem_at_its_iri(
    page: Callable[..., str], client: FlaskClient
) -> None:
    html = page("/fi/api")
    for url in (f"{URL}?region=none", f"{URL}?format=none", "/api/none"):
        kind = client.get(url).get_json()["type"].removeprefix("https://w3id.org/govkg/api#")
        assert f'<div id="{kind}">' in html
