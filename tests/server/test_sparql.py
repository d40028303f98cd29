"""The SPARQL endpoint and its page."""

import gzip
import json
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from govkg.core.names import GRAPHS
from govkg.query.catalogue import Catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.query.limits import Limits
from govkg.query.workers import Pool
from govkg.server.app import create_app

from .conftest import TEXTS

JSON, XML, TURTLE = "application/sparql-results+json", "application/sparql-results+xml", "text/turtle"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
LIMITS = Limits(seconds=1, quick=0.5, rows=120, size=1_000_001, length=4_000, depth=20, parts=100, graphs=3, workers=2)
DATA = b'<urn:s> <urn:p> "yksi"@fi <urn:g1> .\n<urn:s> <urn:p> <javascript:x()> <urn:g2> .\n'
ENDLESS = (
    "SELECT (COUNT(*) AS ?n) { "
    + " ".join(f"VALUES ?{v} {{ {' '.join(map(str, range(99)))} }}" for v in "abcdefgh")
    + " }"
)
GROUP = "{ "


@pytest.fixture(scope="module")
def asking(catalogue: Catalogue) -> Iterator[FlaskClient]:
    store = ox.Store()
    store.load(input=DATA, format=ox.RdfFormat.N_QUADS)
    with Pool(store, LIMITS) as pool:
        yield create_app(EmbeddedEngine(store, "test"), catalogue, texts=TEXTS, pool=pool).test_client()


def ask(client: FlaskClient, query: str, accept: str | None = JSON, **rest: str) -> TestResponse:
    headers = {"Accept": accept} if accept else {}
    return client.get("/sparql?" + urlencode({"query": query, **rest}), headers=headers)


def true(response: TestResponse) -> bool:
    assert response.status_code == 200, response.text
    found: bool = json.loads(response.text)["boolean"]
    return found


def test_a_query_is_answered_by_get_by_form_and_as_a_body(asking: FlaskClient) -> None:
    query = 'ASK { FILTER("ä+%&=" = "ä+%&=") }'
    assert true(ask(asking, query))
    assert true(asking.post("/sparql", data={"query": query}))
    assert true(asking.post("/sparql", data=query.encode(), content_type=f"{DIRECT}; charset=utf-8"))


@pytest.mark.parametrize(
    ("query", "accept", "sent"),
    [
        ("SELECT * {}", None, JSON),
        ("SELECT * {}", "application/json", JSON),
        ("SELECT * {}", f"{JSON};q=0.2, {XML};q=0.3", XML),
        ("SELECT * {}", "text/csv", "text/csv"),
        ("SELECT * {}", "text/tab-separated-values", "text/tab-separated-values"),
        ("ASK {}", XML, XML),
        ("DESCRIBE <urn:s>", None, TURTLE),
        ("DESCRIBE <urn:s>", "application/n-triples", "application/n-triples"),
        ("DESCRIBE <urn:s>", "application/rdf+xml", "application/rdf+xml"),
        ("DESCRIBE <urn:s>", "application/ld+json", "application/ld+json"),
        ("DESCRIBE <urn:s>", "application/trig", "application/trig"),
        ("DESCRIBE <urn:s>", "application/n-quads", "application/n-quads"),
        ("SELECT * {}", "text/html", "text/html"),
    ],
)
def test_the_answer_is_in_the_format_that_the_client_likes_best(
    asking: FlaskClient, query: str, accept: str | None, sent: str
) -> None:
    response = ask(asking, query, accept)
    assert (response.status_code, response.mimetype) == (200, sent)
    assert {"Accept", "Accept-Encoding"} <= set(response.headers["Vary"].split(", "))


@pytest.mark.parametrize(
    ("query", "accept"), [("SELECT * {}", "image/png"), ("ASK {}", "text/csv"), ("DESCRIBE <urn:s>", JSON)]
)
def test_a_format_that_cannot_hold_the_answer_is_not_acceptable(asking: FlaskClient, query: str, accept: str) -> None:
    assert ask(asking, query, accept).status_code == 406


def test_the_url_may_name_the_format(asking: FlaskClient) -> None:
    assert ask(asking, "SELECT * {}", format="csv").mimetype == "text/csv"
    assert ask(asking, "SELECT * {}", format="ttl").status_code == 406


def test_only_the_graphs_that_the_request_names_are_asked(asking: FlaskClient) -> None:
    assert true(ask(asking, "ASK { ?s ?p 'yksi'@fi }", **{"default-graph-uri": "urn:g1"}))
    assert not true(ask(asking, "ASK { ?s ?p 'yksi'@fi }", **{"default-graph-uri": "urn:g2"}))
    assert not true(ask(asking, "ASK { GRAPH ?g { ?s ?p ?o } }", **{"default-graph-uri": "urn:g1"}))
    assert true(ask(asking, "ASK { GRAPH <urn:g2> { ?s ?p ?o } }", **{"named-graph-uri": "urn:g2"}))
    assert not true(ask(asking, "ASK { ?s ?p ?o }", **{"named-graph-uri": "urn:g2"}))


@pytest.mark.parametrize("graph", ["file:///etc/passwd", "http://127.0.0.1:9/", "/etc/passwd"])
def test_a_graph_that_is_not_in_the_data_is_empty_and_never_fetched(asking: FlaskClient, graph: str) -> None:
    assert not true(ask(asking, f"ASK FROM <{graph}> {{ ?s ?p ?o }}"))
    assert not true(ask(asking, f"ASK {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"))


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        ("query=ASK{}&query=ASK{}", FORM, 400),
        ("foo=bar", FORM, 400),
        ("query=", FORM, 400),
        ("", DIRECT, 400),
        ("query=%FF", FORM, 400),
        (b"ASK {} #\xff", DIRECT, 400),
        ("query=ASK{}&default-graph-uri=relative", FORM, 400),
        ("query=ASK{}" + "&default-graph-uri=urn:x" * 4, FORM, 400),
        ("ASK {}", "text/plain", 415),
        ("", None, 415),
        ("query=ASK{}&update=DROP ALL", FORM, 403),
        ("update=DROP ALL", FORM, 403),
        ("DROP ALL", "application/sparql-update", 403),
        ("DROP ALL", DIRECT, 403),
        ("SELECT * { SERVICE <http://127.0.0.1/> {} }", DIRECT, 403),
        ("ASK {} #" + "x" * 4_000, DIRECT, 413),
        ("x" * 70_000, DIRECT, 413),
    ],
)
def test_what_is_no_request_of_the_protocol_or_asks_for_more_than_reading_is_refused(
    asking: FlaskClient, body: str | bytes, content_type: str | None, status: int
) -> None:
    response = asking.post("/sparql", data=body, content_type=content_type)
    assert response.status_code == status, response.text
    assert response.text.strip()
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_told_which_are_allowed(asking: FlaskClient, method: str) -> None:
    response = asking.open("/sparql?query=ASK{}", method=method)
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, POST, OPTIONS"


def test_a_browser_of_another_site_may_ask(asking: FlaskClient) -> None:
    response = asking.options(
        "/sparql", headers={"Origin": "https://example.fi", "Access-Control-Request-Method": "POST"}
    )
    assert response.status_code == 204
    assert "POST" in response.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in response.headers["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in response.headers


def test_head_answers_as_get_does_without_the_body(asking: FlaskClient) -> None:
    response = asking.head("/sparql?query=ASK{}")
    assert (response.status_code, response.mimetype, response.data) == (200, JSON, b"")


def test_an_answer_that_the_client_has_is_not_sent_again_and_each_format_is_another(asking: FlaskClient) -> None:
    tag = ask(asking, "SELECT * {}").headers["ETag"]
    known = asking.get(
        "/sparql?" + urlencode({"query": "SELECT * {}"}), headers={"Accept": JSON, "If-None-Match": f'"x", {tag}'}
    )
    assert (known.status_code, known.data, known.headers["ETag"]) == (304, b"", tag)
    assert ask(asking, "SELECT * {}", XML).headers["ETag"] != tag
    assert ask(asking, "SELECT * {} ").headers["ETag"] != tag


def test_an_answer_that_is_new_each_time_may_not_be_kept(asking: FlaskClient) -> None:
    response = ask(asking, "SELECT (RAND() AS ?x) {}")
    assert "ETag" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"


def test_a_long_answer_is_compressed_for_who_takes_it(asking: FlaskClient) -> None:
    url = "/sparql?" + urlencode({"query": f"SELECT ('{'x' * 2000}' AS ?x) {{}}"})
    plain, packed = asking.get(url), asking.get(url, headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data


@pytest.mark.parametrize(
    ("query", "status", "limit"),
    [
        ("ASK { " + GROUP * 20 + "} " * 20 + "}", 400, "depth=20"),
        ("ASK { " + "{} " * 100 + "}", 400, "parts=100"),
        ("ASK {} #" + "x" * 4_000, 413, "length=4000"),
        (f"SELECT ?x {{ VALUES ?x {{ {' '.join(map(str, range(121)))} }} }}", 422, "rows=120"),
        (
            "SELECT (CONCAT("
            + ",".join([f"'{'x' * 300}'"] * 9)
            + ") AS ?x) { VALUES ?y { 1 2 3 4 5 6 7 8 9 } VALUES ?z { "
            + "1 " * 45
            + "} } ",
            422,
            "size=1000001",
        ),
        (ENDLESS, 503, "seconds=1"),
    ],
)
def test_a_limit_that_bites_is_named_in_status_header_and_body_and_nothing_else_is_sent(
    asking: FlaskClient, query: str, status: int, limit: str
) -> None:
    response = ask(asking, query)
    assert (response.status_code, response.headers["Govkg-Limit"]) == (status, limit)
    assert limit.partition("=")[2] in response.text
    assert response.mimetype == "text/plain"
    assert true(ask(asking, "ASK {}"))


def test_a_mistake_is_told_with_line_and_column(asking: FlaskClient) -> None:
    response = ask(asking, "SELECT * {\n ?s ?p 'x }")
    assert response.status_code == 400
    assert response.text.startswith("Line 2, column 8:")


def test_without_a_query_the_endpoint_describes_itself(asking: FlaskClient) -> None:
    sd = "http://www.w3.org/ns/sparql-service-description#"
    for media_type in (TURTLE, "application/rdf+xml", "application/n-triples", "application/ld+json"):
        response = asking.get("/sparql", headers={"Accept": media_type})
        assert response.mimetype == media_type
        told = {
            (q.predicate.value, getattr(q.object, "value", ""))
            for q in ox.parse(response.data, format=ox.RdfFormat.from_media_type(media_type))
        }
        assert (sd + "endpoint", "http://localhost/sparql") in told
        assert (sd + "feature", sd + "UnionDefaultGraph") in told
        assert {o for p, o in told if p == sd + "name"} == {"urn:g1", "urn:g2"}
        assert not any("Update" in o for p, o in told if p == sd + "supportedLanguage")


@pytest.mark.parametrize(("lang", "word"), [("fi", "Kysely"), ("sv", "Fråga"), ("en", "Query")])
def test_a_browser_gets_a_form_in_its_language(asking: FlaskClient, lang: str, word: str) -> None:
    for response in (
        asking.get("/sparql", headers={"Accept": "text/html", "Accept-Language": lang}),
        asking.get(f"/{lang}/sparql", headers={"Accept": "text/html"}),
    ):
        assert response.status_code == 200
        assert "Accept-Language" in response.headers["Vary"]
        assert f'<label for="query">{word}</label>' in response.text
        assert f'method="get" action="/{lang}/sparql"' in response.text
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]


def test_a_browser_gets_the_answer_as_a_table_with_files_to_take(asking: FlaskClient) -> None:
    page = ask(asking, "SELECT ?o { <urn:s> ?p ?o FILTER(isLiteral(?o)) }", "text/html").text
    assert '<th scope="col">o</th>' in page
    assert "<td>yksi</td>" in page or '<td><span lang="fi">yksi</span></td>' in page
    for url in (part.split('"')[0] for part in unescape(page).split('class="button" href="')[1:]):
        assert asking.get(url).status_code == 200


def test_a_browser_gets_yes_or_no_and_statements(asking: FlaskClient) -> None:
    assert "(true)" in ask(asking, "ASK {}", "text/html").text
    assert "urn:s" in ask(asking, "DESCRIBE <urn:s>", "text/html").text
    assert "<td>" not in ask(asking, "SELECT * { ?s <urn:none> ?o }", "text/html").text


def test_long_answers_come_a_page_at_a_time_with_their_whole_length_said(asking: FlaskClient) -> None:
    query = f"SELECT ?x {{ VALUES ?x {{ {' '.join(map(str, range(110)))} }} }}"
    first = ask(asking, query, "text/html").text
    assert first.count("<tr><td>") == 100
    assert "110" in first
    assert ask(asking, query, "text/html", page="2").text.count("<tr><td>") == 10


def test_what_a_browser_sees_runs_no_script_of_others(asking: FlaskClient) -> None:
    evil = '"><script>x()</script>'
    for query in (f"SELECT {evil}", "SELECT ?o { <urn:s> ?p ?o }", f"SELECT ({json.dumps(evil)} AS ?x) {{}}"):
        page = ask(asking, query, "text/html").text
        assert page.count("<script") == page.count('<script type="module" src="/static/') == 1
        assert 'href="javascript:' not in page


def test_a_mistake_on_the_page_is_told_in_its_language_with_the_query_kept(asking: FlaskClient) -> None:
    response = asking.get("/sv/sparql?" + urlencode({"query": "SELECT * {"}), headers={"Accept": "text/html"})
    assert response.status_code == 400
    assert "Rad 1, kolumn 10:" in response.text
    assert "SELECT * {</textarea>" in response.text


def test_without_workers_the_endpoint_says_that_it_answers_none(client: FlaskClient) -> None:
    response = ask(client, "ASK {}")
    assert response.status_code == 503
    assert response.headers["Retry-After"]


def test_the_description_names_our_graphs(client: FlaskClient) -> None:
    assert GRAPHS in client.get("/sparql", headers={"Accept": "application/n-triples"}).text
