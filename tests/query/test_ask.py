"""Asked from a program: values of any type are texts to the query, and a graph is a table of statements."""

from datetime import date

import pytest

from govkg.core.errors import UsageError
from govkg.query.ask import ask, texts
from govkg.query.catalogue import SavedQuery

from .worlds import claim, engine_of

WORDS = {lang: lang for lang in ("fi", "sv", "en")}
DECIDED = claim("c1", "a gov:ResponsibilityClaim ; gov:body body:board ; gov:verb 'päättää'@fi")
GRAPH = SavedQuery(
    "g",
    "queries/g.rq",
    "CONSTRUCT { ?c gov:body ?b ; gov:verb ?v } WHERE { ?c gov:body ?b ; gov:verb ?v }",
    "CONSTRUCT",
    WORDS,
    WORDS,
    "",
    (),
    (),
    "claim",
    ("graph",),
    (),
)


def test_values_become_what_a_person_would_type() -> None:
    given = {"a": True, "b": False, "c": date(2022, 6, 14), "d": 2022, "e": " x ", "f": None}
    assert texts(given) == {"a": "true", "b": "false", "c": "2022-06-14", "d": "2022", "e": "x"}


def test_what_can_be_no_value_is_refused_all_at_once() -> None:
    with pytest.raises(UsageError) as caught:
        texts({"a": "", "b": ["x"], "c": "fine", "d": 1.5})
    assert [problem.where for problem in caught.value.problems] == ["parameter a", "parameter b", "parameter d"]


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UsageError, match="use one of fi, sv, en"):
        ask(engine_of(), GRAPH, {}, "de")


def test_a_graph_is_a_table_of_labelled_statements() -> None:
    table = ask(engine_of(DECIDED), GRAPH, {}, "fi")
    assert [column.name for column in table.columns] == ["subject", "predicate", "object"]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["id:claim/d/c1", "gov:body", "Lautakunta"],
        ["id:claim/d/c1", "gov:verb", "päättää"],
    ]
    assert table.rows[0][2].iri == "https://w3id.org/govkg/id/body/board"
    assert (table.rows[1][2].iris, table.rows[1][2].lang) == ((), "fi")
