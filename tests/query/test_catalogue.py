"""The saved queries: all there, all as their headers say, and careful about silence, plans and dates on small worlds."""

import re
from functools import cache

import pytest

from govkg.core.errors import UsageError
from govkg.core.names import ID, LANGS
from govkg.query.catalogue import Catalogue, read_catalogue
from govkg.query.check import check_query
from govkg.query.contract import broken, read_contract
from govkg.query.engine import EmbeddedEngine
from govkg.query.projection import projected
from govkg.query.run import Table, run_table

from .worlds import claim, engine_of, read_for

IDS = sorted(read_catalogue().queries)
DECIDES = "a gov:ResponsibilityClaim ; gov:region region:a ; gov:body body:board ; gov:task task:ngo-grants ; gov:status status:in-rules"


@cache
def catalogue() -> Catalogue:
    return read_catalogue()


def answer(query_id: str, *parts: str, **given: str) -> Table:
    return run_table(engine_of(*parts), catalogue().get(query_id), given, "en")


def column(table: Table, name: str) -> list[str]:
    return [table.at(row, name).text for row in table.rows]


def test_every_promise_of_the_contract_is_kept() -> None:
    assert broken(read_contract(), catalogue()) == []


@pytest.mark.parametrize("query_id", IDS)
def test_a_saved_query_holds_on_the_invented_region(query_id: str, world_engine: EmbeddedEngine) -> None:
    assert check_query(world_engine, catalogue().get(query_id)) == []


@pytest.mark.parametrize("query_id", IDS)
def test_a_saved_query_has_no_row_when_there_is_no_data(query_id: str) -> None:
    query = catalogue().get(query_id)
    assert query.form != "SELECT" or run_table(engine_of(), query).rows == ()


@pytest.mark.parametrize("query_id", IDS)
def test_a_saved_query_is_ordered(query_id: str) -> None:
    query = catalogue().get(query_id)
    assert query.form != "SELECT" or "} ORDER BY " in query.sparql or "\nORDER BY " in query.sparql


@pytest.mark.parametrize("query_id", IDS)
def test_a_saved_query_is_told_in_three_languages(query_id: str) -> None:
    query = catalogue().get(query_id)
    for texts in (query.summary, query.description):
        assert len({texts[lang] for lang in LANGS}) == len(LANGS)


@pytest.mark.parametrize("query_id", IDS)
def test_what_rests_on_a_claim_shows_quote_document_claim_and_standing_last(query_id: str) -> None:
    query = catalogue().get(query_id)
    proof = tuple(name for name in projected(query.sparql) if name in ("quote", "document", "claim", "standing"))
    assert proof == () or projected(query.sparql)[-len(proof) :] == proof or query_id == "coverage"


def test_every_heading_is_of_use() -> None:
    from govkg.core.paths import queries
    from govkg.core.yamlnodes import Mapping, load

    words = load(queries() / "words.yaml")
    assert isinstance(words, Mapping)
    headings = words.items["columns"]
    assert isinstance(headings, Mapping)
    used = {entry.name for query in catalogue().queries.values() for entry in query.columns}
    used |= {entry.name for query in catalogue().queries.values() for entry in query.parameters}
    assert set(headings.items) == used


def test_an_unknown_query_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="nearest: grant-deciders"):
        catalogue().get("grant-decider")


def test_a_region_that_was_read_and_has_no_claim_appears_as_not_stated() -> None:
    found = answer(
        "grant-deciders",
        read_for("grant-decider", "a", "b"),
        claim("c", f"{DECIDES} ; gov:role role:decides ; gov:verb 'päättää'@fi"),
    )
    assert list(zip(column(found, "region"), column(found, "answer"), column(found, "body"), strict=True)) == [
        ("Region B", "not stated", ""),
        ("Region A", "stated", "Lautakunta"),
    ]
    assert column(found, "document") == ["Document", "Document"]


def test_a_region_that_was_not_read_is_not_called_silent() -> None:
    assert column(answer("grant-deciders", read_for("grant-decider", "a")), "region") == ["Region A"]


def test_silence_that_a_curator_wrote_down_has_its_quote() -> None:
    silent = claim(
        "c",
        "a gov:SilentClaim ; gov:region region:a ; gov:question question:grant-decider",
        quote="Ei kirjauksia.",
        answer="stated-absent",
    )
    found = answer("grant-deciders", read_for("grant-decider", "a"), silent)
    assert (column(found, "answer"), column(found, "quote"), column(found, "body")) == (
        ["stated absent"],
        ["Ei kirjauksia."],
        [""],
    )


def test_preparing_is_not_deciding_and_stands_among_the_preparers() -> None:
    prepared = claim(
        "c", f"{DECIDES} ; gov:role role:prepares ; gov:verb 'valmistelee'@fi ; gov:question question:grant-decider"
    )
    assert column(answer("grant-deciders", read_for("grant-decider", "a"), prepared), "answer") == ["not stated"]
    assert column(answer("grant-preparers", prepared), "role") == ["prepares"]


def test_being_responsible_is_shown_as_it_is() -> None:
    charged = claim("c", f"{DECIDES} ; gov:role role:responsible ; gov:verb 'vastaa'@fi")
    assert column(answer("grant-deciders", read_for("grant-decider", "a"), charged), "role") == ["is responsible"]


def test_several_sides_of_the_matter_share_one_row() -> None:
    sides = "gov:aspect aspect:principles , aspect:granting"
    found = answer(
        "grant-deciders",
        read_for("grant-decider", "a"),
        claim("c", f"{DECIDES} ; gov:role role:decides ; gov:verb 'päättää'@fi ; {sides}"),
    )
    assert len(found.rows) == 1
    assert len(found.at(found.rows[0], "decides").text.split(" | ")) == 2


def test_asking_for_a_role_gives_its_narrower_ones() -> None:
    approves = claim("c", f"{DECIDES} ; gov:role role:approves ; gov:verb 'hyväksyy'@fi")
    assert column(answer("responsibilities", approves, role="decides"), "role") == ["approves"]
    assert column(answer("responsibilities", approves, role="prepares"), "role") == []


def test_asking_for_a_state_gives_no_silent_region() -> None:
    approved = claim(
        "c", "a gov:PreparationStateClaim ; gov:region region:a ; gov:task task:strategy ; gov:state state:approved"
    )
    parts = (
        read_for("strategy", "a", "b"),
        approved,
        'graph:ontology { state:approved skos:prefLabel "approved"@en . state:draft skos:prefLabel "draft"@en }',
    )
    assert column(answer("strategy-status", *parts), "answer") == ["not stated", "stated"]
    assert column(answer("strategy-status", *parts, state="approved"), "region") == ["Region A"]
    assert column(answer("strategy-status", *parts, state="draft"), "region") == []


def test_a_service_strategy_does_not_answer_for_the_strategy() -> None:
    other = claim(
        "c",
        "a gov:PreparationStateClaim ; gov:region region:a ; gov:task task:service-strategy ; gov:state state:approved",
    )
    assert column(answer("strategy-status", read_for("strategy", "a"), other), "answer") == ["not stated"]


def test_an_interval_is_shown_as_start_and_end() -> None:
    aimed = "gov:targetDate '2022-09'^^xsd:gYearMonth ; gov:targetDateEnd '2022-10'^^xsd:gYearMonth"
    claimed = claim(
        "c",
        f"a gov:PreparationStateClaim ; gov:region region:a ; gov:task task:strategy ; gov:state state:draft ; {aimed}",
    )
    assert column(answer("strategy-status", read_for("strategy", "a"), claimed), "target_date") == ["2022-09/2022-10"]


def event(name: str, date: str, kind: str) -> str:
    return claim(
        name,
        f"a gov:EventClaim ; gov:action action:decided ; gov:subjectText '{name}'@fi ; gov:status status:in-force ; gov:date '{date}'^^xsd:{kind}",
    )


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["month", "early", "late"]),
        ({"from": "2022-06-10"}, ["month", "late"]),
        ({"to": "2022-06-10"}, ["month", "early"]),
        ({"to": "2022-06"}, ["month", "early", "late"]),
        ({"from": "2022-07"}, []),
        ({"to": "2021"}, []),
    ],
)
def test_a_month_counts_when_it_overlaps_the_days_asked_for(given: dict[str, str], found: list[str]) -> None:
    events = (
        event("early", "2022-06-02", "date"),
        event("late", "2022-06-14", "date"),
        event("month", "2022-06", "gYearMonth"),
    )
    assert column(answer("dated-decisions", *events, **given), "subject") == found


def test_a_claim_without_a_region_belongs_to_no_region_that_is_asked_for() -> None:
    assert column(answer("dated-decisions", event("e", "2022", "gYear")), "region") == [""]
    assert column(answer("dated-decisions", event("e", "2022", "gYear"), region="a"), "region") == []


def place(task: str, *units: str) -> str:
    """A task's unit in VE 1, VE 2 and VE 3."""
    claims = [
        claim(
            f"{task}{at}",
            f"a gov:PlacementClaim ; gov:alternative alternative:ve{at} ; gov:task task:{task} ; gov:body body:{unit}",
            at,
        )
        for at, unit in enumerate(units, 1)
    ]
    return "".join(claims)


def test_a_task_is_same_renamed_or_moved_by_the_tasks_of_its_units() -> None:
    world = (
        place("roads", "traffic", "roads", "roads")
        + place("buses", "traffic", "roads", "buses")
        + place("funds", "money", "money", "money")
    )
    found = answer("alternative-differences", world)
    changes = {
        table.at(row, "task").iri.rpartition("/")[2]: [
            table.at(row, f"change{step}").iri.rpartition("/")[2] for step in ("_ve1_ve2", "_ve2_ve3", "")
        ]
        for table in [found]
        for row in table.rows
    }
    assert changes == {
        "roads": ["renamed-or-merged", "same", "renamed-or-merged"],
        "buses": ["renamed-or-merged", "renamed-or-merged", "renamed-or-merged"],
        "funds": ["same", "same", "same"],
    }


def test_a_task_that_leaves_a_unit_whose_other_tasks_stay_for_one_with_others_is_moved() -> None:
    world = (
        place("roads", "traffic", "traffic", "traffic")
        + place("plans", "traffic", "areas", "areas")
        + place("land", "areas", "areas", "areas")
    )
    found = answer("alternative-differences", world, changed_only="true")
    assert column(found, "change") == [found.at(found.rows[0], "change").text]
    assert found.at(found.rows[0], "change").iri == f"{ID}change/moved"
    assert len(found.at(found.rows[0], "claim").iris) == 3


def test_a_task_that_an_alternative_leaves_out_is_a_difference() -> None:
    found = answer("alternative-differences", place("roads", "traffic", "traffic"), changed_only="true")
    assert column(found, "ve3") == [""]


def test_a_proposal_to_two_addressees_is_one_row_that_each_of_them_finds() -> None:
    made = claim(
        "c",
        "a gov:ProposalClaim ; gov:content 'Esitys.'@fi ; gov:status status:proposed ; gov:addressee body:board , body:other",
    )
    labels = 'graph:evidence { body:other skos:prefLabel "Toinen"@fi . body:third skos:prefLabel "Kolmas"@fi }'
    assert column(answer("proposals", made, labels), "addressee") == ["Lautakunta | Toinen"]
    assert len(answer("proposals", made, labels, addressee="other").rows) == 1
    assert len(answer("proposals", made, labels, addressee="third").rows) == 0


def test_an_inferred_statement_has_its_rule_reason_and_quote(world_engine: EmbeddedEngine) -> None:
    found = run_table(world_engine, catalogue().get("inferred"), {"rule": "prp-spo2"}, "en")
    decided = next(row for row in found.rows if found.at(row, "predicate").iri.endswith("#decidesOn"))
    assert found.at(decided, "rule").text == "property chain (prp-spo2)"
    assert "päättää järjestöavustusten myöntämisestä" in found.at(decided, "quote").text
    assert "gov:decidesOn owl:propertyChainAxiom" in found.at(decided, "because").text


def test_every_rule_of_a_proof_that_rests_on_a_claim_is_named(world_engine: EmbeddedEngine) -> None:
    unnamed = """SELECT DISTINCT ?last WHERE { ?i gov:restsOn ?claim ; gov:rule ?rules BIND(STRBEFORE(CONCAT(?rules, " ←"), " ←") AS ?last)
      FILTER NOT EXISTS { ?rule skos:notation ?last } }"""
    assert list(world_engine.select(unnamed)) == []


def test_no_question_is_called_by_its_id_where_people_read() -> None:
    ids = {query_id for query_id in IDS if "-" in query_id}
    texts = [
        text
        for query in catalogue().queries.values()
        for text in (*query.summary.values(), *query.description.values())
    ]
    assert [text for text in texts if ids.intersection(re.findall(r"[a-z0-9-]+", text))] == []
