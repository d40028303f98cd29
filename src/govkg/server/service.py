"""The site as it is served: starts on the store on disk where there is one, takes up a new release without failing a request.

Queries over data in memory take a quarter of the time of those over the store on disk. So a release that is not too large is read
into memory too; until that is done, the store answers.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from govkg.core.dataset import Release, open_release
from govkg.core.errors import GovkgError
from govkg.query.built import whole_release
from govkg.query.keepers import Keepers
from govkg.query.limits import Limits
from govkg.query.nursery import Nursery
from govkg.server.gate.gate import Gate
from govkg.server.gate.wsgi import Environ, StartResponse
from govkg.server.kept_answers import KeptAnswers

if TYPE_CHECKING:
    from govkg.server.generation import Generation

LOOK = 1.0  # seconds between two looks at the release file
IN_MEMORY = 256 * 2**20  # bytes of a release file; a larger one stays on disk where its store is built
_LATEST = 45  # seconds after which no request of before is still being answered

log = logging.getLogger("govkg.service")


class Service:
    """A WSGI application over the release at `path`. Make it before any thread starts; close it, or use it with `with`.

    Raises GovkgError when the release is missing or damaged at the start. Later a damaged one is refused, and the one before stays.
    """

    def __init__(self, path: Path, limits: Limits, gate: Gate, kept: KeptAnswers, in_memory: int = IN_MEMORY) -> None:
        self._path, self._limits, self._gate, self._kept, self._in_memory = path, limits, gate, kept, in_memory
        self._keepers = Keepers(limits)
        self._leaving: list[tuple[float, Callable[[], None]]] = []
        self._closing = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="release", daemon=True)
        try:
            self._now = self._raise()
        except BaseException:
            self._keepers.close()
            raise

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request over the release of this moment."""
        return self._now.site.answer(environ, start_response)

    @property
    def version(self) -> str:
        """The data that is served."""
        return self._now.site.release.version

    @property
    def is_settled(self) -> bool:
        """Whether the workers have the data where they shall have it."""
        return not self._now.is_to_be_read

    def watch(self) -> None:
        """Read the release into memory if it shall be there, and take up every new one from now on. Starts a thread."""
        self._watcher.start()

    def close(self) -> None:
        """End all workers, and what is being read in."""
        self._closing.set()
        self._keepers.close()
        if self._watcher.is_alive():
            self._watcher.join()
        for _, end in self._leaving:
            end()
        self._now.site.close()
        self._keepers.close()  # what began while the others ended

    def __enter__(self) -> "Service":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _stamp(self) -> tuple[object, ...]:
        """What tells the data of now from others. Raises GovkgError when there is none."""
        return _stamp(self._path)

    def _raise(self) -> "Served":
        """The site over the release as the file is now. Raises GovkgError."""
        seen = self._stamp()
        release, store = whole_release(self._path)
        with ThreadPoolExecutor(1) as other:
            starting = other.submit(self._start, release, store)
            from govkg.server.generation import make_generation  # Flask and the pages come in while the data do

            nursery, is_on_disk = starting.result()
        try:
            site = make_generation(release, nursery, self._limits, self._gate, self._kept)
        except BaseException:
            self._keepers.end(nursery)
            raise
        return Served(site, nursery, seen, is_on_disk and self._path.stat().st_size <= self._in_memory)

    def _start(self, release: Release, store: Path | None) -> tuple[Nursery, bool]:
        """Workers over the release, and whether they read it from disk."""
        if store is not None:
            try:
                return self._keepers.start(release, store), True
            except GovkgError as error:
                log.warning("%s", error)
        return self._keepers.start(release), False

    def _watch(self) -> None:
        while not self._closing.wait(LOOK):
            try:
                self._look()
            except GovkgError as error:
                if self._closing.is_set():
                    return
                log.error("%s; version %s goes on being served", error, self.version)
            except Exception:
                log.exception("version %s goes on being served", self.version)

    def _look(self) -> None:
        while self._leaving and self._leaving[0][0] < time.monotonic():
            self._leaving.pop(0)[1]()
        seen = self._stamp()
        if seen != self._now.seen:
            self._now = replace(self._now, seen=seen)  # a damaged release is told of once
            self._take_up()
        elif self._now.is_to_be_read:
            self._now = replace(self._now, is_to_be_read=False)
            self._read_in()
        elif self._now.is_cold:
            self._now = replace(self._now, is_cold=False)
            self._now.site.warm()

    def _take_up(self) -> None:
        before, found = self._now, self._raise()
        if found.site.release.version == before.site.release.version:
            found.site.close()
            self._keepers.end(found.nursery)
            return
        self._now = found
        self._kept.clear()
        self._leave(before.site.close)
        self._leave(lambda: self._keepers.end(before.nursery))
        log.info("version %s is served now, after %s", found.site.release.version, before.site.release.version)

    def _read_in(self) -> None:
        before = self._now
        nursery = self._keepers.start(before.site.release)
        before.site.move_to(nursery)
        self._now = replace(before, nursery=nursery)
        self._leave(lambda: self._keepers.end(before.nursery))

    def _leave(self, end: Callable[[], None]) -> None:
        """End what is no longer asked, when the last who asked it is surely gone."""
        self._leaving.append((time.monotonic() + _LATEST, end))


@dataclass(frozen=True)
class Served:
    """What is served: the site, the keeper of its data, its stamp, and whether the data shall still be read into memory.

    `is_cold`: what takes long to find was not yet looked for.
    """

    site: "Generation"
    nursery: Nursery
    seen: tuple[object, ...]
    is_to_be_read: bool
    is_cold: bool = True


def _stamp(path: Path) -> tuple[int, int, int]:
    """What tells a file from the one that took its place: its size, its time, its number. Raises GovkgError when there is none."""
    try:
        found = path.stat()
    except OSError:
        open_release(path)  # says what is wrong
        raise
    return found.st_size, found.st_mtime_ns, found.st_ino
