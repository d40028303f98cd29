"""The result of a query of one's own as a file for spreadsheets: nothing in it runs, and the endpoint's own CSV stays as it is."""

import csv
import io

import openpyxl
import pytest
from flask.testing import FlaskClient
from tests.server.test_sparql import asking  # noqa: F401  the client with workers

FORMULAS = ("=1+1", "+1+1", "-2+3", "@SUM(1)", "\t=1", "plain")
VALUES = " ".join(f'"{text}"'.replace("\t", "\\t") for text in FORMULAS)
QUERY = f"SELECT ?x ?n {{ VALUES ?x {{ {VALUES} }} BIND(2.50 AS ?n) }}"


@pytest.fixture
def client(asking: FlaskClient) -> FlaskClient:  # noqa: F811
    return asking


def test_formulas_are_defused_in_csv_and_untouched_in_the_protocols(client: FlaskClient) -> None:
    safe = client.get("/sparql/export.csv", query_string={"query": QUERY})
    assert safe.headers["Content-Disposition"] == "attachment; filename=govkg.csv"
    rows = list(csv.reader(io.StringIO(safe.text, newline="")))
    assert rows[0] == ["x", "n"]
    assert [row[0] for row in rows[1:]] == [*(f"'{text}" for text in FORMULAS[:-1]), "plain"]
    raw = client.get("/sparql", query_string={"query": QUERY, "format": "csv"}).text
    assert [row[0] for row in csv.reader(io.StringIO(raw, newline=""))][1:] == list(FORMULAS)


def test_a_workbook_has_numbers_as_numbers_and_formulas_as_texts(client: FlaskClient) -> None:
    data = client.get("/sparql/export.xlsx", query_string={"query": QUERY}).data
    sheet = openpyxl.load_workbook(io.BytesIO(data))["result"]
    cells = [(row[0].data_type, row[1].value) for row in sheet.iter_rows(min_row=2)]
    assert cells == [("s", 2.5)] * len(FORMULAS)


def test_the_page_of_an_answer_links_both(client: FlaskClient) -> None:
    html = client.get(
        "/en/sparql", query_string={"query": "SELECT ?x { VALUES ?x { 1 } }"}, headers={"Accept": "text/html"}
    ).text
    assert '"/sparql/export.xlsx?query=SELECT' in html
    assert '"/sparql/export.csv?query=SELECT' in html


@pytest.mark.parametrize(
    ("query", "status"), [("", 400), ("ASK {}", 406), ("SELECT", 400), ("DELETE WHERE { ?s ?p ?o }", 403)]
)
def test_what_gives_no_table_is_refused_as_at_the_endpoint(client: FlaskClient, query: str, status: int) -> None:
    response = client.get("/sparql/export.csv", query_string={"query": query})
    assert response.status_code == status
    assert "Content-Disposition" not in response.headers
