"""`govkg query`: the options of a query are its own parameters, and a wrong word is told before anything is answered."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

from .conftest import Shell


def test_an_answer_is_a_table(govkg: Shell) -> None:
    result = govkg("query", "grant-deciders", "--region", "Område A", "--lang", "en")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].split()[:3] == ["Region", "Answer", "Body"]
    assert lines[2].startswith("Region A  stated")


def test_the_quotes_stand_under_their_rows_when_asked(govkg: Shell) -> None:
    assert "“Lautakunta päättää.”" in govkg("query", "grant-deciders", "--quotes").stdout


def test_help_shows_the_querys_own_parameters(govkg: Shell) -> None:
    told = govkg("query", "responsibilities", "--help").stdout
    for name in ("--region", "--body", "--role", "--task", "--document", "--status", "--alternative"):
        assert name in told


@pytest.mark.parametrize(
    "spelling", [("--changed-only",), ("--changed_only",), ("--changed-only", "true"), ("--changed_only=no",)]
)
def test_a_yes_or_no_parameter_is_spelt_either_way_and_may_stand_alone(govkg: Shell, spelling: tuple[str, ...]) -> None:
    assert govkg("query", "alternative-differences", *spelling, "--format", "csv").exit_code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("grant-decider",), "nearest: grant-deciders"),
        (("grant-deciders", "--regio", "a"), "Did you mean '--region'?"),
        (("grant-deciders", "--region", "Aluee A"), "nearest: Alue A"),
        (("grant-deciders", "--region"), "requires an argument"),
        (("dated-decisions", "--from", "yesterday"), "is not an ISO date"),
        (("grant-deciders", "--format", "pdf"), "'pdf' is not one of"),
        (("grant-deciders", "--format", "turtle"), "answers with a table, which turtle cannot hold"),
        (("cooperation-network", "--format", "csv"), "answers with a graph, which csv cannot hold"),
        (("grant-deciders", "--quotes", "--format", "csv"), "csv holds the quotes anyway"),
        (("grant-deciders", "-o", "/nowhere/at/all.csv"), "cannot be written"),
    ],
)
def test_a_wrong_word_is_wrong_usage(govkg: Shell, words: tuple[str, ...], told: str) -> None:
    result = govkg("query", *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


def test_the_suffix_of_a_file_tells_the_format(govkg: Shell) -> None:
    for name, start in (("a.csv", b"region,region_iri,"), ("a.xlsx", b"PK"), ("a.tsv", b"region\t"), ("a.json", b"{")):
        assert govkg("query", "grant-deciders", "-o", str(govkg.root / name)).exit_code == 0
        assert (govkg.root / name).read_bytes().startswith(start)


def test_a_binary_format_goes_down_a_pipe(govkg: Shell) -> None:
    assert govkg("query", "grant-deciders", "--format", "xlsx").stdout_bytes.startswith(b"PK")


def test_a_binary_format_is_refused_on_a_terminal(govkg: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from govkg.cli.query import answer
    from govkg.core.errors import UsageError
    from govkg.query.catalogue import read_catalogue

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    with pytest.raises(UsageError, match="xlsx is not for a terminal"):
        answer(read_catalogue().get("grant-deciders"), {}, "fi", "xlsx", False, None)


def test_an_empty_answer_says_so(govkg: Shell) -> None:
    result = govkg("query", "bodies", "--lang", "en")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-1].startswith("The source does not say: ")


def test_a_file_that_has_no_place_for_it_leaves_the_reason_to_the_terminal(govkg: Shell) -> None:
    result = govkg("query", "roadmap", "--document", "d", "--format", "csv", "--lang", "en")
    assert result.stdout.startswith("date,")
    assert result.stderr.startswith("not-read: Not read: the document “Document” was not read for this.")


def test_a_damaged_release_is_an_error_and_no_answer(govkg: Shell) -> None:
    with (govkg.root / "data" / "release" / "govkg.nq").open("ab") as release:
        release.write(b"\n")
    result = govkg("query", "grant-deciders")
    assert result.exit_code == 1
    assert "the release is damaged" in result.stderr


def test_a_query_loads_neither_the_web_server_nor_the_builders_libraries(govkg: Shell) -> None:
    code = (
        "import sys; from govkg.cli.main import main\n"
        "try: main(['query', 'grant-deciders', '--region', 'a'])\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "print([name for name in ('flask', 'werkzeug', 'waitress', 'rdflib', 'owlrl', 'pyshacl') if name in sys.modules])"
    )
    source = Path(__file__).resolve().parents[2] / "src"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(source), "PYTHONIOENCODING": "utf-8"},
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_neither_the_web_server_nor_the_builder_is_loaded() -> None:
    asking = "import sys; from govkg.cli.main import main; main(['query', 'grant-deciders'], standalone_mode=False); "
    telling = "print([name for name in ('flask', 'werkzeug', 'waitress', 'rdflib', 'owlrl', 'pyshacl') if name in sys.modules])"
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "GOVKG_ROOT": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run([sys.executable, "-c", asking + telling], capture_output=True, text=True, env=env, check=True)
    assert run.stdout.splitlines()[-1] == "[]"
