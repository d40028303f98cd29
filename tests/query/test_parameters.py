"""Values that people type become typed terms, or an error that names the nearest; never a part of the query's text."""

import pytest
from pyoxigraph import Literal, NamedNode

from govkg.core.errors import UsageError
from govkg.query.catalogue import Parameter, SavedQuery
from govkg.query.parameters import bind, bound_text

from .worlds import engine_of

REGION_A = NamedNode("https://w3id.org/govkg/id/region/a")
SPARQL = "SELECT ?region WHERE {\n  # parameters\n  ?claim gov:region ?region\n}"


def saved(*parameters: Parameter, sparql: str = SPARQL) -> SavedQuery:
    return SavedQuery("q", "queries/q.rq", sparql, "SELECT", {}, {}, "", parameters, (), "", ("table",), ())


def parameter(name: str, type_: str, of: str = "", variable: str = "") -> Parameter:
    return Parameter(name, type_, of, "", {}, variable or name)


REGION = saved(parameter("region", "thing", "region"))


@pytest.mark.parametrize(
    "value", ["a", "https://w3id.org/govkg/id/region/a", "Alue A", "Område A", "Region A", "region a", "  A  "]
)
def test_a_thing_is_named_by_slug_iri_or_label_in_any_language(value: str) -> None:
    assert bind(engine_of(), REGION, {"region": value}) == {"region": REGION_A}


def test_an_unknown_thing_is_an_error_that_lists_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"there is no region `Aluee A`\n.*nearest: Alue A"):
        bind(engine_of(), REGION, {"region": "Aluee A"})


def test_a_thing_of_another_kind_is_unknown() -> None:
    with pytest.raises(UsageError, match="there is no region"):
        bind(engine_of(), REGION, {"region": "https://w3id.org/govkg/id/body/board"})


def test_a_label_that_two_things_share_asks_for_a_slug() -> None:
    twin = 'graph:evidence { region:c skos:prefLabel "Alue A"@fi }'
    with pytest.raises(UsageError, match=r"names 2 things\n.*slugs a, c"):
        bind(engine_of(twin), REGION, {"region": "Alue A"})


def test_an_unknown_parameter_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"no parameter `regio`\n.*its parameters: region"):
        bind(engine_of(), REGION, {"regio": "a"})


def test_all_wrong_values_are_told_at_once() -> None:
    with pytest.raises(UsageError) as error:
        bind(engine_of(), REGION, {"region": "x", "colour": "red"})
    assert len(error.value.problems) == 2


def test_an_empty_value_binds_nothing() -> None:
    assert bind(engine_of(), REGION, {"region": " "}) == {}


@pytest.mark.parametrize(("value", "type_"), [("2022", "gYear"), ("2022-06", "gYearMonth"), ("2022-06-14", "date")])
def test_a_date_is_typed_by_its_precision(value: str, type_: str) -> None:
    bound = bind(engine_of(), saved(parameter("from", "date")), {"from": value})
    assert bound["from"] == Literal(value, datatype=NamedNode(f"http://www.w3.org/2001/XMLSchema#{type_}"))


@pytest.mark.parametrize("value", ["14.6.2022", "22-06", "2022-6-1", '2022" }', "yesterday"])
def test_what_is_no_iso_date_is_an_error(value: str) -> None:
    with pytest.raises(UsageError, match="is not an ISO date"):
        bind(engine_of(), saved(parameter("from", "date")), {"from": value})


@pytest.mark.parametrize(("value", "meant"), [("true", "true"), ("Yes", "true"), ("0", "false")])
def test_yes_and_no_are_understood(value: str, meant: str) -> None:
    assert (
        bind(engine_of(), saved(parameter("changed_only", "boolean")), {"changed-only": value})["changed_only"].value
        == meant
    )


def test_what_is_neither_yes_nor_no_is_an_error() -> None:
    with pytest.raises(UsageError, match="neither true nor false"):
        bind(engine_of(), saved(parameter("changed_only", "boolean")), {"changed_only": "maybe"})


@pytest.mark.parametrize(
    "attack",
    [
        "a> } DROP ALL #",
        '"} UNION { ?s ?p ?o } #',
        "a } INSERT DATA { <x> <y> <z> }",
        "https://w3id.org/govkg/id/region/a> . ?s ?p ?o",
    ],
)
def test_an_injection_stays_a_text_that_names_nothing(attack: str) -> None:
    with pytest.raises(UsageError, match="there is no region"):
        bind(engine_of(), REGION, {"region": attack})


def test_a_label_that_looks_like_sparql_is_bound_as_an_iri_only() -> None:
    odd = 'graph:evidence { region:c skos:prefLabel "} DROP ALL #"@fi }'
    text = bound_text(REGION, bind(engine_of(odd), REGION, {"region": "} DROP ALL #"}))
    assert "DROP" not in text
    assert "VALUES ?region { <https://w3id.org/govkg/id/region/c> }" in text


def test_bound_values_stand_where_the_query_says() -> None:
    assert bound_text(REGION, {"region": REGION_A}) == SPARQL.replace(
        "  # parameters", f"  VALUES ?region {{ {REGION_A} }}"
    )


def test_a_parameter_may_bind_another_variable_than_its_own_name() -> None:
    query = saved(parameter("region", "thing", "region", "askedRegion"))
    assert f"VALUES ?askedRegion {{ {REGION_A} }}" in bound_text(query, {"region": REGION_A})


def test_an_unbound_query_is_its_own_text() -> None:
    assert bound_text(REGION, {}) == SPARQL
