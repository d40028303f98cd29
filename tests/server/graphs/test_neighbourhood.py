"""A thing in the middle of those it is linked to."""

import pytest

from govkg.core.names import ID
from govkg.query.engine import EmbeddedEngine
from govkg.server.graphs.model import Graph
from govkg.server.graphs.neighbourhood import neighbourhood

from .told import said


def around(engine: EmbeddedEngine, name: str, most: int = 14) -> Graph:
    return neighbourhood(engine, ID + name, "en", most)


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
