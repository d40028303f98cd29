"""Documents already read, kept so that a build reads only what has changed.

What is kept is named by a checksum of everything that reading depends on, so that it is either exactly what reading
would give or not found. A damaged file is not used: its own checksum would not fit.
"""

import hashlib
import pickle
import sys
from collections.abc import Iterator
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from govkg.core.model import Curation
from govkg.core.paths import derived, ontology, registry
from govkg.core.unfinished import put_in_place

_PROGRAM = Path(__file__).resolve().parent.parent
_LIBRARIES = ("pyoxigraph", "pyyaml", "rapidfuzz")
_DIGITS = 64
_MOST = 200
"""How many readings are kept; the oldest go first."""


class Kept:
    """The readings of one checkout."""

    def __init__(self, root: Path | None = None) -> None:
        self._root = root
        self.folder = derived(root) / "documents"

    def find(self, document: Path) -> Curation | None:
        """What reading a document's folder gave, when nothing that it depends on has changed."""
        path = self._path(document)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        seal, body = data[:_DIGITS], data[_DIGITS:]
        if hashlib.sha256(body).hexdigest().encode() != seal:
            return None
        found = pickle.loads(body)  # written by us, named by our own checksum, in a folder of the user's
        return found if isinstance(found, Curation) else None

    def keep(self, document: Path, curation: Curation) -> None:
        """Keep what was read. A folder that cannot be written to keeps nothing, and the next build reads again."""
        body = pickle.dumps(curation, protocol=5)
        try:
            put_in_place(self._path(document), hashlib.sha256(body).hexdigest().encode() + body)
            for old in sorted(self.folder.iterdir(), key=lambda path: -path.stat().st_mtime)[_MOST:]:
                old.unlink(missing_ok=True)
        except OSError:
            return

    def _path(self, document: Path) -> Path:
        digest = hashlib.sha256(self._shared)
        for part in (str(document).encode(), *_contents([document])):
            digest.update(b"%d:" % len(part) + part)
        return self.folder / digest.hexdigest()

    @cached_property
    def _shared(self) -> bytes:
        """The checksum of what all documents depend on: program, libraries, ontology, reference data."""
        digest = hashlib.sha256(f"{sys.version} {[(name, version(name)) for name in _LIBRARIES]}".encode())
        program = (_PROGRAM / "build", _PROGRAM / "core")
        for part in _contents([*program, ontology(self._root), registry(self._root)]):
            digest.update(b"%d:" % len(part) + part)
        return digest.digest()


def _contents(folders: list[Path]) -> Iterator[bytes]:
    """The names and the bytes of all files below some folders, in order."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                yield path.relative_to(folder).as_posix().encode()
                yield path.read_bytes()
