"""Every IRI of ours leads a browser to a page and a program to data."""

import re
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient

from govkg.publish.rdf_forms import FORMS
from govkg.query.catalogue import Catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.server.app import create_app

from .conftest import TEXTS

Page = Callable[..., str]
REGION = "/id/region/metsala"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
IRIS = {  # an IRI's path → its page and its data
    REGION: ("/en/thing/region/metsala", "/data/region/metsala.ttl"),
    "/id/claim/katsaus-2022/silence-2": ("/en/claim/katsaus-2022/silence-2", "/data/claim/katsaus-2022/silence-2.ttl"),
    "/id/document/katsaus-2022": ("/en/doc/katsaus-2022", "/data/document/katsaus-2022.ttl"),
    "/id/inference/1": ("/en/thing/inference/1", "/data/inference/1.ttl"),
    "/def": ("/en/ontology", "/data/def.ttl"),
    "/def/0.1.0": ("/en/ontology", "/data/def.ttl"),
    "/graph/asserted": ("/en/data#graph-asserted", "/data/graph/asserted.ttl"),
    "/catalog": ("/en/data", "/data/catalog.ttl"),
    "/.well-known/void": ("/en/data", "/data/void.ttl"),
    "/": ("/en/", "/data/catalog.ttl"),
    "/data/region/metsala": ("/en/thing/region/metsala", "/data/region/metsala.ttl"),
}


@pytest.mark.parametrize("path", IRIS)
@pytest.mark.parametrize(
    ("accept", "which"), [(BROWSER, 0), ("*/*", 0), ("text/turtle", 1), ("text/html;q=0.3, text/turtle", 1)]
)
def test_an_iri_leads_to_a_page_or_to_data_as_the_client_asks(
    client: FlaskClient, path: str, accept: str, which: int
) -> None:
    response = client.get(path, headers={"Accept": accept, "Accept-Language": "en"})
    assert (response.status_code, response.location) == (303, "http://localhost" + IRIS[path][which])
    assert response.headers["Vary"] == "Accept, Accept-Language"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(response.location).status_code == 200


@pytest.mark.parametrize("suffix", FORMS)
def test_each_format_has_its_address_and_type_and_is_about_the_thing(client: FlaskClient, suffix: str) -> None:
    kind = FORMS[suffix]
    assert client.get(REGION, headers={"Accept": kind.media_type}).location.endswith(f"/data/region/metsala.{suffix}")
    response = client.get(f"/data/region/metsala.{suffix}")
    assert response.mimetype == kind.media_type
    subjects = {quad.subject for quad in ox.parse(input=response.data, format=kind.syntax)}
    assert ox.NamedNode("https://w3id.org/govkg/id/region/metsala") in subjects


def test_a_client_that_takes_none_of_our_formats_is_told_them(client: FlaskClient) -> None:
    response = client.get(REGION, headers={"Accept": "image/png"})
    assert response.status_code == 406
    assert all(form.media_type in response.text for form in FORMS.values())
    assert "/data/region/metsala.ttl" in response.text
    assert '/thing/region/metsala"' in response.text


def test_an_ending_that_is_no_format_is_answered_with_the_page_and_the_formats(page: Page) -> None:
    html = page("/data/region/metsala.docx", 406)
    assert '/thing/region/metsala"' in html
    assert re.findall(r'href="/data/region/metsala\.(\w+)"', html) == list(FORMS)


def test_of_a_thing_that_there_is_not_no_format_is_offered(page: Page) -> None:
    assert "/data/region/metsalo." not in page("/data/region/metsalo.docx", 404)


@pytest.mark.parametrize("accept", ["text/html", "text/turtle", "*/*"])
@pytest.mark.parametrize(
    "path",
    [
        "/id/region/metsalo",
        "/id/none/x",
        "/def/9",
        "/graph/none",
        "/.well-known/genid/none",
        "/data/region/metsalo.ttl",
        "/data/none.ttl",
        "/id/region/%3E%20x",
        "/id/region/%00",
    ],
)
def test_what_is_not_there_is_404_for_pages_and_data_alike(client: FlaskClient, path: str, accept: str) -> None:
    assert client.get(path, headers={"Accept": accept}).status_code == 404


def test_an_unknown_iri_is_answered_with_the_nearest(page: Page) -> None:
    assert "/fi/thing/region/metsala" in page("/id/region/metsalo", 404)


def test_head_has_the_headers_of_get(client: FlaskClient) -> None:
    got, head = client.get("/data/region/metsala.ttl"), client.head("/data/region/metsala.ttl")
    assert (head.status_code, head.mimetype, head.data) == (got.status_code, got.mimetype, b"")
    assert head.headers["Link"] == got.headers["Link"]


def test_data_that_the_client_has_is_not_sent_again(client: FlaskClient) -> None:
    tag = client.get("/data/region/metsala.ttl").headers["ETag"]
    assert client.get("/data/region/metsala.ttl", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/data/region/metsala.nt", headers={"If-None-Match": tag}).status_code == 200


def test_data_links_to_its_thing_its_other_formats_its_page_and_the_dataset(client: FlaskClient) -> None:
    links = client.get("/data/region/metsala.ttl", headers={"Accept-Language": "sv"}).headers["Link"]
    assert '<https://w3id.org/govkg/id/region/metsala>; rel="describes"' in links
    assert '</data/region/metsala.rdf>; rel="alternate"; type="application/rdf+xml"' in links
    assert '</sv/thing/region/metsala>; rel="alternate"; type="text/html"' in links
    assert '<https://w3id.org/govkg/.well-known/void>; rel="describedby"' in links
    assert 'rel="next"' not in links


@pytest.mark.parametrize(
    "path",
    [
        "/en/thing/region/metsala",
        "/en/claim/katsaus-2022/silence-2",
        "/en/doc/katsaus-2022",
        "/en/ontology",
        "/en/data",
    ],
)
def test_a_page_about_a_thing_links_to_its_data_in_the_head_and_in_the_headers_and_names_its_topic(
    client: FlaskClient, path: str
) -> None:
    response = client.get(path)
    assert '.jsonld>; rel="alternate"; type="application/ld+json"' in response.headers["Link"]
    assert 'rel="describedby"; type="text/turtle"' in response.headers["Link"]
    assert '<link rel="alternate" type="text/turtle" href="/data/' in response.text
    assert '<link property="foaf:primaryTopic" href="https://w3id.org/govkg/' in response.text


def test_a_page_about_no_one_thing_links_to_no_data(client: FlaskClient) -> None:
    assert "Link" not in client.get("/en/about").headers


def test_many_incoming_links_are_paged_and_each_page_leads_to_the_next(catalogue: Catalogue) -> None:
    lines = "\n".join(
        f"<https://w3id.org/govkg/id/body/b{n}> <https://w3id.org/govkg/def#area> <https://w3id.org/govkg/id/region/a> ."
        for n in range(501)
    )
    store = ox.Store()
    store.bulk_load(input=f"<https://w3id.org/govkg/graph/asserted> {{ {lines} }}".encode(), format=ox.RdfFormat.TRIG)
    client = create_app(EmbeddedEngine(store, "many"), catalogue, texts=TEXTS).test_client()
    first, second = client.get("/data/region/a.nt"), client.get("/data/region/a.nt?page=2")
    assert '</data/region/a.nt?page=2>; rel="next"' in first.headers["Link"]
    assert '</data/region/a.nt>; rel="prev"' in second.headers["Link"]
    assert "data/region/a?page=2" in first.text
    assert (first.text.count("def#area>"), second.text.count("def#area>")) == (500, 1)
    for page in ("3", "0", "x", "99999999999999999999"):
        assert client.get(f"/data/region/a.nt?page={page}").status_code == 404


def test_a_withdrawn_iri_is_gone_and_says_why_and_what_is_in_its_place(
    engine: EmbeddedEngine, catalogue: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / "withdrawn.yaml"
    path.write_text(
        "- iri: https://w3id.org/govkg/id/region/vanha\n  withdrawn: 2026-12-01\n  reason_fi: Yhdistyi.\n  reason_sv: Sammanslogs.\n"
        "  reason_en: It merged.\n  replacement: https://w3id.org/govkg/id/region/metsala\n",
        encoding="utf-8",
    )
    client = create_app(engine, catalogue, texts=TEXTS, withdrawn=path).test_client()
    for url in ("/id/region/vanha", "/data/region/vanha", "/data/region/vanha.ttl", "/en/thing/region/vanha"):
        response = client.get(url, headers={"Accept": "text/turtle", "Accept-Language": "en"})
        assert response.status_code == 410
        assert "It merged." in response.text
        assert "/en/thing/region/metsala" in response.text


@pytest.mark.parametrize("url", ["/claim/katsaus-2022/vanha", "/doc/katsaus-2022?claim=katsaus-2022/vanha"])
def test_a_page_and_a_quote_of_a_withdrawn_claim_are_gone_too(
    engine: EmbeddedEngine, catalogue: Catalogue, tmp_path: Path, url: str
) -> None:
    path = tmp_path / "withdrawn.yaml"
    path.write_text(
        "- iri: https://w3id.org/govkg/id/claim/katsaus-2022/vanha\n  withdrawn: 2026-12-01\n"
        "  reason_fi: Luettiin väärin.\n  reason_sv: Fel läst.\n  reason_en: It was misread.\n",
        encoding="utf-8",
    )
    response = create_app(engine, catalogue, texts=TEXTS, withdrawn=path).test_client().get(f"/en{url}")
    assert response.status_code == 410
    assert "It was misread. Nothing stands in its place." in response.text


def test_nothing_can_be_written_at_an_iri(client: FlaskClient) -> None:
    for method in ("PUT", "POST", "PATCH", "DELETE"):
        assert client.open(REGION, method=method).status_code == 405
