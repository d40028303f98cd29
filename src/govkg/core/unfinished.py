"""Files and folders that get their name when they are whole. What a killed process left of one is removed by the next that writes beside it."""

import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

_PREFIX, _SUFFIX = ".govkg-", ".tmp"


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """An empty file to be filled, which replaces `path` by one rename, unless an error is raised; their folder is made when missing.

    Raises OSError, and then leaves the old file.
    """
    with _claim(path.parent) as (handle, made):
        yield made
        os.fsync(handle)
        made.chmod(0o644)
        made.replace(path)


@contextlib.contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """An empty folder to be filled, which takes the place of the folder `path`, unless an error is raised. Raises OSError."""
    with _claim(path.parent) as (_, claim):
        made = _folder_of(claim)
        made.mkdir()
        yield made
        shutil.rmtree(path, ignore_errors=True)
        made.replace(path)


def put_in_place(path: Path, data: bytes) -> None:
    """Replace a file by one rename; its folder is made when missing. Raises OSError, and then leaves the old file."""
    with new_file(path) as made:
        made.write_bytes(data)


def remove_leftovers(folder: Path) -> None:
    """Remove what killed processes left unfinished in a folder; what is being written is locked, and stays."""
    for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with contextlib.suppress(OSError):  # locked, not ours, or gone by now
            handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _remove(path)
            finally:
                os.close(handle)


@contextlib.contextmanager
def _claim(folder: Path) -> Iterator[tuple[int, Path]]:
    """An empty file, locked until the end; the system frees the lock of a process that is killed. Whatever still has its name then is removed."""
    folder.mkdir(parents=True, exist_ok=True)
    remove_leftovers(folder)
    handle, path = _locked_file(folder)
    try:
        yield handle, path
    finally:
        _remove(path)
        os.close(handle)


def _locked_file(folder: Path) -> tuple[int, Path]:
    while True:
        handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=folder)
        fcntl.flock(handle, fcntl.LOCK_EX)
        if os.fstat(handle).st_nlink:
            return handle, Path(name)
        os.close(handle)  # another process took it for a leftover before it was locked


def _folder_of(claim: Path) -> Path:
    """The folder that belongs to a file: no program locks folders on every file system."""
    return claim.with_suffix(".new")


def _remove(claim: Path) -> None:
    """The file goes last: without it nobody would know that the folder is left over."""
    shutil.rmtree(_folder_of(claim), ignore_errors=True)
    claim.unlink(missing_ok=True)
