"""The release file: whole, or refused with the reason."""

from pathlib import Path

import pytest

from govkg.core.dataset import read_release, release_file, seal
from govkg.core.errors import GovkgError, Problem

LINES = b"<http://a> <http://b> <http://c> <http://g> .\n"


def problem(path: Path) -> Problem:
    with pytest.raises(GovkgError) as caught:
        read_release(path)
    (found,) = caught.value.problems
    return found


def test_a_sealed_release_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "govkg.nq"
    path.write_bytes(seal(LINES))
    found = read_release(path)
    assert found.data.split(b"\n", 1)[1] == LINES
    assert found.data.split(b"\n", 1)[0].decode().rpartition(" ")[2].startswith(found.version)
    assert len(found.version) == 12


def test_the_seal_is_a_comment_of_nquads() -> None:
    assert seal(LINES).startswith(b"# ")


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        (lambda data: data[:-1], "damaged"),
        (lambda data: data + b"\n", "damaged"),
        (lambda data: data.replace(b"//a", b"//b"), "damaged"),
        (lambda data: data.split(b"\n", 1)[1], "no checksum"),
        (lambda data: b"", "no checksum"),
        (lambda data: data[:40], "no checksum"),
    ],
    ids=["cut", "longer", "changed", "unsealed", "empty", "cut in its first line"],
)
def test_a_damaged_release_is_refused(tmp_path: Path, damage: object, what: str) -> None:
    path = tmp_path / "govkg.nq"
    assert callable(damage)
    path.write_bytes(damage(seal(LINES)))
    found = problem(path)
    assert what in found.what
    assert "govkg build" in found.todo


def test_a_missing_release_says_how_to_make_one(tmp_path: Path) -> None:
    found = problem(tmp_path / "govkg.nq")
    assert found.what == "there is no release yet"
    assert found.todo == "run `govkg build`"


def test_a_folder_is_no_release(tmp_path: Path) -> None:
    assert problem(tmp_path).what == "cannot be read: Is a directory"


def test_the_release_stands_below_the_root_that_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVKG_ROOT", str(tmp_path))
    assert release_file() == tmp_path / "data" / "release" / "govkg.nq"
    monkeypatch.delenv("GOVKG_ROOT")
    assert release_file().parent.parent.parent != tmp_path
