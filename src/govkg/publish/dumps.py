"""The release as files to take away, each made once: its bytes (kept compressed), size and checksum."""

import gzip
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import BinaryIO, cast

from govkg.core.dataset import Release
from govkg.core.names import BASE, LANGS
from govkg.publish.export import export
from govkg.publish.shared_file import SharedFile


@dataclass(frozen=True)
class Kind:
    """A kind of dump: the file's name, the export that makes it, its media type, EU file type and language (of labels)."""

    file: str
    export: str
    media_type: str
    file_type: str
    lang: str = ""

    @property
    def url(self) -> str:
        """Where the dump of the latest release stands."""
        return f"{BASE}/dumps/{self.file}"

    @property
    def is_rdf(self) -> bool:
        """Whether it holds the whole dataset as RDF."""
        return not self.lang


KINDS = (
    Kind("govkg.nq", "nquads", "application/n-quads", "RDF_N_QUADS"),
    Kind("govkg.trig", "trig", "application/trig", "RDF_TRIG"),
    Kind("govkg.jsonld", "jsonld", "application/ld+json", "JSON_LD"),
    *(
        Kind("claims.csv" if lang == "fi" else f"claims.{lang}.csv", "claims.csv", "text/csv", "CSV", lang)
        for lang in LANGS
    ),
)


@dataclass(frozen=True)
class Dump:
    """A dump that was made. `packed` is it under gzip; size and checksum are of the file itself."""

    kind: Kind
    packed: bytes
    size: int
    sha256: str

    def plain(self) -> bytes:
        """The file."""
        return gzip.decompress(self.packed)


class Dumps:
    """The dumps of one release. Without a release there are none."""

    def __init__(self, release: Release | None) -> None:
        self.version = release.version if release else ""
        self.kinds: Mapping[str, Kind] = {kind.file: kind for kind in KINDS} if release else {}
        self._release = release
        self._made: dict[str, Dump] = {}
        self._unpacked: dict[str, SharedFile] = {}
        self._lock = Lock()

    def get(self, file: str) -> Dump:
        """A dump by its file's name. Raises KeyError when there is none of that name."""
        kind = self.kinds[file]
        with self._lock:  # the second reader waits for the first instead of making it again
            if file not in self._made:
                self._made[file] = self._make(kind)
            return self._made[file]

    def open_packed(self, file: str) -> BinaryIO:
        """A dump under gzip, to be read. All readers have the same bytes."""
        return io.BytesIO(self.get(file).packed)

    def open_plain(self, file: str) -> BinaryIO:
        """A dump, to be read. It is unpacked once, into a file that all readers share. Raises OSError when there is no room for it."""
        packed = self.open_packed(file)
        with self._lock:
            if file not in self._unpacked:
                with gzip.open(packed) as plain:
                    self._unpacked[file] = SharedFile(cast(BinaryIO, plain))
            return cast(BinaryIO, self._unpacked[file].reader())

    def all(self) -> list[Dump]:
        """Every dump."""
        return [self.get(file) for file in self.kinds]

    def _make(self, kind: Kind) -> Dump:
        if self._release is None:
            raise KeyError(kind.file)
        data = export(kind.export, self._release, kind.lang or "fi")
        return Dump(kind, gzip.compress(data, 6, mtime=0), len(data), hashlib.sha256(data).hexdigest())
