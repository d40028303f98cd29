"""Statements as a network."""

import pytest

from govkg.core.names import DEF, ID, RDF
from govkg.query.engine import EmbeddedEngine
from govkg.server.graphs.network import Statement, network

from .told import said


def claim(number: int, **values: str) -> list[Statement]:
    iri = f"{ID}claim/d/{number}"
    return [
        (iri, f"{RDF}type", f"{DEF}CooperationClaim"),
        *((iri, DEF + name, ID + value) for name, value in values.items()),
    ]


@pytest.mark.usefixtures("app")
def test_a_claim_between_an_actor_and_a_matter_is_an_arrow_and_no_box(small: EmbeddedEngine) -> None:
    graph = network(small, claim(1, body="body/here/board", party="region/there", region="region/here"), "en")
    assert said(graph) == {("body/here/board", "gov:party", "region/there")}


@pytest.mark.usefixtures("app")
def test_a_claim_that_links_no_two_things_is_a_box_of_its_own(small: EmbeddedEngine) -> None:
    assert said(network(small, claim(1, region="region/here"), "en")) == {("claim/d/1", "gov:region", "region/here")}


@pytest.mark.usefixtures("app")
def test_a_statement_about_other_things_is_an_arrow(small: EmbeddedEngine) -> None:
    statement = (f"{ID}body/here/board", f"{DEF}area", f"{ID}region/here")
    assert said(network(small, [statement], "en")) == {("body/here/board", "gov:area", "region/here")}


@pytest.mark.usefixtures("app")
def test_what_most_claims_link_is_drawn_and_how_many_there_are_is_told(small: EmbeddedEngine) -> None:
    often = [s for n in (1, 2) for s in claim(n, body="body/here/board", party="region/there")]
    graph = network(small, [*claim(3, body="body/there/board", party="region/here"), *often], "en", most=3)
    assert {node.iri[len(ID) :] for node in graph.nodes} == {"body/here/board", "region/there"}
    assert graph.total == 4
