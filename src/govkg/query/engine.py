"""The embedded engine: pyoxigraph over the release, all graphs' union as the default graph."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import pyoxigraph as ox

from govkg.core.dataset import Release, read_release, release_file
from govkg.core.errors import GovkgError, Problem
from govkg.core.model import Term
from govkg.core.names import PREFIXES
from govkg.query.answer import Queried
from govkg.query.built import whole_release

Solution = dict[str, Term]


class Engine(Protocol):
    """Answers SPARQL over the release, wherever it is stored."""

    version: str

    def select(self, sparql: str) -> Iterator[Solution]:
        """The solutions of a SELECT query. Raises GovkgError when it cannot be run."""
        ...

    def construct(self, sparql: str) -> list[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query. Raises GovkgError when it cannot be run."""
        ...


Store = TypeVar("Store", bound=Queried)


class StoreEngine(Generic[Store]):
    """The engine over a store that answers as pyoxigraph's does. `version` names the data."""

    def __init__(self, store: Store, version: str) -> None:
        self.store, self.version = store, version

    def select(self, sparql: str) -> Iterator[Solution]:
        """The solutions of a SELECT query."""
        result = self._query(sparql)
        if not isinstance(result, ox.QuerySolutions):
            raise GovkgError([Problem("query", 0, "this is not a SELECT query")])
        names = [variable.value for variable in result.variables]
        for row in result:
            yield {name: term for name in names if isinstance(term := row[name], ox.NamedNode | ox.Literal)}

    def construct(self, sparql: str) -> list[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query, sorted."""
        result = self._query(sparql)
        if not isinstance(result, Iterator) or isinstance(result, ox.QuerySolutions):
            raise GovkgError([Problem("query", 0, "this is not a CONSTRUCT or DESCRIBE query")])
        return sorted(set(result), key=str)

    def _query(self, sparql: str) -> object:
        try:
            return self.store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise GovkgError([Problem("query", error.lineno or 0, f"not SPARQL: {error.msg}")]) from None


class EmbeddedEngine(StoreEngine[ox.Store]):
    """pyoxigraph in this process."""


def embedded(path: Path | None = None) -> EmbeddedEngine:
    """The engine over a release file (default: the checkout's). Raises GovkgError when the release is missing or damaged."""
    return _loaded(path or release_file())


def opened(path: Path | None = None) -> EmbeddedEngine:
    """The engine for one question: over the store on disk, which opens at once and answers slower, where a build has left it; else as `embedded`."""
    path = path or release_file()
    release, folder = whole_release(path)
    if folder is None:
        return embedded(path)
    try:
        return EmbeddedEngine(ox.Store.read_only(str(folder)), release.version)
    except OSError:  # a cache that is damaged
        return embedded(path)


@cache
def _loaded(path: Path) -> EmbeddedEngine:
    return engine_of(read_release(path))


def engine_of(found: Release) -> EmbeddedEngine:
    """The engine over a release that was read."""
    store = ox.Store()
    store.bulk_load(input=found.data, format=ox.RdfFormat.N_QUADS)
    return EmbeddedEngine(store, found.version)
