"""Keepers of data: each is a process that holds one release and forks the workers that answer over it.

They are forked from a first process that holds nothing and has no threads, so that another release can be taken up while the web
server's threads run, and read in without stopping them. Make it before any thread starts.
"""

import gc
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import pyoxigraph as ox

from govkg.core.dataset import Release, read_release
from govkg.core.errors import GovkgError, Problem
from govkg.query.limits import Limits
from govkg.query.nursery import Child, Nursery, keep
from govkg.query.task import Frame, receive, send
from govkg.query.worker import work

_PROBE = "ASK { ?s ?p ?o }"


@dataclass(frozen=True)
class Data(Frame):
    """What a keeper shall hold: a version of a release file to load, or the store on disk of it to open."""

    release: str
    version: str
    store: str = ""
    url: str = ""  # of a remote store that has it; then there is nothing to hold


@dataclass(frozen=True)
class Ready(Frame):
    """What a keeper says when it has the data, or why it has not."""

    where: str = ""
    what: str = ""
    todo: str = ""


class Keepers:
    """Starts keepers and ends them. Close it, or use it with `with`."""

    def __init__(self, limits: Limits) -> None:
        self._first = Nursery(lambda link: _hold(link, limits))
        self._running: dict[Nursery, Child] = {}

    def start(self, release: Release, store: Path | None = None) -> Nursery:
        """The workers over a release, loaded from its file or opened from its store. Raises GovkgError when it is damaged or another."""
        return self._start(Data(str(release.path), release.version, str(store or "")), release.path.name)

    def start_remote(self, url: str, version: str) -> Nursery:
        """The workers that ask a remote store which has this version. Raises GovkgError when no process can be started."""
        return self._start(Data("", version, url=url), url)

    def _start(self, data: Data, where: str) -> Nursery:
        child = self._first.spawn()
        try:
            send(child.link, data)
            ready = receive(child.link, Ready)
        except (EOFError, OSError):
            ready = Ready(where=where, what="could not be read in: the process ended", todo="is there enough memory?")
        if ready.what:
            self._first.let_end(child)
            raise GovkgError([Problem(ready.where, 0, ready.what, ready.todo)])
        nursery = Nursery.at(child)
        self._running[nursery] = child
        return nursery

    def end(self, nursery: Nursery) -> None:
        """End a keeper and its workers, if that was not done."""
        child = self._running.pop(nursery, None)
        nursery.close()
        if child is not None:
            self._first.let_end(child)

    def close(self) -> None:
        """End all of them."""
        for nursery in list(self._running):
            self.end(nursery)
        self._first.close()

    def __enter__(self) -> "Keepers":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _hold(link: socket.socket, limits: Limits) -> None:
    """The life of a keeper: get the data, say so, fork workers."""
    data = receive(link, Data)
    if data.url:
        _pass_on(link, data, limits)
        return
    try:
        store_of = _opened(Path(data.store)) if data.store else _loaded(Path(data.release), data.version)
    except GovkgError as error:
        problem = error.problems[0]
        send(link, Ready(where=problem.where, what=problem.what, todo=problem.todo))
        return
    send(link, Ready())
    gc.collect()
    gc.freeze()  # so that the collector does not touch, and so copy, shared pages
    keep(link, lambda worker: work(worker, store_of, limits))


def _pass_on(link: socket.socket, data: Data, limits: Limits) -> None:
    """The life of a keeper without data: fork workers that ask a remote store."""
    from govkg.query.remote import RemoteStore, address_of

    store = RemoteStore(address_of(data.url), data.version, max(limits.seconds, limits.saved))
    send(link, Ready())
    gc.collect()
    gc.freeze()
    keep(link, lambda worker: work(worker, lambda: store, limits, calls=True))


def _loaded(path: Path, version: str) -> Callable[[], ox.Store]:
    release = read_release(path)
    if release.version != version:
        raise GovkgError([Problem(path.name, 0, "the release changed while it was read in", "it is read again")])
    store = ox.Store()
    store.bulk_load(input=release.data, format=ox.RdfFormat.N_QUADS)
    return lambda: store


def _opened(path: Path) -> Callable[[], ox.Store]:
    """Each worker opens the store by itself: it has threads, which a fork would not take along."""
    child = os.fork()
    if not child:
        try:
            ox.Store.read_only(str(path)).query(_PROBE, use_default_graph_as_union=True)
            os._exit(0)
        finally:
            os._exit(1)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
        raise GovkgError([Problem(str(path), 0, "the store cannot be opened", "delete it, and run `govkg build`")])
    return lambda: ox.Store.read_only(str(path))
