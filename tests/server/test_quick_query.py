"""Queries answered before Flask: the same answers as those of the page of the endpoint."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import parse_qsl, quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import Client

from govkg.query.catalogue import Catalogue
from govkg.query.limits import Limits
from govkg.query.workers import Pool
from govkg.server.app import create_app
from govkg.server.quick_query import QuickQuery, _pairs

from .conftest import TEXTS, world_engine

pytestmark = pytest.mark.alone

LIMITS = Limits(seconds=1.5, quick=0.4, rows=10, workers=2)
SELECT = "SELECT ?s ?o { ?s gov:region ?o } ORDER BY ?s ?o LIMIT 5"
ENDLESS = (
    "SELECT (COUNT(*) AS ?n) { "
    + " ".join(f"VALUES ?{v} {{ {' '.join(map(str, range(300)))} }}" for v in "abcde")
    + " }"
)


class Counting:
    """An application that counts what reaches it."""

    def __init__(self, app: Callable[..., Iterable[bytes]]) -> None:
        self.app, self.asked = app, 0

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        self.asked += 1
        return self.app(environ, start_response)


@pytest.fixture(scope="module")
def both(catalogue: Catalogue) -> Iterator[tuple[Client, Client, Counting]]:
    """A client of the pages, one of what stands before them, and the pages' count."""
    engine = world_engine()
    with Pool(engine.store, LIMITS) as pool:
        behind = Counting(create_app(engine, catalogue, texts=TEXTS, pool=pool))
        yield Client(behind), Client(QuickQuery(behind, pool, engine.version, "")), behind


def same(both: tuple[Client, Client, Counting], query_string: str, **request: Any) -> bool:
    """Whether the request was answered before Flask; both answers must be the same."""
    plain, quick, behind = both
    expected = plain.get("/sparql", query_string=query_string, **request)
    asked = behind.asked
    found = quick.get("/sparql", query_string=query_string, **request)
    assert (found.status, dict(found.headers), found.data) == (
        expected.status,
        dict(expected.headers),
        expected.data,
    )
    return behind.asked == asked


@pytest.mark.parametrize(
    "accept", [None, "*/*", "text/csv", "application/sparql-results+xml", "text/csv;q=0.1, text/tab-separated-values"]
)
@pytest.mark.parametrize("encoding", [None, "gzip", "gzip;q=0"])
def test_a_table_is_the_same_in_every_format(
    both: tuple[Client, Client, Counting], accept: str | None, encoding: str | None
) -> None:
    headers = {name: value for name, value in {"Accept": accept, "Accept-Encoding": encoding}.items() if value}
    assert same(both, f"query={quote(SELECT)}", headers=headers)


@pytest.mark.parametrize(
    "query_string",
    [
        f"query={quote('ASK {}')}",
        "query=ASK+%7B%7D&format=json",
        f"query={quote('CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 3')}&format=nt",
        f"query={quote(SELECT)}&format=csv&default-graph-uri=https://w3id.org/govkg/graph/asserted",
        f"query={quote('SELECT (<x> AS ?relative) {}')}",
        "query=" + quote("SELECT ('å %41 + = & \\u00e4' AS ?x) {}", safe=""),
    ],
)
def test_other_answers_for_programs_are_the_same(both: tuple[Client, Client, Counting], query_string: str) -> None:
    assert same(both, query_string)


@pytest.mark.parametrize(
    "query_string",
    [
        "",
        "query=",
        "query=ASK%7B%7D&query=ASK%7B%7D",
        "query=SELECT%20%7B",
        "query=%ZZ",
        "query=%ff",
        "update=CLEAR%20ALL",
        "query=ASK%7B%7D&format=nothing",
        f"query={quote('SELECT ?s { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }')}",
    ],
)
def test_what_is_not_plain_goes_to_the_page(both: tuple[Client, Client, Counting], query_string: str) -> None:
    assert not same(both, query_string)


@pytest.mark.parametrize("query", [ENDLESS, "SELECT ?s { ?s ?p ?o }", "SELECT ?x ?x {}", "SELECT (<urn:f>() AS ?x) {}"])
def test_a_fault_of_the_workers_is_told_by_the_page_which_does_not_ask_again(
    both: tuple[Client, Client, Counting], query: str
) -> None:
    assert not same(both, f"query={quote(query)}")


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "EXAMPLE.org"},
        {"Host": "example.org:8080"},
        {"Host": "example.org:80"},
        {"Host": "exa mple"},
        {"Accept": "text/html"},
        {"Accept": "image/png"},
        {"If-None-Match": '"x"'},
    ],
)
def test_other_requests_are_answered_the_same(both: tuple[Client, Client, Counting], headers: dict[str, str]) -> None:
    same(both, f"query={quote('ASK {}')}", headers=headers)


def test_what_says_something_new_each_time_is_not_to_be_kept(both: tuple[Client, Client, Counting]) -> None:
    answer = both[1].get("/sparql", query_string=f"query={quote('SELECT (NOW() AS ?now) {}')}")
    assert (answer.headers["Cache-Control"], "ETag" in answer.headers) == ("no-store", False)


@given(st.lists(st.tuples(st.text(), st.text()), max_size=3), st.booleans())
def test_a_form_is_read_as_the_standard_library_reads_it(pairs: list[tuple[str, str]], as_plus: bool) -> None:
    pairs = [
        (name.encode("utf-8", "ignore").decode(), value.encode("utf-8", "ignore").decode()) for name, value in pairs
    ]
    text = "&".join(f"{quote(name, safe='/=?')}={quote(value, safe='/=?')}" for name, value in pairs)
    text = text.replace("%20", "+") if as_plus else text
    assert _pairs(text) == parse_qsl(text, keep_blank_values=True, errors="strict")


@given(st.text(alphabet="%0aAfF=&+ \t.~\n", max_size=12))
def test_a_form_that_is_not_well_written_is_read_alike_or_left_to_others(text: str) -> None:
    found = _pairs(text)
    assert found is None or found == parse_qsl(text, keep_blank_values=True, errors="replace")
