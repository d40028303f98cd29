"""The Python API: asked by slug, name or date, typed rows come back; `import govkg` loads nothing."""

import datetime
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import govkg
from govkg.core.errors import GovkgError, UsageError
from govkg.query.engine import embedded
from tests.conftest import ROOT

HEAVY = ("flask", "rdflib", "pyoxigraph", "click", "yaml", "mcp", "pandas")
TINY = ROOT / "tests" / "mcp" / "world" / "queries"


@pytest.fixture(autouse=True)
def invented(built_world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An installation with the invented region's release and two tiny questions."""
    (tmp_path / "data").symlink_to(built_world / "data")
    (tmp_path / "queries").symlink_to(TINY)
    monkeypatch.setenv("GOVKG_ROOT", str(tmp_path))
    yield


def test_importing_the_package_loads_neither_web_server_nor_store() -> None:
    code = f"import govkg, sys; print([name for name in {HEAVY} if name in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "[]\n"


def test_asking_loads_no_web_server_and_no_builder() -> None:
    code = "import govkg, sys; govkg.ask; print([name for name in ('flask', 'rdflib', 'mcp') if name in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "[]\n"


def test_the_package_tells_its_names_and_no_others() -> None:
    assert {"ask", "explain", "questions", "search"} <= set(dir(govkg))
    with pytest.raises(AttributeError, match="no attribute 'asks'"):
        _ = govkg.asks  # type: ignore[attr-defined]


def test_a_question_is_answered_with_labels_and_iris() -> None:
    table = govkg.ask("who-decides", region="Testila", lang="en")
    assert len(table) == 1
    assert table.rows[0]["body"] == "Hyvinvointi- ja järjestölautakunta"
    assert table.rows[0]["region"] == "Testland"
    assert table.rows[0]["region_iri"] == "https://w3id.org/govkg/id/region/testila"
    assert table.columns == ("region", "region_iri", "body", "body_iri", "claim", "claim_iri")


def test_an_answer_names_its_question_and_its_data() -> None:
    table = govkg.ask("who-decides", lang="sv")
    assert table.question == "Vem beslutar om understöd?"
    assert table.version == embedded().version


@pytest.mark.parametrize("value", [True, "yes"])
def test_a_truth_is_python_s_or_a_word(value: bool | str) -> None:
    assert len(govkg.ask("who-decides", decided_only=value)) == 1


def test_a_name_that_is_a_word_of_python_takes_an_underscore() -> None:
    assert len(govkg.ask("decisions", from_=datetime.date(2022, 6, 14))) == 1
    assert len(govkg.ask("decisions", from_=2023)) == 0


def test_none_leaves_a_parameter_out() -> None:
    assert govkg.ask("who-decides", region=None).rows == govkg.ask("who-decides").rows


@pytest.mark.parametrize(
    ("question", "parameters", "says"),
    [
        ("who-decide", {}, "nearest: who-decides"),
        ("who-decides", {"region": "Tesila"}, "nearest: Testila"),
        ("who-decides", {"area": "Testila"}, "its parameters: region, decided_only"),
        ("who-decides", {"region": ""}, "'' names nothing"),
        ("decisions", {"from_": "June"}, "not an ISO date"),
        ("decisions", {"lang": "de"}, "use one of fi, sv, en"),
    ],
)
def test_a_wrong_argument_is_a_value_error_that_says_what_would_be_right(
    question: str, parameters: dict[str, str], says: str
) -> None:
    with pytest.raises(ValueError, match=says) as caught:
        govkg.ask(question, **parameters)
    assert isinstance(caught.value, UsageError)


def test_a_missing_release_is_no_mistake_of_the_caller(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (empty := tmp_path / "empty").mkdir()
    (empty / "queries").symlink_to(TINY)
    monkeypatch.setenv("GOVKG_ROOT", str(empty))
    with pytest.raises(GovkgError, match="there is no release yet") as caught:
        govkg.ask("who-decides")
    assert not isinstance(caught.value, ValueError)


def test_the_questions_are_listed_in_a_language() -> None:
    found = {question.id: question for question in govkg.questions("sv")}
    assert set(found) == {"who-decides", "decisions"}
    asked = found["who-decides"]
    assert (asked.summary, asked.theme) == ("Vem beslutar om understöd?", "Beslut")
    assert [(p.name, p.label, p.takes) for p in asked.parameters] == [
        ("region", "Område", "region"),
        ("decided_only", "Endast beslutande", "boolean"),
    ]
    assert asked.columns == ("region", "body", "claim")


def test_a_claim_is_explained_by_its_quotes() -> None:
    claim = govkg.ask("who-decides", region="kokeela").rows[0]["claim_iri"]
    assert [quote.exact for quote in govkg.explain(str(claim)).quotes] == ["Avustuksista ei ole kirjauksia."]


def test_a_statement_is_explained_by_its_premises() -> None:
    body = "body/testila/hyvinvointi-ja-jarjestolautakunta"
    assert govkg.explain(body, "gov:decidesOn", "task/ngo-grants").premises


def test_two_words_are_nothing_to_explain() -> None:
    with pytest.raises(ValueError, match="give one claim, or subject, predicate and object"):
        govkg.explain("body/x", "gov:decidesOn")


def test_a_search_finds_without_case_and_dots() -> None:
    found = govkg.search("JARJESTO", lang="en")
    assert "Hyvinvointi- ja järjestölautakunta" in {hit.label for hit in found}
    assert len(govkg.search("jarjesto", limit=1)) == 1
    assert found.total >= len(found)


def test_a_search_in_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="use one of fi, sv, en"):
        govkg.search("a", lang="de")
