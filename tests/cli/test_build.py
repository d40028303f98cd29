"""`govkg build`."""

from pathlib import Path

import pytest

from govkg.core.dataset import read_release
from tests.cli.calls import call

RELEASE = "data/release/govkg.nq"


def test_a_build_tells_what_it_made_and_whether_it_changed(world: Path) -> None:
    first, second = call(world, "build"), call(world, "build")
    assert first.exit_code == second.exit_code == 0
    assert first.stdout.startswith("govkg.nq: 15 claims; quads: asserted ")
    assert second.stdout == first.stdout.rstrip("\n") + "; unchanged\n"
    read_release(world / RELEASE)


def test_a_build_goes_to_the_file_that_is_named(world: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "other.nq"
    assert call(world, "build", "-o", str(out)).exit_code == 0
    read_release(out)
    assert not (world / RELEASE).exists()


def test_the_reference_reasoner_builds_too(world: Path, tmp_path: Path) -> None:
    out = tmp_path / "reference.nq"
    assert call(world, "build", "--reasoner", "owlrl", "-o", str(out)).exit_code == 0
    read_release(out)


def test_faulty_documents_stop_the_build_with_all_faults(world: Path) -> None:
    text = world / "data/sources/testila-kaavio/claims/1-kuviot.yaml"
    text.write_text(
        text.read_text("utf-8").replace("quote: Kaavoitus", "quote: Kaivaus").replace("type: unit", "type: unti"),
        "utf-8",
    )
    result = call(world, "build")
    assert result.exit_code == 1
    assert "the quote “Kaivaus” is not in testila-kaavio/text.txt" in result.stderr
    assert "unknown body-type `unti`" in result.stderr
    assert not (world / RELEASE).exists()


@pytest.mark.parametrize("inside", ["text.txt/release.nq", ""])
def test_a_file_that_cannot_be_written_is_named(world: Path, inside: str) -> None:
    out = world / "data/sources/testila-2022" / inside
    result = call(world, "build", "-o", str(out))
    assert result.exit_code == 2
    assert str(out).rstrip("/") in result.stderr
    assert "Traceback" not in result.stderr
