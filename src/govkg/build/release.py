"""The release step: quads → one sorted N-Quads file, put in place by one atomic rename."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from govkg.core.dataset import seal
from govkg.core.files import unwritable


def lines_of(quads: Iterable[ox.Quad]) -> bytes:
    """The quads as N-Quads, sorted by their UTF-8 bytes, each once."""
    return b"".join(sorted({f"{quad} .\n".encode() for quad in quads}))


def write_release(path: Path, lines: bytes) -> bool:
    """Replace the release by these lines; False when it already is so. A crash at any moment leaves the old file or the new one.

    Raises UsageError when the file cannot be written.
    """
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
    handle, name = tempfile.mkstemp(prefix=".govkg-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
