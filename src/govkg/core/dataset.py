"""The release: one file of sorted N-Quads whose first line carries the checksum of the rest.

One file, so that replacing it is one atomic rename and a half-written release cannot be met.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from govkg.core.errors import GovkgError, Problem
from govkg.core.files import unreadable
from govkg.core.paths import release

FILE = "govkg.nq"
_HEAD = re.compile(rb"# govkg release, sha256 of the lines below: ([0-9a-f]{64})\n")


@dataclass(frozen=True)
class Release:
    """A release that was read and found whole. `version` is the first 12 digits of its checksum."""

    path: Path
    data: bytes
    version: str


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
        raise GovkgError([Problem(path.name, 0, "there is no release yet", "run `govkg build`")]) from None
    except OSError as error:
        raise unreadable(path.name, error) from None
    head = _HEAD.match(data)
    if head is None:
        raise GovkgError(
            [Problem(path.name, 1, "this is no govkg release: its first line has no checksum", "run `govkg build`")]
        )
    digest = hashlib.sha256(memoryview(data)[head.end() :]).hexdigest()
    if digest != head[1].decode():
        raise GovkgError(
            [
                Problem(
                    path.name,
                    0,
                    "the release is damaged: its checksum differs",
                    "run `govkg build`, or restore the file",
                )
            ]
        )
    return Release(path, data, digest[:12])
