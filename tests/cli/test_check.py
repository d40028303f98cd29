"""`govkg check`."""

from pathlib import Path

from tests.cli.calls import call


def test_every_document_is_checked_and_counted(world: Path) -> None:
    result = call(world, "check")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "testila-2022: 8 claims, 5 quotes, 16 content lines: 9 quoted, 7 excluded",
        "testila-kaavio: 7 claims, 7 quotes, 9 content lines: 9 quoted, 0 excluded",
    ]


def test_only_the_named_document_is_checked(world: Path) -> None:
    (world / "data/sources/testila-kaavio/claims/1-kuviot.yaml").write_text("- nothing", "utf-8")
    assert call(world, "check", "testila-2022").stdout.startswith("testila-2022: ")
    assert call(world, "check", "testila-kaavio").exit_code == 1


def test_nothing_is_written(world: Path) -> None:
    before = sorted(world.rglob("*"))
    call(world, "check")
    assert sorted(world.rglob("*")) == before


def test_an_unknown_document_is_answered_with_the_known_ones(world: Path) -> None:
    result = call(world, "check", "testila")
    assert result.exit_code == 2
    assert result.stderr == "document: unknown document `testila`\n    → known: testila-2022, testila-kaavio\n"


def test_faults_of_all_documents_are_told_together(world: Path) -> None:
    for slug, name in (("testila-2022", "2-kokeela.yaml"), ("testila-kaavio", "1-kuviot.yaml")):
        path = world / "data/sources" / slug / "claims" / name
        path.write_text(path.read_text("utf-8").replace("status:", "stauts:"), "utf-8")
    result = call(world, "check")
    assert result.exit_code == 1
    assert (
        "testila-2022/claims/2-kokeela.yaml:8: unknown key `stauts` of `body`\n    → nearest: status" in result.stderr
    )
    assert "testila-kaavio/claims/1-kuviot.yaml:4: unknown key `stauts` of `body`" in result.stderr
