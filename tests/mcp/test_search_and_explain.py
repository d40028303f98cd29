"""The tools `search` and `explain`, and the protocol itself."""

import json

import pytest

from govkg.query.catalogue import Catalogue
from govkg.query.engine import Engine

from .conftest import Session

LAUTAKUNTA = "body/testila/hyvinvointi-ja-jarjestolautakunta"


def test_a_search_finds_things_and_quotes(session: Session) -> None:
    found = session.answer("search", text="aluevaltuusto")
    kinds = {hit["kind"]: hit for hit in found["hits"]}
    assert kinds["body"]["label"] == "Aluevaltuusto"
    assert kinds["claim"]["text"] == "Aluevaltuusto hyväksyi strategian 14.6.2022."
    assert kinds["claim"]["document"] == "Test survey"


def test_a_hit_in_another_form_and_proposed_spellings_fit_the_schema(session: Session) -> None:
    hits = session.answer("search", text="aluevaltuustossa")["hits"]
    assert {hit["match"] for hit in hits} <= {"form", "inflected", "part"}
    assert session.answer("search", text="aluevaltusto")["spellings"][0] == "aluevaltuusto"


def test_a_cut_search_says_so(session: Session) -> None:
    found = session.answer("search", text="lautakunta", limit=1)
    assert len(found["hits"]) == 1
    assert found["cut"]
    assert found["total"] > 1


def test_an_explained_claim_shows_its_quote_in_context(session: Session) -> None:
    (row,) = session.answer("who-decides", region="kokeela")["rows"]
    (quote,) = session.answer("explain", claim=row["claim_iris"][0])["quotes"]
    assert quote["exact"] == "Avustuksista ei ole kirjauksia."
    assert quote["after"].startswith(" Valmistelussa")


def test_an_explained_statement_goes_down_to_quotes(session: Session) -> None:
    reason = session.answer("explain", subject=LAUTAKUNTA, predicate="gov:decidesOn", object="task/ngo-grants")
    assert reason["premises"]
    assert "päättää järjestöavustusten" in json.dumps(reason, ensure_ascii=False)


@pytest.mark.parametrize(
    ("tool", "arguments", "says"),
    [
        ("search", {"text": " "}, "nothing to search for"),
        ("search", {}, "nothing to search for"),
        ("search", {"text": "a", "limit": 101}, "from 1 to 100"),
        ("search", {"text": "a", "kind": "body"}, "its parameters: text, limit, lang"),
        ("explain", {}, "neither a claim nor a statement"),
        ("explain", {"claim": "testila-2022/none"}, "there is no claim"),
        ("explain", {"subject": LAUTAKUNTA}, "neither a claim nor a statement"),
        ("explain", {"claim": {}}, "give a text"),
    ],
)
def test_a_wrong_argument_is_an_error_of_the_tool(
    session: Session, tool: str, arguments: dict[str, object], says: str
) -> None:
    assert says in session.error(tool, **arguments)


def test_an_unknown_tool_is_an_error_that_names_the_nearest(session: Session) -> None:
    assert session.refusal("who-decide").endswith("nearest: who-decides, decisions")


def test_clients_that_read_only_text_get_the_same_answer(session: Session) -> None:
    found = session.call("who-decides")
    (part,) = found.content
    assert part.type == "text"
    assert json.loads(part.text) == found.structured_content


def test_clients_of_the_handshake_era_are_answered_too(world_engine: Engine, catalogue: Catalogue) -> None:
    assert Session(world_engine, catalogue, mode="legacy").answer("decisions")["total"] == 1
