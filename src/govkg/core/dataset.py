"""The release: one file of sorted N-Quads whose first line carries the checksum of the rest.

One file, so that replacing it is one atomic rename and a half-written release cannot be met.
"""

import hashlib
import re
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from govkg.core.errors import GovkgError, Problem
from govkg.core.files import unreadable
from govkg.core.paths import release

FILE = "govkg.nq"
_HEAD = re.compile(rb"# govkg release, sha256 of the lines below: ([0-9a-f]{64})\n")
_LONGEST_HEAD = 200  # bytes
_VERSION = 12  # digits


class Release:
    """A release found whole. `version` is the first 12 digits of its checksum.

    Its bytes are held, or read from the file when asked for; the open file stays the one that it was when a new release is put in its place.
    """

    def __init__(self, path: Path, data: bytes | BinaryIO, version: str) -> None:
        self.path, self.version = path, version
        self._data = data
        self._lock = Lock()

    def __del__(self) -> None:
        if not isinstance(self._data, bytes):
            self._data.close()

    @property
    def data(self) -> bytes:
        """The bytes of the file. Raises GovkgError when they were changed since."""
        if isinstance(self._data, bytes):
            return self._data
        with self._lock:
            self._data.seek(0)
            data = self._data.read()
        if not _digest(self.path, data).startswith(self.version):
            raise _damaged(self.path)
        return data


def release_file(root: Path | None = None) -> Path:
    """Where the release of a checkout or an installation stands."""
    return release(root) / FILE


def seal(lines: bytes) -> bytes:
    """The bytes of a release file for these N-Quads lines."""
    return f"# govkg release, sha256 of the lines below: {hashlib.sha256(lines).hexdigest()}\n".encode() + lines


def read_release(path: Path | None = None) -> Release:
    """The release at `path`. Raises GovkgError when it is missing, cut short or changed."""
    path = path or release_file()
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise _missing(path) from None
    except OSError as error:
        raise unreadable(path.name, error) from None
    return Release(path, data, _digest(path, data)[:_VERSION])


def open_release(path: Path) -> tuple[Release, str]:
    """The release that a file says it is, and its whole checksum, which is compared only when its bytes are read. Raises GovkgError."""
    try:
        file = path.open("rb")
    except FileNotFoundError:
        raise _missing(path) from None
    except OSError as error:
        raise unreadable(path.name, error) from None
    try:
        digest = _told(path, file.readline(_LONGEST_HEAD))
    except GovkgError:
        file.close()
        raise
    return Release(path, file, digest[:_VERSION]), digest


def _digest(path: Path, data: bytes) -> str:
    """The checksum of the lines. Raises GovkgError when the first line tells another or none."""
    end = data.find(b"\n", 0, _LONGEST_HEAD) + 1
    told, digest = _told(path, data[:end]), hashlib.sha256(memoryview(data)[end:]).hexdigest()
    if digest != told:
        raise _damaged(path)
    return digest


def _told(path: Path, line: bytes) -> str:
    head = _HEAD.fullmatch(line)
    if head is None:
        what = "this is no govkg release: its first line has no checksum"
        raise GovkgError([Problem(path.name, 1, what, "run `govkg build`")])
    return head[1].decode()


def _missing(path: Path) -> GovkgError:
    return GovkgError([Problem(path.name, 0, "there is no release yet", "run `govkg build`")])


def _damaged(path: Path) -> GovkgError:
    what = "the release is damaged: its checksum differs"
    return GovkgError([Problem(path.name, 0, what, "run `govkg build`, or restore the file")])
