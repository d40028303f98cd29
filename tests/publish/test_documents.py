"""The data documents."""

import pyoxigraph as ox
import pytest

from govkg.publish.documents import Document, document_of
from govkg.publish.rdf_forms import FORMS, written

from .things import WOOD, engine, said

HERE = "https://w3id.org/govkg/data/region/wood"


def wood() -> Document:
    found = document_of(engine(), "region/wood")
    assert found is not None
    return found


def test_a_document_says_what_it_is_about_and_its_dataset_licence_and_version() -> None:
    own = said([quad.triple for quad in wood().quads], HERE)
    assert own["http://xmlns.com/foaf/0.1/primaryTopic"] == [WOOD]
    assert own["http://rdfs.org/ns/void#inDataset"] == ["https://w3id.org/govkg/"]
    assert own["http://purl.org/dc/terms/license"] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert own["http://www.w3.org/ns/dcat#version"] == ["0" * 12]
    assert f"{HERE}.ttl" in own["http://purl.org/dc/terms/hasFormat"]


@pytest.mark.parametrize("suffix", FORMS)
def test_every_syntax_holds_the_same_statements(suffix: str) -> None:
    given = {quad.triple for quad in wood().quads}
    assert {
        quad.triple for quad in ox.parse(input=written(list(wood().quads), suffix), format=FORMS[suffix].syntax)
    } == given


@pytest.mark.parametrize("suffix", ["trig", "nq"])
def test_a_syntax_with_graphs_tells_where_a_statement_stands(suffix: str) -> None:
    graphs = {
        str(quad.graph_name)
        for quad in ox.parse(input=written(list(wood().quads), suffix), format=FORMS[suffix].syntax)
    }
    assert {"<https://w3id.org/govkg/graph/asserted>", "<https://w3id.org/govkg/graph/evidence>"} <= graphs


def test_the_same_statements_are_the_same_bytes() -> None:
    quads = list(wood().quads)
    assert written(quads, "ttl") == written(quads[::-1], "ttl")


def test_the_document_of_the_ontology_has_every_term_with_what_was_inferred_of_it() -> None:
    found = document_of(engine(), "def")
    assert found is not None
    kinds = said([quad.triple for quad in found.quads], "https://w3id.org/govkg/def#Region")[
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    ]
    assert set(kinds) == {"http://www.w3.org/2002/07/owl#Class", "http://www.w3.org/2000/01/rdf-schema#Class"}


def test_the_document_of_a_graph_has_its_statements_and_no_others() -> None:
    found = document_of(engine(), "graph/evidence")
    assert found is not None
    text = written(list(found.quads), "nq").decode()
    assert "Hallitus" in text
    assert "countyCode" not in text


@pytest.mark.parametrize("name", ["region/none", "graph/none", "none", "def/None"])
def test_there_is_no_document_of_what_is_not_there(name: str) -> None:
    assert document_of(engine(), name) is None


def test_a_document_that_is_not_paged_has_one_page() -> None:
    assert document_of(engine(), "def", 2) is None
