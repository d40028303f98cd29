"""Files and folders that are not whole: being written, or left by a process that was killed."""

import fcntl
from pathlib import Path

import pytest

from govkg.core.unfinished import new_file, new_folder, put_in_place, remove_leftovers
from tests.writing import kill_writing, writing

FILE = """
from govkg.core.unfinished import new_file
with new_file(Path(sys.argv[1])) as made:
    made.write_text("of another process")
    wait()
"""
FOLDER = """
from govkg.core.unfinished import new_folder
with new_folder(Path(sys.argv[1])) as made:
    (made / "part").write_text("of another process")
    wait()
"""
BOTH = pytest.mark.parametrize("program", [FILE, FOLDER], ids=["file", "folder"])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@BOTH
def test_the_next_that_writes_removes_what_a_killed_process_left(tmp_path: Path, program: str) -> None:
    kill_writing(program, tmp_path / "name")
    assert names(tmp_path) not in ([], ["name"])
    put_in_place(tmp_path / "other", b"whole")
    assert names(tmp_path) == ["other"]


@BOTH
def test_what_another_process_is_writing_stays(tmp_path: Path, program: str) -> None:
    with writing(program, tmp_path / "name") as process:
        before = names(tmp_path)
        put_in_place(tmp_path / "other", b"whole")
        assert names(tmp_path) == [*before, "other"]
        process.communicate("")
    assert process.returncode == 0
    assert names(tmp_path) == ["name", "other"]
    made = tmp_path / "name"
    assert (made / "part" if made.is_dir() else made).read_text("utf-8") == "of another process"


def test_what_fails_leaves_what_was_there_before(tmp_path: Path) -> None:
    put_in_place(tmp_path / "file", b"before")
    with pytest.raises(RuntimeError), new_file(tmp_path / "file") as made:
        made.write_bytes(b"half")
        raise RuntimeError
    with new_folder(tmp_path / "folder") as made:
        (made / "before").touch()
    with pytest.raises(RuntimeError), new_folder(tmp_path / "folder") as made:
        (made / "half").touch()
        raise RuntimeError
    assert names(tmp_path) == ["file", "folder"]
    assert (tmp_path / "file").read_bytes() == b"before"
    assert names(tmp_path / "folder") == ["before"]


def test_a_new_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    for name in ("old", "new"):
        with new_folder(tmp_path / "folder") as made:
            (made / name).touch()
    assert names(tmp_path / "folder") == ["new"]


def test_a_file_that_was_removed_before_it_was_locked_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = fcntl.flock
    removed: list[Path] = []

    def late(handle: int, how: int) -> None:
        if not removed:
            removed.extend(tmp_path.iterdir())
            removed[0].unlink()
        lock(handle, how)

    monkeypatch.setattr(fcntl, "flock", late)
    put_in_place(tmp_path / "file", b"whole")
    assert names(tmp_path) == ["file"]


def test_other_files_and_what_a_link_leads_to_stay(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("kept", "utf-8")
    (tmp_path / ".govkg-link.tmp").symlink_to(kept)
    (tmp_path / ".govkg-folder.tmp").mkdir()
    remove_leftovers(tmp_path)
    assert names(tmp_path) == [".govkg-folder.tmp", ".govkg-link.tmp", "kept"]
