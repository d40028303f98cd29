"""Rows that Virtuoso does not sort on its pages."""

import json

import pytest

from govkg.core.errors import GovkgError
from govkg.query.long_rows import MOST, send_sorted
from govkg.query.remote import RemoteEngine
from govkg.query.store_call import Call, StoreAddress
from tests.stores.fake import ONE, Told, fake

REFUSED = Told(500, b"Virtuoso 22026 Error SR319: Max row length is exceeded")

LONG = """SELECT ?code ?region ?type (GROUP_CONCAT(DISTINCT STR(?body); separator=" | ") AS ?bodies)
    (GROUP_CONCAT(DISTINCT STR(?said); separator=" | ") AS ?claim) WHERE {
  ?said a gov:BodyClaim ; gov:body ?body ; gov:region ?region ; gov:document ?document . ?document gov:standing ?standing .
  GRAPH <https://w3id.org/govkg/graph/asserted> { ?body a ?class } ?class owl:equivalentClass/owl:hasValue ?type .
  OPTIONAL { ?region gov:countyCode ?code } } GROUP BY ?region ?code ?type ?document ?standing
  ORDER BY COALESCE(?code, "") ?region ?document ?type"""


def test_long_rows_come_whole_from_a_real_store(remote_engine: RemoteEngine) -> None:
    found = list(remote_engine.select(LONG))
    keys = [(row["code"].value if "code" in row else "", row["region"].value) for row in found]
    assert keys == sorted(keys)
    assert max(len(row["claim"].value) + len(row["bodies"].value) for row in found) > 4000


def test_what_cannot_be_sorted_is_asked_once_more_with_a_limit() -> None:
    with fake(REFUSED, Told(body=ONE)) as store:
        assert send_sorted(StoreAddress(store.url), Call("SELECT ?x { ?x ?p ?o } ORDER BY ?x", "SELECT")) == ONE
    assert b"LIMIT" in store.asked[1][2]


@pytest.mark.parametrize("sparql", ["SELECT ?x { ?x ?p ?o } ORDER BY ?x LIMIT 3", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_a_limit_of_its_own_is_left_and_the_refusal_told(sparql: str) -> None:
    with fake(REFUSED) as store, pytest.raises(GovkgError, match="SR319"):
        send_sorted(StoreAddress(store.url), Call(sparql, sparql.split()[0]))
    assert len(store.asked) == 1


def test_what_is_no_result_is_left_to_who_reads_it() -> None:
    with fake(REFUSED, Told(body=b"<html>")) as store:
        assert send_sorted(StoreAddress(store.url), Call("SELECT ?x { ?x ?p ?o } ORDER BY ?x", "SELECT")) == b"<html>"


def test_as_many_rows_as_the_limit_are_no_answer() -> None:
    row = {"x": {"type": "literal", "value": "1"}}
    body = json.dumps({"head": {"vars": ["x"]}, "results": {"bindings": [row] * MOST}}).encode()
    with fake(REFUSED, Told(body=body)) as store, pytest.raises(GovkgError, match="fewer than"):
        send_sorted(StoreAddress(store.url), Call("SELECT ?x { ?x ?p ?o } ORDER BY ?x", "SELECT"))
