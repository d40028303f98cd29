"""`govkg queries`: what can be asked, how, and whether it holds."""

import shutil
from pathlib import Path

from .conftest import Shell


def test_the_list_groups_questions_by_theme_with_their_parameters(govkg: Shell) -> None:
    lines = govkg("queries", "list", "--lang", "en").stdout.splitlines()
    assert lines[0] == "# NGO grants"
    assert any(line.startswith("grant-model-status ") and line.endswith("?  [--region --state]") for line in lines)


def test_the_list_speaks_swedish(govkg: Shell) -> None:
    assert (
        "Vilket organ beslutar om organisationsunderstöd i varje område?"
        in govkg("queries", "list", "--lang", "sv").stdout
    )


def test_a_query_is_shown_with_parameters_columns_and_sparql(govkg: Shell) -> None:
    shown = govkg("queries", "show", "dated-decisions", "--lang", "en").stdout
    assert "dated-decisions: What was decided or handled when, by whom?" in shown
    assert "--from: From (2022, 2022-06 or 2022-06-14)" in shown
    assert "  action: Action (thing)" in shown
    assert "SELECT ?date ?region" in shown
    assert "#+" not in shown


def test_an_unknown_query_is_wrong_usage(govkg: Shell) -> None:
    result = govkg("queries", "show", "grants")
    assert result.exit_code == 2
    assert "nearest: " in result.stderr


def test_saved_queries_that_hold_are_counted(govkg: Shell) -> None:
    result = govkg("queries", "check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith("saved queries hold\n")


def test_an_answer_that_is_not_the_one_kept_is_told_and_is_no_fault(govkg: Shell) -> None:
    result = govkg("queries", "check")
    assert result.exit_code == 0
    assert "! grant-deciders: the answer has changed: " in result.stdout


def test_keeping_writes_what_is_not_kept_once(govkg: Shell) -> None:
    real = (govkg.root / "queries").readlink()
    (govkg.root / "queries").unlink()
    shutil.copytree(real, govkg.root / "queries")
    assert "grant-deciders" in govkg("queries", "keep").stdout
    assert govkg("queries", "keep").stdout == "everything is kept already\n"
    assert "!" not in govkg("queries", "check").stdout


def test_a_query_that_does_not_hold_is_named_with_its_file(govkg: Shell) -> None:
    real = (govkg.root / "queries").readlink()
    (govkg.root / "queries").unlink()
    copy_with_fault(real, govkg.root / "queries")
    result = govkg("queries", "check")
    assert result.exit_code == 1
    assert "queries/seats.rq: the header has the columns" in result.stderr


def copy_with_fault(real: Path, folder: Path) -> None:
    folder.mkdir()
    for path in filter(Path.is_file, real.iterdir()):
        text = path.read_text("utf-8")
        (folder / path.name).write_text(
            text.replace("SELECT ?region ?body ?type ?seats", "SELECT ?region ?body ?type")
            if path.name == "seats.rq"
            else text
        )
