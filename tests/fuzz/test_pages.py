"""Every address asked with anything for its parts and parameters: a page, a refusal, never a fault of the program."""

import re
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from hypothesis import example, given, settings
from hypothesis import strategies as st

from govkg.query.catalogue import read_catalogue
from govkg.server.app import create_app
from tests.server.conftest import TEXTS, WORLD, world_engine

APP = create_app(world_engine(), read_catalogue(WORLD / "queries"), texts=TEXTS)
RULES = sorted({rule.rule for rule in APP.url_map.iter_rules() if "GET" in (rule.methods or ())})
KNOWN = [
    "grant-deciders",
    "region-graph",
    "metsala",
    "katsaus-2022",
    "def",
    "region",
    "ResponsibilityClaim",
    "csv",
    "ttl",
]
NAMES = [
    "region",
    "body",
    "q",
    "page",
    "sort",
    "filter",
    "view",
    "limit",
    "offset",
    "format",
    "lang",
    "f.body",
    "f.region",
]
NAMES += ["v.metsala", "query", "default-graph-uri", "as", "ids", "a", "b"]
VALUES = [
    "0",
    "-1",
    "1e9",
    "9" * 400,
    "٣",
    "metsala",
    "Järjestölautakunta",
    "-",
    "''",
    '"><script>',
    "%00",
    "\x00",
    "{{7*7}}",
]
HOLE = re.compile(r"<(?:any\(([^)]*)\):)?[^>]*>")
TYPES = ["application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"]
HEADERS = ["Accept", "Accept-Language", "Accept-Encoding", "If-None-Match", "Host", "Range", "Cookie"]
texts = st.one_of(st.sampled_from(KNOWN), st.sampled_from(VALUES), st.text(max_size=30))
pairs = st.lists(st.tuples(st.one_of(st.sampled_from(NAMES), st.text(max_size=8)), texts), max_size=4)
visible = st.characters(min_codepoint=32, max_codepoint=255)


@pytest.fixture(scope="module")
def asking() -> FlaskClient:
    return APP.test_client()


@pytest.mark.parametrize("rule", RULES)
@settings(max_examples=15, deadline=None, derandomize=True)
@given(data=st.data(), given_pairs=pairs, raw=st.binary(max_size=12))
def test_an_address_never_leads_to_a_fault(
    asking: FlaskClient, rule: str, data: st.DataObject, given_pairs: list[tuple[str, str]], raw: bytes
) -> None:
    def part(hole: re.Match[str]) -> str:
        return data.draw(st.sampled_from(hole[1].split(", "))) if hole[1] else quote(data.draw(texts), safe="/.")

    query = "&".join(f"{quote(name)}={quote(value)}" for name, value in given_pairs).encode() + raw
    raw_query = {"QUERY_STRING": query.decode("latin-1")}
    with asking.get(HOLE.sub(part, rule), environ_overrides=raw_query) as response:
        assert response.status_code < 500 or response.status_code == 503


@settings(max_examples=100, deadline=None, derandomize=True)
@given(path=st.text(max_size=40), headers=st.dictionaries(st.sampled_from(HEADERS), st.text(visible, max_size=30)))
@example(path="/", headers={})
@example(path="\x00", headers={})
def test_any_path_and_any_headers_are_answered(asking: FlaskClient, path: str, headers: dict[str, str]) -> None:
    with asking.get("/" + quote(path), headers=headers) as response:
        assert response.status_code < 500


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.one_of(st.binary(max_size=60), st.text(max_size=60).map(str.encode), st.just(b"query=ASK{}")),
    st.one_of(st.sampled_from(TYPES), st.text(visible, max_size=20)),
)
def test_any_body_of_any_type_is_answered_by_the_endpoint(asking: FlaskClient, body: bytes, kind: str) -> None:
    response = asking.post("/sparql", data=body, headers={"Content-Type": kind})
    assert response.status_code < 500 or response.status_code == 503
