"""A saved question as a tool: typed parameters, rows with their quotes, cuts said, wrong values told."""

import pytest

from govkg.mcp import schemas
from govkg.query.catalogue import Catalogue
from govkg.query.engine import Engine

from .conftest import Session


def parameters(session: Session, tool: str) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = session.tools()[tool].input_schema["properties"]
    return found


def test_there_is_a_tool_for_each_question_and_two_more(session: Session) -> None:
    assert set(session.tools()) == {"who-decides", "decisions", "search", "explain"}


def test_every_tool_only_reads(session: Session) -> None:
    for tool in session.tools().values():
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint
        assert not tool.annotations.destructive_hint
        assert not tool.annotations.open_world_hint


def test_no_tool_takes_a_query_language(session: Session) -> None:
    assert not any("sparql" in str(tool.input_schema).lower() for tool in session.tools().values())


def test_a_tool_is_described_in_english_with_the_finnish_question_beside(session: Session) -> None:
    assert session.tools()["who-decides"].description == (
        "Who decides grants? Every claim about grants, also the silent ones.\nSuomeksi: Kuka päättää avustuksista?"
    )


def test_a_short_pick_list_is_spelt_out(session: Session) -> None:
    assert parameters(session, "who-decides")["region"]["enum"] == ["kokeela", "testila"]


def test_a_long_pick_list_is_a_text_that_says_what_it_takes(
    world_engine: Engine, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schemas, "SHORT", 1)
    region = parameters(Session(world_engine, catalogue), "who-decides")["region"]
    assert "enum" not in region
    assert "the slug, IRI or exact name of a region" in str(region["description"])


def test_dates_and_truths_are_typed(session: Session) -> None:
    assert parameters(session, "who-decides")["decided_only"]["type"] == "boolean"
    assert "pattern" in parameters(session, "decisions")["from"]


def test_a_row_has_its_quotes_document_status_standing_and_answer_even_if_the_query_does_not_show_them(
    session: Session,
) -> None:
    (row,) = session.answer("who-decides", region="testila")["rows"]
    (quote,) = row["quotes"]
    assert quote == "Hyvinvointi- ja järjestölautakunta päättää järjestöavustusten myöntämisestä."
    assert row["document"] == "Test survey"
    assert (row["status"], row["standing"], row["answer"]) == ("in the rules", "Snapshot", "stated")
    assert row["claim_iris"][0].startswith("https://w3id.org/govkg/id/claim/testila-2022/")


def test_what_a_source_says_to_be_absent_is_an_answer_without_a_status(session: Session) -> None:
    (row,) = session.answer("who-decides", region="kokeela")["rows"]
    assert row["values"]["body"] is None
    assert (row["status"], row["answer"]) == (None, "stated absent")
    assert row["quotes"] == ["Avustuksista ei ole kirjauksia."]


def test_labels_are_in_the_language_asked_for(session: Session) -> None:
    answer = session.answer("who-decides", region="testila", lang="fi")
    assert answer["asked"] == "Kuka päättää avustuksista?"
    assert answer["rows"][0]["values"]["region"] == "Testila"
    assert answer["rows"][0]["answer"] == "mainittu"


def test_a_day_is_an_iso_date(session: Session) -> None:
    (row,) = session.answer("decisions", **{"from": "2022-06"})["rows"]
    assert row["values"]["date"] == "2022-06-14"


def test_a_parameter_narrows_the_answer(session: Session) -> None:
    assert session.answer("decisions", **{"from": "2023"})["rows"] == []
    assert session.answer("who-decides", decided_only=True)["total"] == 1


def test_a_cut_answer_says_so_and_how_many_rows_there_are(session: Session) -> None:
    first = session.answer("who-decides", limit=1)
    assert (len(first["rows"]), first["total"], first["cut"]) == (1, 2, True)


def test_the_rest_of_a_cut_answer_follows(session: Session) -> None:
    rest = session.answer("who-decides", limit=1, offset=1)
    assert (len(rest["rows"]), rest["total"], rest["cut"]) == (1, 2, False)
    assert rest["rows"] == session.answer("who-decides")["rows"][1:]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"region": "testla"}, "there is no region `testla`\n    → nearest: Testila"),
        ({"region": ""}, "names nothing"),
        ({"region": ["testila"]}, "names nothing"),
        ({"reigon": "testila"}, "its parameters: region, decided_only"),
        ({"decided_only": "perhaps"}, "neither true nor false"),
        ({"lang": "de"}, "use one of fi, sv, en"),
        ({"lang": 1}, "give a text"),
        ({"limit": 0}, "give a whole number from 1 to 500"),
        ({"limit": True}, "give a whole number from 1 to 500"),
        ({"offset": -1}, "give a whole number from 0"),
    ],
)
def test_a_wrong_argument_is_an_error_of_the_tool_that_says_what_would_be_right(
    session: Session, arguments: dict[str, object], says: str
) -> None:
    assert says in session.error("who-decides", **arguments)
