"""The release as a store on disk, built once beside it: opened in some milliseconds at any size, where loading takes 6 µs a statement.

A cache that may be deleted at any time: `store/<version>/` beside the release file. It is put in place by one rename, and it tells of
which file it was made; when that file is another by its size, time or number, its checksum is compared before the store is believed.
"""

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

import pyoxigraph as ox

from govkg.core.dataset import Release, open_release, read_release
from govkg.core.files import unwritable
from govkg.core.unfinished import new_folder

FOLDER = "store"
_NOTE = "release.json"
_KEPT = 2  # the newest stores; a server may still have the one before the last


@dataclass(frozen=True)
class _Note:
    """The release file that a store was made of."""

    sha256: str
    size: int
    changed: int  # nanoseconds
    inode: int


def whole_release(path: Path) -> tuple[Release, Path | None]:
    """The release and, where there is one, its store on disk; the file is read only where the store does not know it.

    Raises GovkgError when the release is missing or damaged.
    """
    release, sha256 = open_release(path)
    folder = path.parent / FOLDER / release.version
    note = _note_in(folder)
    if note is None or note.sha256 != sha256:
        return read_release(path), None
    return (release if note == _note_of(path, sha256) else read_release(path)), folder


def build_store(path: Path) -> Path:
    """Make the store on disk of a release, if there is none. Gives its folder.

    Raises GovkgError when the release is damaged, UsageError when the folder cannot be written.
    """
    release, found = whole_release(path)
    _, sha256 = open_release(path)
    try:
        if found is None:
            return _put_in_place(path, release, sha256)
        _write_note(found, path, sha256)
        return found
    except OSError as error:
        raise unwritable(path.parent / FOLDER, error) from None


def _put_in_place(path: Path, release: Release, sha256: str) -> Path:
    folder = path.parent / FOLDER / release.version
    with new_folder(folder) as made:  # in the place of one whose note was not right
        _fill(made, release.data)
        _write_note(made, path, sha256)
    _tidy(folder.parent)
    return folder


def _fill(folder: Path, data: bytes) -> None:
    store = ox.Store(folder)
    store.bulk_load(input=data, format=ox.RdfFormat.N_QUADS)
    store.optimize()
    store.flush()


def _write_note(folder: Path, path: Path, sha256: str) -> None:
    made = folder / f".{_NOTE}"
    made.write_text(json.dumps(asdict(_note_of(path, sha256))), "utf-8")
    made.replace(folder / _NOTE)


def _note_of(path: Path, sha256: str) -> _Note:
    status = path.stat()
    return _Note(sha256, status.st_size, status.st_mtime_ns, status.st_ino)


def _note_in(folder: Path) -> _Note | None:
    try:
        return _Note(**json.loads((folder / _NOTE).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None  # no store, or one that another program wrote


def _tidy(home: Path) -> None:
    """Remove what is older than the newest stores, and what is none."""
    folders = [folder for folder in home.iterdir() if not folder.name.startswith(".")]
    stores = [folder for folder in folders if (folder / _NOTE).is_file()]
    newest = sorted(stores, key=lambda folder: folder.stat().st_mtime_ns)[-_KEPT:]
    for folder in folders:
        if folder not in newest:
            shutil.rmtree(folder, ignore_errors=True)
