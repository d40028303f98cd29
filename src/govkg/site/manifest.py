"""What is written already: a manifest of the whole site, and a journal while it is being written.

The journal has a line for each file that is whole, and is kept on every kill; the manifest stands for a site that is.
"""

import fcntl
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from govkg.core.errors import GovkgError, Problem, UsageError

MANIFEST, JOURNAL = "manifest.json", ".publishing.jsonl"
OURS = "govkg publication"


@dataclass(frozen=True)
class Written:
    """A file: the address that it is of, its path below the folder, its size, its checksum, and new addresses it led to."""

    url: str
    path: str
    size: int
    sha256: str
    links: tuple[str, ...] = ()


class Record:
    """The state of a folder. `mark` names what is being published: base, data, queries, templates and program."""

    def __init__(self, folder: Path, mark: str) -> None:
        self.folder, self.mark = folder, mark
        self.done: dict[str, Written] = {}
        self.before: dict[str, None] = {}  # the paths of earlier publications
        self.is_whole = False
        self._journal: IO[str] | None = None

    def open(self) -> None:
        """Read what is there and lock the folder. Raises UsageError for a folder of others, GovkgError for one in use."""
        self.folder.mkdir(parents=True, exist_ok=True)
        names = {path.name for path in self.folder.iterdir()}
        if names and not names & {MANIFEST, JOURNAL}:
            raise UsageError(
                str(self.folder), "the folder is not empty and holds no published site", "name another one"
            )
        self._journal = (self.folder / JOURNAL).open("a+", encoding="utf-8")
        try:
            fcntl.flock(self._journal, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._journal.close()
            problem = Problem(
                str(self.folder), 0, "another publication is being written there", "wait until it has ended"
            )
            raise GovkgError([problem]) from None
        self._read_manifest()
        self._read_journal(self._journal)

    def add(self, written: Written) -> None:
        """Note a file that is whole."""
        self.done[written.url] = written
        self._line(
            {
                "url": written.url,
                "path": written.path,
                "size": written.size,
                "sha256": written.sha256,
                "links": written.links,
            }
        )

    def leave(self) -> None:
        """Let go of the journal in a process that was forked off, so that the lock ends with the one that has it."""
        assert self._journal is not None
        self._journal.close()

    def close(self, *, whole: bool, about: dict[str, str]) -> list[str]:
        """End; a `whole` site gets its manifest and loses the files that it has no more, whose paths are returned."""
        assert self._journal is not None
        gone: list[str] = []
        if whole:
            paths = {written.path for written in self.done.values()}
            gone = sorted(path for path in self.before if path not in paths)
            for path in gone:
                remove(self.folder, path)
            write_file(self.folder, MANIFEST, self._manifest(about))
            (self.folder / JOURNAL).unlink()
        self._journal.close()
        return gone

    def _manifest(self, about: dict[str, str]) -> bytes:
        files = {w.path: {"url": w.url, "size": w.size, "sha256": w.sha256} for w in self.done.values()}
        told = {"kind": OURS, **about, "mark": self.mark, "files": dict(sorted(files.items()))}
        return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()

    def _read_manifest(self) -> None:
        try:
            found = json.loads((self.folder / MANIFEST).read_text("utf-8"))
            files, same = found["files"], found["mark"] == self.mark
            self.before |= dict.fromkeys(files)
            if same:
                self.done = {f["url"]: Written(f["url"], path, f["size"], f["sha256"]) for path, f in files.items()}
                self.is_whole = True
        except FileNotFoundError:
            return
        except (ValueError, KeyError, TypeError):
            problem = Problem(
                str(self.folder / MANIFEST),
                0,
                "this is no manifest of a published site",
                "remove the folder, or name another one",
            )
            raise GovkgError([problem]) from None

    def _read_journal(self, journal: IO[str]) -> None:
        """The files of a publication that was cut short; of another one only their paths, to be overwritten or removed."""
        journal.seek(0)
        same, lines = False, journal.readlines()
        for line in lines:
            try:
                found = json.loads(line)
            except ValueError:
                continue  # the kill fell into this line
            if "mark" in found:
                same = found["mark"] == self.mark
            else:
                self.before[found["path"]] = None
                if same:
                    self.done[found["url"]] = Written(**{**found, "links": tuple(found["links"])})
        if not lines or not same:
            self._line({"mark": self.mark})
        elif not lines[-1].endswith("\n"):
            journal.write("\n")

    def _line(self, found: dict[str, object]) -> None:
        assert self._journal is not None
        self._journal.write(json.dumps(found) + "\n")
        self._journal.flush()


def is_there(folder: Path, written: Written) -> bool:
    """Whether a file is still as it was written."""
    try:
        data = (folder / written.path).read_bytes()
    except OSError:
        return False
    return len(data) == written.size and hashlib.sha256(data).hexdigest() == written.sha256


def write_file(folder: Path, path: str, data: bytes) -> bool:
    """Write a file at once or not at all; whether it was other before. Raises GovkgError when it cannot be written."""
    target = folder / path
    try:
        if target.is_file() and target.stat().st_size == len(data) and target.read_bytes() == data:
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.part")
        draft.write_bytes(data)
        draft.replace(target)
    except OSError as error:
        problem = Problem(str(target), 0, f"cannot be written: {error.strerror}", "make room, or mend the permissions")
        raise GovkgError([problem]) from None
    return True


def remove(folder: Path, path: str) -> None:
    """Remove a file, and the folders that it leaves empty."""
    (folder / path).unlink(missing_ok=True)
    for parent in (folder / path).parents:
        if parent == folder or any(parent.iterdir() if parent.is_dir() else ()):
            return
        if parent.is_dir():
            parent.rmdir()


def new_links(links: Iterable[str], seen: dict[str, None]) -> tuple[str, ...]:
    """The addresses that were not seen yet; they are seen now."""
    found = tuple(link for link in links if link not in seen)
    seen.update(dict.fromkeys(found))
    return found
