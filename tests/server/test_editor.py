"""The editor's page: what is wrong while one types, which names there are, and a saved query opened."""

from collections.abc import Iterator
from html import unescape

import pytest
from flask.testing import FlaskClient

from govkg.query.catalogue import Catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.query.limits import Limits
from govkg.query.workers import Pool
from govkg.server.app import create_app

from .conftest import TEXTS

LIMITS = Limits(seconds=1, quick=0.5, workers=2, length=400)


@pytest.fixture(scope="module")
def typing(engine: EmbeddedEngine, catalogue: Catalogue) -> Iterator[FlaskClient]:
    with Pool(engine.store, LIMITS) as pool:
        yield create_app(engine, catalogue, texts=TEXTS, pool=pool).test_client()


def problems(client: FlaskClient, query: str, lang: str = "en") -> list[dict[str, object]]:
    response = client.post(f"/{lang}/sparql/check", data={"query": query})
    assert response.status_code == 200
    found: list[dict[str, object]] = response.json["problems"]  # type: ignore[index]
    return found


def test_a_query_that_is_right_has_no_problems_and_neither_has_an_empty_field(typing: FlaskClient) -> None:
    assert problems(typing, "SELECT * { ?claim gov:document ?d }") == problems(typing, " \n") == []


@pytest.mark.parametrize(
    ("query", "line", "column"),
    [("SELECT * {\n ?s ?p 'x }", 2, 8), ("SELECT *\n{ ?s ?p }", 2, 10), ("ASK {\n ?s nope:x ?o }", 2, 5)],
)
def test_what_the_guard_and_the_engine_have_against_it_is_told_with_its_place(
    typing: FlaskClient, query: str, line: int, column: int
) -> None:
    (problem,) = problems(typing, query)
    assert (problem["severity"], problem["line"], problem["column"]) == ("error", line, column)


def test_the_message_is_in_the_readers_language(typing: FlaskClient) -> None:
    assert str(problems(typing, "SELECT * {", "sv")[0]["message"]).startswith("Detta är inte SPARQL")


def test_a_query_that_would_never_end_is_read_and_not_asked(typing: FlaskClient) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { " + "".join(f"?a{i} ?b{i} ?c{i} . " for i in range(12)) + "}"
    assert problems(typing, endless) == []


def test_a_name_that_the_data_do_not_know_is_a_warning_as_long_as_the_name(typing: FlaskClient) -> None:
    (problem,) = problems(typing, "ASK { ?claim gov:documnt ?d }")
    assert (problem["severity"], problem["column"], problem["length"]) == ("warning", 14, 11)


def test_a_query_longer_than_the_limit_is_told_so(typing: FlaskClient) -> None:
    assert "400" in str(problems(typing, "ASK {}" + " " * 500)[0]["message"])


def test_names_come_by_the_beginning_of_a_word(typing: FlaskClient) -> None:
    found = typing.get("/fi/sparql/names?q=katsau").json
    assert any(name["insert"] == "document:katsaus-2022" for name in found["names"])  # type: ignore[index]
    assert typing.get("/fi/sparql/names").json == {"names": []}


def test_a_saved_query_opens_with_its_parameters_bound_without_its_header_and_unasked(
    typing: FlaskClient, catalogue: Catalogue
) -> None:
    saved = next(query for query in catalogue.queries.values() if query.parameters and query.form == "SELECT")
    page = typing.get(f"/en/sparql?open={saved.id}", headers={"Accept": "text/html"})
    shown = unescape(page.text.split("<textarea")[1].split(">\n", 1)[1].split("</textarea>")[0]).strip()
    assert shown == "\n".join(line for line in saved.sparql.split("\n") if not line.startswith("#+")).strip()
    assert 'id="answer"' not in page.text


def test_the_answers_page_leads_to_the_editor(page: object, typing: FlaskClient, catalogue: Catalogue) -> None:
    for query_id in catalogue.queries:
        assert f'href="/en/sparql?open={query_id}' in typing.get(f"/en/q/{query_id}").text


def test_to_open_a_query_that_there_is_not_is_a_page_that_names_the_nearest(
    typing: FlaskClient, catalogue: Catalogue
) -> None:
    near = next(iter(catalogue.queries))
    response = typing.get(f"/en/sparql?open={near}x", headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert f"/en/q/{near}" in response.text


def test_the_page_shows_the_line_of_a_mistake_and_marks_the_place(typing: FlaskClient) -> None:
    response = typing.get("/en/sparql?query=ASK+{%0A+?s+?p+'<b+}", headers={"Accept": "text/html"})
    assert response.status_code == 400
    assert '<code lang="en"> ?s ?p <mark>&#39;</mark>&lt;b }</code>' in response.text


def test_an_answer_says_that_a_name_in_the_query_is_in_no_statement(typing: FlaskClient) -> None:
    page = typing.get("/en/sparql?query=ASK+{+?c+gov:documnt+?d+}", headers={"Accept": "text/html"}).text
    assert "gov:documnt is in no statement" in page


def test_the_steps_of_a_query_are_told_in_the_readers_language_with_labels_and_counts(typing: FlaskClient) -> None:
    query = "SELECT ?d { ?c gov:document document:katsaus-2022 ; gov:document ?d FILTER(?d != ?c) } LIMIT 5"
    for lang, word in (("fi", "Etsi väittämät"), ("sv", "Sök satser"), ("en", "Find statements")):
        page = typing.get(f"/{lang}/sparql/plan", query_string={"query": query}).text
        assert word in page
        assert 'href="/' + lang + '/doc/katsaus-2022"' in page
    assert "Give at most 5 rows" in page
    assert "?d != ?c" in unescape(page)
    assert "(2 statements" in page


def test_a_query_that_cannot_be_explained_says_why(typing: FlaskClient) -> None:
    assert typing.get("/en/sparql/plan?query=").status_code == 400
    response = typing.get("/en/sparql/plan", query_string={"query": "ASK { ?s ?p <<( ?a ?b ?c )>> }"})
    assert response.status_code == 422
    assert "cannot be explained" in response.text


def test_a_query_is_taken_as_a_file_to_propose_it(typing: FlaskClient, catalogue: Catalogue) -> None:
    asked = {
        "query": "SELECT ?d { ?c gov:document ?d }",
        "title": "Mitkä asiakirjat?",
        "theme": next(iter(catalogue.themes)),
    }
    response = typing.get("/fi/sparql/proposal", query_string=asked)
    assert response.headers["Content-Disposition"] == 'attachment; filename="mitka-asiakirjat.rq"'
    assert '#+ summary_fi: "Mitkä asiakirjat?"' in response.text
    assert "#+   d: thing" in response.text
    assert typing.get("/fi/sparql/proposal", query_string=asked | {"query": "SELECT * {"}).status_code == 400
    assert typing.get("/fi/sparql/proposal", query_string=asked | {"title": " "}).status_code == 400
    assert typing.get("/fi/sparql/proposal", query_string=asked | {"theme": "nope"}).status_code == 400
    assert typing.get("/fi/sparql/proposal", query_string=asked | {"query": "DESCRIBE <urn:x>"}).status_code == 200


def test_the_page_of_an_answer_offers_to_propose_its_query(typing: FlaskClient) -> None:
    page = typing.get("/sv/sparql", query_string={"query": "ASK {}"}, headers={"Accept": "text/html"}).text
    assert 'action="/sv/sparql/proposal"' in page
    assert '<input type="hidden" name="query" value="ASK {}">' in page
