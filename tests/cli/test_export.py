"""`govkg export`."""

from pathlib import Path

import pytest

from govkg.publish.export import EXPORTS
from tests.cli.calls import call


def test_the_release_goes_to_standard_output_as_it_is(built_world: Path) -> None:
    result = call(built_world, "export", "nquads")
    assert result.exit_code == 0
    assert result.stdout_bytes == (built_world / "data/release/govkg.nq").read_bytes()


@pytest.mark.parametrize("name", EXPORTS)
def test_a_dump_goes_to_the_file_that_is_named(built_world: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    result = call(built_world, "export", name, "-o", str(out))
    assert (result.exit_code, result.output) == (0, "")
    assert out.stat().st_size > 1000


def test_claims_are_labelled_in_the_language_that_is_named(built_world: Path) -> None:
    assert "Test survey" in call(built_world, "export", "claims.csv", "--lang", "en").stdout
    assert "Testöversikt" in call(built_world, "export", "claims.csv", "--lang", "sv").stdout


def test_a_file_that_cannot_be_written_is_named(built_world: Path) -> None:
    out = built_world / "data/release/govkg.nq/x"
    result = call(built_world, "export", "nquads", "-o", str(out))
    assert result.exit_code == 2
    assert (
        result.stderr
        == f"{out}: cannot be written: Not a directory\n    → name a file in a folder that you may write to\n"
    )


def test_an_unknown_format_is_answered_with_the_known_ones(built_world: Path) -> None:
    result = call(built_world, "export", "pdf")
    assert result.exit_code == 2
    assert all(name in result.stderr for name in EXPORTS)
