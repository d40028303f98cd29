"""A fault in a query's header is an error with its file and line, and nothing is answered."""

from pathlib import Path

import pytest

from govkg.core.errors import GovkgError
from govkg.query.catalogue import read_catalogue
from govkg.query.declared import ReadFor, RestsOn

WORDS = """themes:
  grants: {fi: Avustukset, sv: Understöd, en: Grants}
columns:
  region: {fi: Alue, sv: Område, en: Region}
"""
HEADER = """summary: Which?
summary_fi: Mikä?
summary_sv: Vilken?
description: One.
description_fi: Yksi.
description_sv: Ett.
theme: grants
columns:
  region: thing
tags:
  - grants"""


def fault(tmp_path: Path, header: str, words: str = WORDS) -> str:
    (tmp_path / "words.yaml").write_text(words)
    text = "".join(f"#+ {line}\n" for line in header.split("\n"))
    (tmp_path / "q.rq").write_text(text + "SELECT ?region WHERE { ?region ?p ?o }\n")
    with pytest.raises(GovkgError) as error:
        read_catalogue(tmp_path)
    return str(error.value)


def test_a_right_header_is_read_in_three_languages(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text(WORDS)
    (tmp_path / "q.rq").write_text(
        "".join(f"#+ {line}\n" for line in HEADER.split("\n")) + "SELECT ?region WHERE { }\n"
    )
    query = read_catalogue(tmp_path).get("q")
    assert query.summary == {"en": "Which?", "fi": "Mikä?", "sv": "Vilken?"}
    assert [(column.name, column.labels["sv"]) for column in query.columns] == [("region", "Område")]
    assert (query.form, query.views) == ("SELECT", ("table",))


def test_an_unknown_key_is_named_with_its_line(tmp_path: Path) -> None:
    assert "queries/q.rq:12: unknown key `colour`" in fault(tmp_path, HEADER + "\ncolour: red")


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    assert "the header lacks `summary_sv`" in fault(tmp_path, HEADER.replace("summary_sv: Vilken?\n", ""))


def test_bad_yaml_is_an_error_with_its_line(tmp_path: Path) -> None:
    assert "queries/q.rq:1: not YAML" in fault(tmp_path, HEADER.replace("Which?", "Which: one?"))


def test_a_tab_is_an_error_with_its_line(tmp_path: Path) -> None:
    assert "queries/q.rq:9: a tab stands in the YAML" in fault(tmp_path, HEADER.replace("  region", "\tregion"))


def test_a_key_written_twice_is_an_error(tmp_path: Path) -> None:
    assert "queries/q.rq:12: the key `theme` is written twice" in fault(tmp_path, HEADER + "\ntheme: grants")


def test_a_column_without_a_heading_is_named_with_its_line(tmp_path: Path) -> None:
    assert "queries/q.rq:9: `body` has no heading in three languages" in fault(
        tmp_path, HEADER.replace("region: thing", "body: thing")
    )


def test_a_column_of_an_unknown_kind_is_an_error(tmp_path: Path) -> None:
    assert "column `region` has an unknown kind" in fault(tmp_path, HEADER.replace("region: thing", "region: colour"))


def test_a_heading_that_lacks_a_language_is_named_with_its_line(tmp_path: Path) -> None:
    assert "queries/words.yaml:4: `region` needs fi, sv and en" in fault(
        tmp_path, HEADER, WORDS.replace(", sv: Område", "")
    )


def test_an_unknown_theme_is_an_error_that_lists_the_known_ones(tmp_path: Path) -> None:
    assert "unknown theme `grant`\n    → known: grants" in fault(
        tmp_path, HEADER.replace("theme: grants", "theme: grant")
    )


@pytest.mark.parametrize(
    ("parameter", "message"),
    [
        ("{of: region}", "parameter `region` has no type"),
        ("{type: colour}", "parameter `region` has an unknown type"),
        ("{type: thing}", "does not say what kind of thing it is"),
        ("{type: date, colour: red}", "unknown key `colour` of parameter `region`"),
    ],
)
def test_a_wrong_parameter_is_an_error(tmp_path: Path, parameter: str, message: str) -> None:
    assert message in fault(tmp_path, HEADER.replace("columns:", f"parameters:\n  region: {parameter}\ncolumns:"))


def test_a_file_without_a_header_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text(WORDS)
    (tmp_path / "q.rq").write_text("SELECT ?region WHERE { }\n")
    with pytest.raises(GovkgError, match="the header is missing"):
        read_catalogue(tmp_path)


def test_the_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text(WORDS)
    for name in ("a", "b"):
        (tmp_path / f"{name}.rq").write_text("SELECT * WHERE { }\n")
    with pytest.raises(GovkgError) as error:
        read_catalogue(tmp_path)
    assert {problem.where for problem in error.value.problems} == {"queries/a.rq", "queries/b.rq"}


@pytest.mark.parametrize(
    ("views", "message"),
    [
        ("[table, hologram]", "queries/q.rq:12: unknown view `hologram`\n    → known: table, cross-table"),
        ("{table: 1}", "queries/q.rq:12: `views` is no list"),
        ("[map: {size: 9}]", "queries/q.rq:12: the view `map` has no option `size`\n    → known: show"),
        ("[map: {show: body}]", "queries/q.rq:12: `body` is no column for `show` of `map`\n    → known: count, region"),
    ],
)
def test_a_wrong_view_is_named_with_its_line(tmp_path: Path, views: str, message: str) -> None:
    assert message in fault(tmp_path, f"{HEADER}\nviews: {views}")


def test_views_are_read_in_order_with_their_options(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text(WORDS)
    header = HEADER + "\nviews: [map: {show: region}, table]"
    (tmp_path / "q.rq").write_text(
        "".join(f"#+ {line}\n" for line in header.split("\n")) + "SELECT ?region WHERE { }\n"
    )
    query = read_catalogue(tmp_path).get("q")
    assert (query.views, query.options["map"]) == (("map", "table"), {"show": "region"})


@pytest.mark.parametrize(
    ("questions", "rests_on"),
    [
        ("[strategy]", RestsOn((ReadFor("strategy"),))),
        (
            "[holder, decider: {region: lappi}]",
            RestsOn((ReadFor("holder"), ReadFor("decider", (("region", "lappi"),)))),
        ),
        ("all", RestsOn(all=True)),
        ("[]", RestsOn()),
    ],
)
def test_the_questions_that_an_answer_rests_on_are_read(tmp_path: Path, questions: str, rests_on: RestsOn) -> None:
    (tmp_path / "words.yaml").write_text(WORDS)
    header = HEADER.replace("columns:", "parameters:\n  region: {type: thing, of: region}\ncolumns:")
    header += f"\nquestions: {questions}"
    (tmp_path / "q.rq").write_text(
        "".join(f"#+ {line}\n" for line in header.split("\n")) + "SELECT ?region WHERE { }\n"
    )
    assert read_catalogue(tmp_path).get("q").questions == rests_on


@pytest.mark.parametrize(
    ("questions", "message"),
    [
        ("some", "queries/q.rq:12: `questions` is neither a list nor `all`\n    → write questions: [task-holder]"),
        ("[decider: {task: x}]", "queries/q.rq:12: the question `decider` is limited by `task`, which is no parameter"),
    ],
)
def test_wrong_questions_are_named_with_their_line(tmp_path: Path, questions: str, message: str) -> None:
    assert message in fault(tmp_path, f"{HEADER}\nquestions: {questions}")
