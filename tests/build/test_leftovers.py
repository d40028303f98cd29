"""What a build that was killed leaves beside the release."""

import fcntl
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from govkg.build.release import remove_leftovers, write_release
from govkg.core.paths import home

WRITING = """
import os, sys
from pathlib import Path
from govkg.build import release
def wait(handle):
    print("writing", flush=True)
    sys.stdin.read()
os.fsync = wait
release.write_release(Path(sys.argv[1]), b"of another build\\n")
"""


def writing(path: Path) -> subprocess.Popen[str]:
    """Another build, which has written all of its file but not put it in place; it does so when its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITING, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(home() / "src")},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    return process


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("lines", [b"first\n", b"second\n"], ids=["unchanged", "changed"])
def test_the_next_build_removes_what_a_killed_one_left(tmp_path: Path, lines: bytes) -> None:
    path = tmp_path / "govkg.nq"
    write_release(path, b"first\n")
    with writing(path) as process:
        process.send_signal(signal.SIGKILL)
    assert len(files(tmp_path)) == 2
    write_release(path, lines)
    assert files(tmp_path) == ["govkg.nq"]


def test_what_another_build_is_writing_stays(tmp_path: Path) -> None:
    path = tmp_path / "govkg.nq"
    with writing(path) as process:
        write_release(path, b"of this build\n")
        assert len(files(tmp_path)) == 2
        process.communicate("")
    assert process.returncode == 0
    assert path.read_bytes().endswith(b"of another build\n")
    assert files(tmp_path) == ["govkg.nq"]


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
    write_release(tmp_path / "govkg.nq", b"lines\n")
    assert files(tmp_path) == ["govkg.nq"]


def test_other_files_and_what_a_link_leads_to_stay(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("kept", "utf-8")
    (tmp_path / ".govkg-link.tmp").symlink_to(kept)
    (tmp_path / ".govkg-folder.tmp").mkdir()
    remove_leftovers(tmp_path)
    assert files(tmp_path) == [".govkg-folder.tmp", ".govkg-link.tmp", "kept"]
