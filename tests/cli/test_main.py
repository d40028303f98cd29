"""The command as a whole: help, exit codes, errors without tracebacks, pipes, completion."""

import signal
from pathlib import Path

import pytest

from govkg import __version__
from govkg.cli.main import VERBS
from tests.cli.calls import call, start
from tests.conftest import ROOT

CLAIMS = "data/sources/testila-2022/claims/1-testila.yaml"


def damage(world: Path) -> None:
    path = world / CLAIMS
    path.write_text(
        path.read_text("utf-8").replace("role: decides", "role: decide").replace("status: adopted", "status: adoptd"),
        "utf-8",
    )


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_has_help_with_an_example(verb: str) -> None:
    result = call(ROOT, verb, "--help")
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert f"govkg {verb}" in result.stdout


def test_help_names_every_command(built_world: Path) -> None:
    result = call(built_world, "-h")
    assert result.exit_code == 0
    assert all(f"\n  {verb} " in result.stdout for verb in VERBS)


def test_the_version_is_told(built_world: Path) -> None:
    assert call(built_world, "--version").stdout == f"govkg, version {__version__}\n"


@pytest.mark.parametrize(
    ("typed", "meant"), [("expalin", "explain"), ("querry", "query"), ("covrage", "coverage"), ("Doctor", "doctor")]
)
def test_an_unknown_verb_is_answered_with_the_nearest(built_world: Path, typed: str, meant: str) -> None:
    result = call(built_world, typed)
    assert result.exit_code == 2
    assert f"{typed}: there is no such command" in result.stderr
    assert meant in result.stderr.partition("perhaps")[2]


def test_a_verb_like_no_other_is_answered_with_all(built_world: Path) -> None:
    result = call(built_world, "xyz")
    assert result.exit_code == 2
    assert all(verb in result.stderr for verb in VERBS)


@pytest.mark.parametrize(
    "args",
    [("--wrong",), ("check", "--wrong"), ("export", "pdf"), ("build", "--reasoner", "magic"), ("coverage", "a", "b")],
)
def test_wrong_usage_ends_with_2(built_world: Path, args: tuple[str, ...]) -> None:
    assert call(built_world, *args).exit_code == 2


def test_every_problem_is_told_with_file_and_line_and_no_traceback(world: Path) -> None:
    damage(world)
    result = call(world, "check")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "testila-2022/claims/1-testila.yaml:5: unknown role `decide`\n    → nearest: decides" in result.stderr
    assert "unknown status `adoptd`" in result.stderr
    assert result.stderr.endswith("2 problems\n")
    assert "Traceback" not in result.stderr


def test_a_single_problem_is_counted_as_one(tmp_path: Path) -> None:
    result = call(tmp_path, "check")
    assert result.exit_code == 1
    assert "there is no folder of source documents" in result.stderr
    assert result.stderr.endswith("1 problem\n")


@pytest.mark.parametrize(
    "args", [("build",), ("check",), ("coverage",), ("explain", "x/body-1"), ("export", "nquads"), ("doctor",)]
)
def test_an_empty_folder_is_answered_with_sentences(tmp_path: Path, args: tuple[str, ...]) -> None:
    result = call(tmp_path, *args)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "→" in result.output


def test_piped_output_has_no_colours_and_no_progress(world: Path) -> None:
    for args in (("build",), ("check",), ("coverage", "testila-2022")):
        process = start(world, *args)
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0
        assert out
        assert b"\x1b" not in out
        assert err == b""


def test_a_reader_who_stops_early_gets_no_traceback(built_world: Path) -> None:
    process = start(built_world, "export", "nquads")
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline().startswith(b"# govkg release")
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) in (0, 1, -signal.SIGPIPE)
    assert err == b""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_gets_its_completion(built_world: Path, shell: str) -> None:
    process = start(built_world, _GOVKG_COMPLETE=f"{shell}_source")
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert b"_GOVKG_COMPLETE" in out


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("govkg ex", {"explain", "export"}),
        ("govkg export cl", {"claims.csv"}),
        ("govkg build --reasoner ow", {"owlrl"}),
        ("govkg nothing x", set()),
    ],
)
def test_the_shell_is_offered_what_fits(built_world: Path, words: str, offered: set[str]) -> None:
    process = start(
        built_world, _GOVKG_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(len(words.split()) - 1)
    )
    out, err = process.communicate(timeout=60)
    assert err == b""
    assert {line.partition(",")[2] for line in out.decode().split()} == offered
