"""The answer of a free query on its page: things by their names, the files as they were."""

import json
from collections.abc import Iterable, Iterator

import pytest
from flask.testing import FlaskClient

from govkg.query.catalogue import Catalogue
from govkg.query.engine import EmbeddedEngine, Engine
from govkg.query.labels import Label, labels_of
from govkg.query.limits import Limits
from govkg.query.workers import Pool
from govkg.server.app import create_app

from .conftest import TEXTS

QUERY = "SELECT ?region ?n { VALUES (?region ?n) { (answer:stated 1) (status:in-rules 2) (<https://example.org/x> 3) (<javascript:alert(1)> 4) } }"


@pytest.fixture(scope="module")
def asking(engine: EmbeddedEngine, catalogue: Catalogue) -> Iterator[FlaskClient]:
    with Pool(engine.store, Limits(workers=2)) as pool:
        yield create_app(engine, catalogue, texts=TEXTS, pool=pool).test_client()


def page(client: FlaskClient, lang: str, query: str = QUERY) -> str:
    response = client.get(f"/{lang}/sparql", query_string={"query": query}, headers={"Accept": "text/html"})
    assert response.status_code == 200
    return response.text.partition("<table")[2].partition("</table>")[0]


def test_a_thing_stands_by_its_name_in_the_readers_language_with_its_short_iri(asking: FlaskClient) -> None:
    assert '>stated</a> <code class="short">answer:stated</code>' in page(asking, "en")
    assert '>mainittu</a> <code class="short">answer:stated</code>' in page(asking, "fi")


def test_what_has_no_name_stands_by_its_iri_alone_and_only_harmless_ones_are_links(asking: FlaskClient) -> None:
    html = page(asking, "en")
    assert '<td><a href="https://example.org/x" rel="external noreferrer">https://example.org/x</a></td>' in html
    assert "<td>javascript:alert(1)</td>" in html


def test_the_things_of_a_graph_have_their_names_too(asking: FlaskClient) -> None:
    html = page(asking, "en", "CONSTRUCT { answer:stated gov:region status:in-rules } WHERE {}")
    assert [name in html for name in (">stated</a>", ">in the rules</a>")] == [True, True]


def test_all_names_of_a_page_are_asked_for_at_once(asking: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(engine: Engine, iris: Iterable[str], lang: str) -> dict[str, Label]:
        asked.append(len(list(iris)))
        return labels_of(engine, iris, lang)

    monkeypatch.setattr("govkg.server.sparql_cells.labels_of", counted)
    page(asking, "en")
    assert asked == [3]


def test_of_very_many_things_only_some_are_named_and_the_page_says_so(
    asking: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govkg.server.sparql_cells.NAMED", 1)
    text = asking.get("/en/sparql", query_string={"query": QUERY}, headers={"Accept": "text/html"}).text
    assert "only some are shown by their names" in text
    assert ">stated</a>" in text
    assert ">status:in-rules</a>" in text


def test_programs_get_what_the_query_gives(asking: FlaskClient) -> None:
    response = asking.get(
        "/sparql", query_string={"query": QUERY}, headers={"Accept": "application/sparql-results+json"}
    )
    first = json.loads(response.data)["results"]["bindings"][0]["region"]
    assert first == {"type": "uri", "value": "https://w3id.org/govkg/id/answer/stated"}
