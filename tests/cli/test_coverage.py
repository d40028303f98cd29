"""`govkg coverage`."""

from pathlib import Path

from tests.cli.calls import call


def test_every_line_is_shown_with_what_became_of_it(world: Path) -> None:
    result = call(world, "coverage", "testila-2022")
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0] == "# testila-2022"
    assert lines[1].split() == ["1", "excluded", "heading", "Katsaus", "6/2022"]
    assert lines[4].split()[:4] == ["4", "quoted", "2", "claims"]
    assert lines[-1].split()[:3] == ["17", "excluded", "personal-data"]
    assert len(lines) == 17  # the header and every line but the empty one


def test_lines_of_one_state_are_shown_alone(world: Path) -> None:
    result = call(world, "coverage", "testila-2022", "--only", "excluded")
    assert len(result.stdout.splitlines()) == 8
    assert "quoted" not in result.stdout


def test_all_documents_are_shown_when_none_is_named(world: Path) -> None:
    result = call(world, "coverage", "--only", "unaccounted")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == ["# testila-2022", "# testila-kaavio"]


def test_an_unaccounted_line_is_shown_and_ends_with_1(world: Path) -> None:
    path = world / "data/sources/testila-2022/claims/2-kokeela.yaml"
    path.write_text(path.read_text("utf-8").partition("- at: kokeela/hallinto\n  lines: 17")[0], "utf-8")
    result = call(world, "coverage", "--only", "unaccounted")
    assert result.exit_code == 1
    assert "   17 unaccounted" in result.stdout
    assert "sihteeri@example.org" in result.stdout


def test_an_unknown_document_is_answered_with_the_known_ones(world: Path) -> None:
    result = call(world, "coverage", "testila")
    assert result.exit_code == 2
    assert "known: testila-2022, testila-kaavio" in result.stderr
