"""Files: UTF-8 as it is, and a sentence about everything else."""

from pathlib import Path

import pytest

from govkg.core.errors import GovkgError, Problem, UsageError
from govkg.core.files import read_text, unwritable


def problem(path: Path, data: bytes) -> Problem:
    path.write_bytes(data)
    with pytest.raises(GovkgError) as caught:
        read_text(path, "text.txt")
    (found,) = caught.value.problems
    return found


def test_a_text_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes("Hyvä\r\nyö \u00ad…\n".encode())
    assert read_text(path) == "Hyvä\r\nyö \u00ad…\n"


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        ("abc".encode("utf-16"), 0, "the file is UTF-16"),
        (b"\xef\xbb\xbfabc", 0, "byte order mark"),
        (b"a\nb\nc\0", 3, "NUL byte"),
        ("a\nbää".encode("latin-1"), 2, "not UTF-8 at byte 3"),
        (b"a\n\xc3", 2, "not UTF-8 at byte 2"),
    ],
)
def test_what_is_not_utf8_is_named_with_its_line(tmp_path: Path, data: bytes, line: int, what: str) -> None:
    found = problem(tmp_path / "text.txt", data)
    assert what in found.what
    assert (found.where, found.line) == ("text.txt", line)
    assert "UTF-8" in found.todo


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GovkgError, match=r"no\.txt: the file is missing"):
        read_text(tmp_path / "no.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(GovkgError, match=r"text\.txt: cannot be read: Is a directory"):
        read_text(tmp_path, "text.txt")


def test_a_file_that_cannot_be_written_is_a_wrong_argument(tmp_path: Path) -> None:
    error = unwritable(tmp_path / "x", PermissionError(13, "Permission denied"))
    assert isinstance(error, UsageError)
    assert "cannot be written: Permission denied" in str(error)


def test_a_full_disk_is_told_of_where_the_store_on_disk_says_so_in_words_only(tmp_path: Path) -> None:
    error = unwritable(tmp_path / "x", OSError("IO error: No space left on device: While appending to file: 1.sst"))
    assert not isinstance(error, UsageError)
    assert "No space left on device" in str(error)
    assert "free some room" in str(error)
