"""A thing in the middle of those it is linked to."""

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from flask import Flask

from govkg.core.names import DEF, ID
from govkg.query.catalogue import Catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.server.app import create_app
from govkg.server.graphs.model import Graph
from govkg.server.graphs.neighbourhood import neighbourhood

from ..conftest import TEXTS

WORLD = f"""
@prefix gov: <{DEF}> . @prefix id: <{ID}> . @prefix graph: <https://w3id.org/govkg/graph/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
graph:ontology {{
  gov:Committee rdfs:label "Committee"@en .
  <{ID}task/grants> skos:broader <{ID}task/money> ; skos:inScheme <{ID}scheme/task> .
  <{ID}role/decides> skos:prefLabel "decides"@en . <{ID}role/prepares> skos:prefLabel "prepares"@en .
}}
graph:asserted {{
  <{ID}body/here/board> a gov:Committee ; gov:area <{ID}region/here> .
  <{ID}body/there/board> a gov:Committee ; gov:area <{ID}region/there> .
  <{ID}claim/d/1> a gov:ResponsibilityClaim ; gov:document <{ID}document/d> ; gov:region <{ID}region/here> ; gov:body <{ID}body/here/board> ; gov:role <{ID}role/decides> ; gov:task <{ID}task/grants> .
  <{ID}claim/d/2> a gov:ResponsibilityClaim ; gov:document <{ID}document/d> ; gov:region <{ID}region/here> ; gov:body <{ID}body/here/board> ; gov:role <{ID}role/prepares> ; gov:task <{ID}task/grants> .
  <{ID}claim/d/3> a gov:ResponsibilityClaim ; gov:document <{ID}document/d> ; gov:region <{ID}region/there> ; gov:body <{ID}body/there/board> ; gov:role <{ID}role/decides> ; gov:task <{ID}task/grants> .
  <{ID}claim/d/4> a gov:CooperationClaim ; gov:document <{ID}document/d> ; gov:region <{ID}region/here> ; gov:party <{ID}region/there> .
}}
graph:inferred {{ <{ID}body/here/board> gov:decidesOn <{ID}task/grants> . }}
graph:evidence {{
  <{ID}region/here> skos:prefLabel "Here"@en . <{ID}region/there> skos:prefLabel "There"@en .
  <{ID}body/here/board> skos:prefLabel "Board"@en . <{ID}body/there/board> skos:prefLabel "Board"@en .
}}
"""


@pytest.fixture
def small() -> EmbeddedEngine:
    store = ox.Store()
    store.bulk_load(input=WORLD.encode(), format=ox.RdfFormat.TRIG)
    return EmbeddedEngine(store, "small")


@pytest.fixture
def app(small: EmbeddedEngine, catalogue: Catalogue) -> Iterator[Flask]:
    """Names and links depend on the language of the page at hand."""
    found = create_app(small, catalogue, texts=TEXTS)
    with found.test_request_context("/en/"):
        yield found


def around(engine: EmbeddedEngine, name: str, most: int = 14) -> Graph:
    return neighbourhood(engine, ID + name, "en", most)


def said(graph: Graph) -> set[tuple[str, str, str]]:
    return {(edge.source[len(ID) :], edge.name.text, edge.target[len(ID) :]) for edge in graph.edges}


@pytest.mark.usefixtures("app")
def test_a_body_is_linked_to_its_task_by_what_it_does_and_to_its_area(small: EmbeddedEngine) -> None:
    assert said(around(small, "body/here/board")) == {
        ("body/here/board", "decides", "task/grants"),
        ("body/here/board", "prepares", "task/grants"),
        ("body/here/board", "gov:area", "region/here"),
    }


@pytest.mark.usefixtures("app")
def test_an_arrow_that_a_claim_makes_leads_to_the_claim(small: EmbeddedEngine) -> None:
    proofs = {edge.name.text: edge.proof for edge in around(small, "body/here/board").edges}
    assert proofs == {"decides": "/en/claim/d/1", "prepares": "/en/claim/d/2", "gov:area": ""}


@pytest.mark.usefixtures("app")
def test_a_region_stands_for_an_actor_that_the_claim_does_not_name(small: EmbeddedEngine) -> None:
    assert ("region/here", "gov:party", "region/there") in said(around(small, "region/here"))


@pytest.mark.usefixtures("app")
def test_bodies_of_the_same_name_tell_their_areas_in_a_drawing_of_a_task(small: EmbeddedEngine) -> None:
    kinds = {node.kind.text for node in around(small, "task/grants").nodes if "/body/" in node.iri}
    assert kinds == {"Committee, Here", "Committee, There"}


@pytest.mark.usefixtures("app")
def test_a_full_drawing_keeps_what_is_above_and_what_most_claims_link_and_says_how_many_there_are(
    small: EmbeddedEngine,
) -> None:
    graph = around(small, "task/grants", 2)
    assert {node.iri[len(ID) :] for node in graph.nodes} == {"task/grants", "task/money", "body/here/board"}
    assert graph.total == 4


@pytest.mark.usefixtures("app")
def test_the_thing_itself_stands_out(small: EmbeddedEngine) -> None:
    assert [node.iri[len(ID) :] for node in around(small, "task/grants").nodes if node.middle] == ["task/grants"]
