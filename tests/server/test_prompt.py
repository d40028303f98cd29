"""A question that is of use for one thing at a time offers what to choose; things of one name are told apart."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from tests.query.dictionaries import Few
from tests.query.worlds import claim, engine_of
from tests.server.conftest import TEXTS

from govkg.core.names import ID
from govkg.query.catalogue import Catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.query.labels import Label
from govkg.query.search import Search
from govkg.server.app import create_app
from govkg.server.distinct import told_apart

CHOOSE = "Region: choose one"


@pytest.fixture(scope="module")
def choosing(engine: EmbeddedEngine, catalogue: Catalogue) -> FlaskClient:
    """The small world, where the question about deciders asks for a region first."""
    query = catalogue.get("grant-deciders")
    parameters = tuple(replace(p, choose=p.name == "region") for p in query.parameters)
    asking = replace(catalogue, queries={**catalogue.queries, query.id: replace(query, parameters=parameters)})
    return create_app(engine, asking, texts=TEXTS, search=Search(engine, asking, Few, kept=False)).test_client()


def test_what_to_choose_stands_above_the_whole_answer_as_links(choosing: FlaskClient) -> None:
    html = choosing.get("/en/q/grant-deciders").text
    assert CHOOSE in html
    assert 'href="/en/q/grant-deciders?region=jarvela"' in html.partition(CHOOSE)[2].partition("</section>")[0]
    assert "<table" in html


def test_who_has_chosen_is_not_asked_again(choosing: FlaskClient) -> None:
    assert CHOOSE not in choosing.get("/en/q/grant-deciders?region=jarvela").text


def test_a_question_that_is_of_use_as_a_whole_asks_for_nothing(client: FlaskClient) -> None:
    assert CHOOSE not in client.get("/en/q/grant-deciders").text


def test_bodies_of_one_name_are_told_apart_by_their_region_and_then_by_their_document() -> None:
    boards = {name: f"{ID}body/{name}" for name in ("a", "b", "c", "d")}
    engine = engine_of(
        claim("a", "gov:body body:a ; gov:region region:a"),
        claim("b", "gov:body body:b ; gov:region region:b"),
        'graph:evidence { document:e skos:prefLabel "Elsewhere"@en }',
        "graph:asserted { claim:x gov:body body:c ; gov:region region:b ; gov:document document:e }",
    )
    labels = {iri: Label("Hallitus", "fi") for iri in list(boards.values())[:3]} | {boards["d"]: Label("Muu", "fi")}
    found = {name: told_apart(engine, labels, "en")[iri].text for name, iri in boards.items()}
    assert found == {
        "a": "Hallitus (Region A)",
        "b": "Hallitus (Document)",
        "c": "Hallitus (Elsewhere)",
        "d": "Muu",
    }
