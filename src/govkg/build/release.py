"""The release step: quads → one sorted N-Quads file, put in place by one atomic rename."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from govkg.core.dataset import seal
from govkg.core.files import unwritable
from govkg.core.unfinished import put_in_place, remove_leftovers


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
