"""One query over the store → the bytes of its answer, written by the engine itself; never more than the limits allow."""

import contextlib
import gzip
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import IO, Protocol, cast

import pyoxigraph as ox

from govkg.core.errors import AwayError, GovkgError
from govkg.core.http import LateError
from govkg.core.names import PREFIXES
from govkg.query.limits import Limits
from govkg.query.read_query import read_query
from govkg.query.rows import rows_in
from govkg.query.task import Reply, Task

_WORTH_COMPRESSING = 1_000  # bytes
_ANY = sys.maxsize - 1
_NOT_XML = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]|<oxprefix: "
)  # XML 1.0, 2.2; a property without a local name
_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected )?(.*)", re.DOTALL)


class _TooLongError(Exception):
    """The answer grew past the limit."""


class _Sink:
    """What the engine writes to, up to a limit. A file in memory that counts takes longer, which tells in a quick answer."""

    def __init__(self, limit: int) -> None:
        self._left, self._chunks = limit, list[bytes]()

    def write(self, chunk: bytes) -> int:
        """Take a piece. Raises _TooLongError."""
        self._left -= len(chunk)
        if self._left < 0:
            raise _TooLongError
        self._chunks.append(chunk)
        return len(chunk)

    def flush(self) -> None:
        """Nothing is held back."""

    def whole(self) -> bytes:
        """What was written."""
        return b"".join(self._chunks)


class Queried(Protocol):
    """A store that is asked as pyoxigraph's is."""

    def query(
        self,
        query: str,
        *,
        base_iri: str | None = None,
        prefixes: dict[str, str] | None = None,
        use_default_graph_as_union: bool = False,
        default_graph: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] | None = None,
        named_graphs: list[ox.NamedNode | ox.BlankNode] | None = None,
    ) -> object:
        """The result of a query."""
        ...


def answer(store: Queried, task: Task, limits: Limits) -> Reply:
    """The answer, or the reason why there is none. Does not end: the caller sees to the time."""
    if task.ours:
        limits = replace(limits, rows=_ANY, size=_ANY)
    try:
        if task.duty == "parse":
            read_query(task.query, task.base, PREFIXES)
            return Reply()
        result = _ask(store, task)
        return _written(result, task, limits)
    except SyntaxError as error:
        return not_sparql(error.msg)
    except _TooLongError:
        return Reply(reason="size")
    except LateError:
        return Reply(reason="seconds")
    except AwayError as error:
        return Reply(reason="away", what=str(error))
    except GovkgError as error:  # a remote store refuses
        return Reply(reason="failed", what=error.problems[0].what)
    except MemoryError:
        return Reply(reason="memory")
    except (RuntimeError, ValueError, OSError) as error:  # an unknown function, a call to another server
        return Reply(reason="failed", what=str(error))


def _ask(store: Queried, task: Task) -> object:
    """Our prefixes are there without being declared; a query that declares its own mostly needs none of them, and reading them takes time."""
    if "PREFIX" in task.query and isinstance(store, ox.Store):  # other stores may know prefixes of their own
        with contextlib.suppress(SyntaxError):
            return _asked(store, task, None)
    return _asked(store, task, PREFIXES)


def _asked(store: Queried, task: Task, prefixes: dict[str, str] | None) -> object:
    if task.default_graphs is None and task.named_graphs is None:
        return store.query(task.query, base_iri=task.base, prefixes=prefixes, use_default_graph_as_union=task.union)
    return store.query(  # SPARQL 1.1 Protocol, 2.1.4: what is not named is not there
        task.query,
        base_iri=task.base,
        prefixes=prefixes,
        default_graph=[ox.NamedNode(iri) for iri in task.default_graphs or ()],
        named_graphs=[ox.NamedNode(iri) for iri in task.named_graphs or ()],
    )


def _written(result: object, task: Task, limits: Limits) -> Reply:
    sink = _Sink(limits.size)
    file = cast("IO[bytes]", sink)  # as far as the engine uses one
    if isinstance(result, Iterator) and not isinstance(result, ox.QuerySolutions):  # triples
        triples = list(islice(result, limits.rows + 1))
        if len(triples) > limits.rows:
            return Reply(reason="rows")
        ox.serialize(triples, file, format=_rdf(task.media_type), prefixes=PREFIXES)
    elif isinstance(result, ox.QuerySolutions | ox.QueryBoolean):
        result.serialize(file, _results(task.media_type))
    body = sink.whole()
    if isinstance(result, ox.QuerySolutions) and len(body) > limits.rows < rows_in(body, task.media_type, limits.rows):
        return Reply(reason="rows")  # a row takes a byte at least
    return _finished(body, task)


def _finished(body: bytes, task: Task) -> Reply:
    if task.media_type.endswith("xml"):
        if _NOT_XML.search(body):
            return Reply(reason="xml")
        body = body.replace(b"\r", b"&#13;")  # a parser would make a line feed of it (XML 1.0, 2.11)
    if task.compress and len(body) >= _WORTH_COMPRESSING:
        return Reply(gzip.compress(body, 5, mtime=0), compressed=True)
    return Reply(body)


@lru_cache(100)
def _rdf(media_type: str) -> ox.RdfFormat:
    found = ox.RdfFormat.from_media_type(media_type)
    if found is None:
        raise ValueError(f"{media_type} holds no graph")
    return found


@lru_cache(100)
def _results(media_type: str) -> ox.QueryResultsFormat:
    found = ox.QueryResultsFormat.from_media_type(media_type)
    if found is None:
        raise ValueError(f"{media_type} holds no table")
    return found


def not_sparql(message: str) -> Reply:
    """The engine's words, as far as people can use them: classes of characters and its catch-all `[_]` are left out."""
    match = _PLACE.fullmatch(message)
    if match is None:
        return Reply(reason="syntax", what=message)
    words = re.sub(r"^one of ", "", re.sub(r"\[[^\]]*?'[^\]]*?\]|\[_\]", "", match[3], flags=re.DOTALL))
    expected = [word for word in (part.strip() for part in words.split(", ")) if word]
    told = [
        word for word in expected if " " in word
    ]  # a sentence of the engine's, such as: Duplicated variable name in SELECT
    return Reply(reason="syntax", what=told[0] if told else "", line=int(match[1]), column=int(match[2]))
