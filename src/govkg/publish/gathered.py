"""The release out of a remote store, proven by its checksum to be the one that was loaded."""

from collections.abc import Callable
from pathlib import Path

from govkg.core.dataset import Release, read_release, release_file, seal
from govkg.core.errors import GovkgError, Problem
from govkg.core.files import unwritable
from govkg.core.names import OA, XSD
from govkg.core.paths import derived
from govkg.core.unfinished import put_in_place
from govkg.query.engine import Engine
from govkg.query.remote import GRAPHS

_WHOLE = "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
_OFFSETS = tuple(f" <{OA}{name}> ".encode() for name in ("start", "end"))
_AS_STORED, _AS_BUILT = (f'"^^<{XSD}{name}> '.encode() for name in ("integer", "nonNegativeInteger"))


def release_of(engine: Engine, local: Callable[[], Path] = release_file) -> Release:
    """The release of the version that an engine over a store has: the local file where it is the same, else gathered, once, beside the caches.

    Raises GovkgError when what the store has cannot be shown to be that release.
    """
    for path in (local(), derived() / f"release-{engine.version}.nq"):
        try:
            found = read_release(path)
        except GovkgError:
            continue  # none, or a damaged one: another is found
        if found.version == engine.version:
            return found
    return _kept(derived() / f"release-{engine.version}.nq", gathered(engine))


def gathered(engine: Engine) -> bytes:
    """The bytes of the release file, made of what the store has. Raises GovkgError when their checksum is another."""
    lines = sorted(
        f"{triple} <{graph}> .\n".encode()
        for graph in GRAPHS
        for triple in engine.construct(_WHOLE.format(graph=graph))
    )
    for told in (lines, sorted(map(_as_built, lines))):
        data = seal(b"".join(told))
        if _version(data) == engine.version:
            return data
    what = f"the store has other statements than version {engine.version} of the release"
    raise GovkgError([Problem("store", 0, what, "`govkg push` again, or take the release file where it was built")])


def as_stored(line: bytes) -> bytes:
    """A line of the release as stores get it: offsets of quotes, which are xsd:nonNegativeInteger (Web Annotation, 4.2.5), as xsd:integer.

    Oxigraph, the engine in the program too, keeps them so; then counts and documents are the same from every store.
    """
    if any(offset in line for offset in _OFFSETS):
        return line.replace(_AS_BUILT, _AS_STORED)
    return line


def _as_built(line: bytes) -> bytes:
    if any(offset in line for offset in _OFFSETS):
        return line.replace(_AS_STORED, _AS_BUILT)
    return line


def _version(data: bytes) -> str:
    return data[: data.find(b"\n")].rpartition(b" ")[2][:12].decode()


def _kept(path: Path, data: bytes) -> Release:
    """Put the file in place by one rename. Raises UsageError where the folder cannot be written to."""
    try:
        put_in_place(path, data)
    except OSError as error:
        raise unwritable(path, error) from None
    return read_release(path)
