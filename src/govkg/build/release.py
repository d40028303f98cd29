"""The release step: quads → one sorted N-Quads file, put in place by one atomic rename."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from govkg.core.dataset import seal


def lines_of(quads: Iterable[ox.Quad]) -> bytes:
    """The quads as N-Quads, sorted by their UTF-8 bytes, each once."""
    return b"".join(sorted({f"{quad} .\n".encode() for quad in quads}))


def write_release(path: Path, lines: bytes) -> bool:
    """Replace the release by these lines; False when it already is so. A crash at any moment leaves the old file or the new one."""
    data = seal(lines)
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".govkg-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True
