"""An answer: labels in the reader's language beside IRIs, lists in one order, nothing added to what the query says."""

import pytest

from govkg.core.errors import GovkgError, UsageError
from govkg.query.catalogue import Column, Parameter, SavedQuery
from govkg.query.run import GraphAnswer, Part, Table, run, run_table

from .worlds import claim, engine_of

DECIDED = claim("c1", "a gov:ResponsibilityClaim ; gov:region region:a ; gov:body body:board ; gov:role role:decides")
APPROVED = claim(
    "c2", "a gov:ResponsibilityClaim ; gov:region region:b ; gov:body body:nameless ; gov:role role:approves", 2
)


def saved(select: str, columns: dict[str, str], form: str = "SELECT") -> SavedQuery:
    parameters = (Parameter("region", "thing", "region", "", {}, "region"),)
    headings = tuple(Column(name, kind, {"fi": name, "sv": name, "en": name}) for name, kind in columns.items())
    return SavedQuery("q", "queries/q.rq", select, form, {}, {}, "", parameters, headings, "claim", ("table",), ())


ROLES = saved(
    "SELECT ?region ?role ?body WHERE {\n# parameters\n?claim gov:region ?region ; gov:role ?role ; gov:body ?body } ORDER BY ?claim",
    {"region": "thing", "role": "thing", "body": "thing"},
)


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_a_thing_is_shown_by_its_label_in_the_readers_language() -> None:
    table = run_table(engine_of(DECIDED), ROLES, {}, "sv")
    assert texts(table) == [["Område A", "beslutar", "Lautakunta"]]
    assert [cell.lang for cell in table.rows[0]] == ["sv", "sv", "fi"]


def test_the_iri_stands_behind_the_label() -> None:
    row = run_table(engine_of(DECIDED), ROLES).rows[0]
    assert row[1].iri == "https://w3id.org/govkg/id/role/decides"


def test_a_thing_without_a_label_is_shown_shortened() -> None:
    assert texts(run_table(engine_of(APPROVED), ROLES, {}, "en")) == [["Region B", "approves", "body:nameless"]]


def test_a_parameter_leaves_out_the_other_rows() -> None:
    assert texts(run_table(engine_of(DECIDED, APPROVED), ROLES, {"region": "Region B"}, "en"))[0][0] == "Region B"
    assert len(run_table(engine_of(DECIDED, APPROVED), ROLES).rows) == 2


def test_a_wrong_value_is_a_usage_error() -> None:
    with pytest.raises(UsageError):
        run(engine_of(), ROLES, {"region": "nowhere"})


def test_a_list_in_a_cell_is_labelled_sorted_and_without_repetition() -> None:
    iris = " | ".join(f"https://w3id.org/govkg/id/role/{slug}" for slug in ("prepares", "decides", "prepares"))
    query = saved(f'SELECT ?roles WHERE {{ BIND("{iris}" AS ?roles) }}', {"roles": "things"})
    cell = run_table(engine_of(), query, {}, "en").rows[0][0]
    assert cell.text == "decides | prepares"
    assert [iri.rpartition("/")[2] for iri in cell.iris] == ["decides", "prepares"]


def test_a_mixed_column_holds_a_thing_or_a_text() -> None:
    query = saved(
        'SELECT ?what WHERE { VALUES ?what { role:decides "omin sanoin" } } ORDER BY isLiteral(?what)',
        {"what": "mixed"},
    )
    assert texts(run_table(engine_of(), query, {}, "en")) == [["decides"], ["omin sanoin"]]


ALIKE = 'graph:evidence { body:other skos:prefLabel "Lautakunta"@fi }'


def test_things_of_one_name_in_a_list_all_keep_their_place() -> None:
    iris = " | ".join(f"https://w3id.org/govkg/id/body/{slug}" for slug in ("other", "board", "other"))
    query = saved(f'SELECT ?bodies WHERE {{ BIND("{iris}" AS ?bodies) }}', {"bodies": "things"})
    cell = run_table(engine_of(ALIKE), query, {}, "en").rows[0][0]
    assert cell.text == "Lautakunta | Lautakunta"
    assert [iri.rpartition("/")[2] for iri in cell.iris] == ["board", "other"]


def test_a_thing_in_a_list_beside_a_text_keeps_its_iri() -> None:
    iri = "https://w3id.org/govkg/id/role/decides"
    query = saved(f'SELECT ?what WHERE {{ BIND("omin sanoin | {iri}" AS ?what) }}', {"what": "mixed"})
    cell = run_table(engine_of(), query, {}, "en").rows[0][0]
    assert cell.parts == (Part("decides", "en", iri), Part("omin sanoin", "fi"))


def test_an_unbound_variable_is_an_empty_cell() -> None:
    query = saved(
        "SELECT ?region ?state WHERE { ?claim gov:region ?region OPTIONAL { ?claim gov:state ?state } }",
        {"region": "thing", "state": "thing"},
    )
    assert texts(run_table(engine_of(DECIDED), query, {}, "en")) == [["Region A", ""]]


def test_no_data_gives_no_row() -> None:
    assert run_table(engine_of(), ROLES).rows == ()


def test_a_column_that_the_header_does_not_have_is_an_error() -> None:
    query = saved("SELECT ?region ?role WHERE { ?claim gov:region ?region ; gov:role ?role }", {"region": "thing"})
    with pytest.raises(GovkgError, match="columns that its header does not have: role"):
        run(engine_of(DECIDED), query)


def test_a_text_that_is_no_sparql_is_an_error() -> None:
    with pytest.raises(GovkgError, match="not SPARQL"):
        run(engine_of(), saved("SELECT ?region WHERE {", {"region": "thing"}))


def test_a_construct_query_answers_with_a_graph_and_labels() -> None:
    query = saved("CONSTRUCT { ?claim gov:role ?role } WHERE { ?claim gov:role ?role }", {}, "CONSTRUCT")
    answer = run(engine_of(DECIDED), query, {}, "en")
    assert isinstance(answer, GraphAnswer)
    assert len(answer.triples) == 1
    assert answer.labels["https://w3id.org/govkg/id/role/decides"].text == "decides"


def test_a_graph_is_no_table() -> None:
    query = saved("CONSTRUCT { ?claim gov:role ?role } WHERE { ?claim gov:role ?role }", {}, "CONSTRUCT")
    with pytest.raises(GovkgError, match="answers with a graph"):
        run_table(engine_of(DECIDED), query)


def test_the_answer_names_its_data_and_its_query() -> None:
    table = run_table(engine_of(DECIDED), ROLES, {"region": "a"})
    assert table.version == "test"
    assert "VALUES ?region { <https://w3id.org/govkg/id/region/a> }" in table.sparql
