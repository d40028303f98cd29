"""The whole site into a folder: by several processes, from where it was cut short, each file at once or not at all."""

import hashlib
import multiprocessing
import os
import re
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import closing, contextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait as wait_for
from multiprocessing.process import BaseProcess
from pathlib import Path

from govkg import __version__
from govkg.core.errors import GovkgError, Problem
from govkg.core.names import LANGS
from govkg.site.manifest import Record, Written, is_there, new_links, write_file
from govkg.site.rendering import Renderer

EXTRA = {
    ".nojekyll": b"",  # else GitHub Pages leaves out what begins with a dot
    ".htaccess": b"""AddDefaultCharset utf-8
AddType text/turtle .ttl
AddType application/ld+json .jsonld
AddType application/rdf+xml .rdf
AddType application/n-triples .nt
AddType application/trig .trig
AddType application/n-quads .nq
AddType application/sparql-results+xml .srx
AddType application/sparql-query .rq
AddType text/markdown .md
ErrorDocument 404 404.html
""",
}
_FORM = re.compile(
    rf"^/(?:{'|'.join(LANGS)})(?=/)|(?<=[^/])\.\w+(?=\?|\Z)"
)  # the language and the format of an address
_AHEAD = 4  # groups in hand a process: enough to keep it busy, few enough to keep memory level

Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class Outcome:
    """What a publication did: how many files the site has, and which were changed, kept and removed."""

    files: int
    changed: int
    kept: int
    removed: int


def publish(folder: Path, renderer: Renderer, *, workers: int = 1, tell: Tell = lambda done, known: None) -> Outcome:
    """Write the site into the folder, or what of it is not there yet. `tell` hears how many files are done and known.

    Raises UsageError for a folder that holds other things, GovkgError when it is in use, cannot be written, or when a
    page leads to what the site does not answer; what was written by then is kept, and the next call goes on from there.
    """
    record = Record(folder, mark_of(renderer))
    record.open()
    whole, changed = False, 0
    try:
        seen = dict.fromkeys(renderer.start())
        _keep(record, seen)
        todo = deque(_groups(url for url in seen if url not in record.done))
        with closing(_written(renderer, record, todo, workers, seen)) as files:
            for written, is_changed in files:
                record.add(written)
                changed += is_changed
                tell(len(record.done), len(seen))
        changed += _extras(record)
        whole = True
    finally:
        about = {"base": renderer.base, "data": renderer.site.engine.version, "program": __version__}
        gone = record.close(whole=whole, about=about)
    return Outcome(len(record.done), changed, len(record.done) - changed, len(gone))


def mark_of(renderer: Renderer) -> str:
    """What is being published: data, queries, templates and program, and the base."""
    return hashlib.sha256(f"{renderer.site.fingerprint}\n{renderer.base}".encode()).hexdigest()[:24]


def _keep(record: Record, seen: dict[str, None]) -> None:
    """Keep the files that are there as they were written; a whole site tells all its addresses."""
    for written in list(record.done.values()):
        seen |= dict.fromkeys((written.url, *written.links) if written.url.startswith("/") else ())
        if not is_there(record.folder, written):
            del record.done[written.url]


def _extras(record: Record) -> int:
    changed = 0
    for path, data in EXTRA.items():
        changed += write_file(record.folder, path, data)
        record.add(Written(f"file:{path}", path, len(data), hashlib.sha256(data).hexdigest()))
    return changed


def _groups(urls: Iterable[str]) -> list[tuple[str, ...]]:
    """The addresses, those of one thing in all languages and formats together, since they are made of the same answers."""
    found: dict[str, list[str]] = {}
    for url in urls:
        found.setdefault(_FORM.sub("", url), []).append(url)
    return [tuple(group) for group in found.values()]


_renderer: Renderer | None = None  # a process that is forked off has it without its being sent


def _begin(record: Record) -> None:
    """In a process that was forked off: leave the lock to the one that forked, and end with it however it ends."""
    record.leave()
    threading.Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    assert parent is not None
    wait_for([parent.sentinel])
    os._exit(1)


def _render(folder: Path, urls: tuple[str, ...]) -> list[tuple[Written, bool]] | tuple[Problem, ...]:
    """The files of a group, or what is wrong: an error of ours does not cross from process to process."""
    assert _renderer is not None
    found = []
    for url in urls:
        try:
            file = _renderer.render(url)
            is_changed = write_file(folder, file.path, file.data)
        except GovkgError as error:
            return tuple(error.problems)
        told = Written(url, file.path, len(file.data), hashlib.sha256(file.data).hexdigest(), file.links)
        found.append((told, is_changed))
    return found


def _written(
    renderer: Renderer, record: Record, todo: deque[tuple[str, ...]], workers: int, seen: dict[str, None]
) -> Generator[tuple[Written, bool], None, None]:
    """Each file as it is written, with the addresses that it was the first to lead to; these are written too."""
    global _renderer
    _renderer = renderer
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, fork, initializer=_begin, initargs=(record,)) as pool, _killed_by_errors():
        running: set[Future[list[tuple[Written, bool]] | tuple[Problem, ...]]] = set()
        while todo or running:
            while todo and len(running) < workers * _AHEAD:
                running.add(pool.submit(_render, record.folder, todo.popleft()))
            ended, running = wait(running, return_when=FIRST_COMPLETED)
            for written, is_changed in (file for future in ended for file in _whole(future.result())):
                links = new_links(written.links, seen)
                todo.extend(_groups(links))
                yield Written(written.url, written.path, written.size, written.sha256, links), is_changed


@contextmanager
def _killed_by_errors() -> Iterator[None]:
    """Processes made in here are killed when an error ends it, or Ctrl+C: nobody waits for what is in hand, and no file is written by halves."""
    others = set(multiprocessing.active_children())
    try:
        yield
    except BaseException:
        for process in set(multiprocessing.active_children()) - others:
            process.kill()
        raise


def _whole(found: list[tuple[Written, bool]] | tuple[Problem, ...]) -> list[tuple[Written, bool]]:
    if isinstance(found, tuple):
        raise GovkgError(found)
    return found
