"""The release step: quads → one sorted N-Quads file, put in place by one atomic rename."""

import contextlib
import fcntl
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from govkg.core.dataset import seal
from govkg.core.files import unwritable

_PREFIX, _SUFFIX = ".govkg-", ".tmp"


def lines_of(quads: Iterable[ox.Quad]) -> bytes:
    """The quads as N-Quads, sorted by their UTF-8 bytes, each once."""
    return b"".join(sorted({f"{quad} .\n".encode() for quad in quads}))


def write_release(path: Path, lines: bytes) -> bool:
    """Replace the release by these lines; False when it already is so. A crash at any moment leaves the old file or the new one.

    What a build that was killed left beside it is removed. Raises UsageError when the file cannot be written.
    """
    remove_leftovers(path.parent)
    data = seal(lines)
    if path.is_file() and path.read_bytes() == data:
        return False
    try:
        put_in_place(path, data)
    except OSError as error:
        raise unwritable(path, error) from None
    return True


def put_in_place(path: Path, data: bytes) -> None:
    """Replace a file by one rename; its folder is made when missing. Raises OSError, and then leaves the old file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = _new_file(path.parent)
    try:
        with os.fdopen(handle, "wb") as file:  # and the lock with it, until it has its name
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def remove_leftovers(folder: Path) -> None:
    """Remove the unfinished files of builds that were killed; one that is being written is locked, and stays."""
    for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with contextlib.suppress(OSError):  # locked, not ours, or gone by now
            handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink()
            finally:
                os.close(handle)


def _new_file(folder: Path) -> tuple[int, str]:
    """An empty file, locked as long as it is open; the system frees the lock of a process that is killed."""
    while True:
        handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=folder)
        fcntl.flock(handle, fcntl.LOCK_EX)
        if os.fstat(handle).st_nlink:
            return handle, name
        os.close(handle)  # another build took it for a leftover before it was locked
