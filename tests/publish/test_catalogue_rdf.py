"""The catalogue as RDF: every query whole, runnable by its prefixes, in the shape that the SIB's tools check."""

from functools import cache

import pyoxigraph as ox
import pytest

from govkg.core.names import BASE
from govkg.publish.catalogue_rdf import QUERIES, catalogue_triples, iri_of, query_triples
from govkg.publish.citation import query_version
from govkg.query.catalogue import read_catalogue

CATALOGUE = read_catalogue()
NAMES = (
    "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX schema: <https://schema.org/> "
    "PREFIX dcat: <http://www.w3.org/ns/dcat#> "
)


@cache
def store() -> ox.Store:
    found = ox.Store()
    found.extend(ox.Quad(t.subject, t.predicate, t.object) for t in catalogue_triples(CATALOGUE, "test"))
    return found


def asked(pattern: str) -> list[tuple[str, ...]]:
    solutions = store().query(NAMES + pattern)
    assert isinstance(solutions, ox.QuerySolutions)
    return [tuple(term.value for term in row if isinstance(term, ox.NamedNode | ox.Literal)) for row in solutions]


def test_every_saved_query_is_there_with_its_text_and_version() -> None:
    found = set(
        asked("SELECT ?q ?text ?v { ?q a sh:SPARQLExecutable ; sh:select|sh:construct ?text ; dcat:version ?v }")
    )
    assert found == {(iri_of(q.id), q.sparql, query_version(q)) for q in CATALOGUE.queries.values()}


def test_a_select_and_a_construct_query_have_their_own_kinds() -> None:
    assert len(asked("SELECT ?q { ?q a sh:SPARQLSelectExecutable ; sh:select ?text }")) == sum(
        q.form == "SELECT" for q in CATALOGUE.queries.values()
    )
    assert asked("SELECT ?q { ?q a sh:SPARQLConstructExecutable ; sh:construct ?text }") == [
        (iri_of("cooperation-network"),)
    ]


def test_each_question_is_told_in_three_languages() -> None:
    found = set(asked("SELECT ?q ?said (LANG(?said) AS ?lang) { ?q a sh:SPARQLExecutable ; rdfs:comment ?said }"))
    assert found == {(iri_of(q.id), text, lang) for q in CATALOGUE.queries.values() for lang, text in q.summary.items()}


def test_each_names_the_endpoint_and_its_tags() -> None:
    assert {target for (target,) in asked("SELECT ?t { ?q a sh:SPARQLExecutable ; schema:target ?t }")} == {
        f"{BASE}/sparql"
    }
    assert ("grants",) in asked(f"SELECT ?tag {{ <{iri_of('grant-deciders')}> schema:keywords ?tag }}")


@pytest.mark.parametrize("query_id", CATALOGUE.queries)
def test_a_query_can_be_run_by_who_puts_the_declared_prefixes_before_it(query_id: str) -> None:
    declared = asked(
        f"SELECT ?prefix ?space {{ <{iri_of(query_id)}> sh:prefixes/sh:declare ?d . ?d sh:prefix ?prefix ; sh:namespace ?space }}"
    )
    assert len({prefix for prefix, _ in declared}) == len(declared) > 0
    head = "".join(f"PREFIX {prefix}: <{space}>\n" for prefix, space in declared)
    (text,) = asked(f"SELECT ?text {{ <{iri_of(query_id)}> sh:select|sh:construct ?text }}")[0]
    ox.Store().query(head + text)


def test_a_query_stands_in_the_catalogue_as_it_stands_alone() -> None:
    whole = set(catalogue_triples(CATALOGUE, "test"))
    assert all(set(query_triples(query)) <= whole for query in CATALOGUE.queries.values())


def test_no_node_is_blank_and_all_are_below_one_address() -> None:
    assert all(
        isinstance(t.subject, ox.NamedNode) and t.subject.value.startswith(QUERIES)
        for t in catalogue_triples(CATALOGUE, "test")
    )


def test_the_endpoint_can_be_that_of_another_host() -> None:
    triples = query_triples(CATALOGUE.get("bodies"), "http://localhost:8080/sparql")
    assert "<http://localhost:8080/sparql>" in {str(t.object) for t in triples}
