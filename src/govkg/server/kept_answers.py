"""Whole answers of the site in memory, so many bytes of them; the ones that were not asked for the longest go first. Knows nothing of Flask."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from itertools import chain
from threading import Lock

Key = tuple[object, ...]
Headers = tuple[tuple[str, str], ...]

_OVERHEAD = 1_000  # bytes that an entry takes beside its text, about
_SHARE = 8  # one answer may take that part of the room


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer with status 200: its headers, those that go with 304 too, its bytes, and its entity tag without quotes and W/."""

    headers: Headers
    unchanged_headers: Headers
    body: bytes
    tag: str


@dataclass(frozen=True)
class Counts:
    """What the cache did since the start: `unchanged` of the hits were answered with 304, `passed` requests it left alone."""

    hits: int = 0
    unchanged: int = 0
    misses: int = 0
    passed: int = 0
    evicted: int = 0
    entries: int = 0
    bytes: int = 0


class KeptAnswers:
    """Answers by key. `most` is the room in bytes. Safe for threads."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._kept: OrderedDict[Key, KeptAnswer] = OrderedDict()
        self._sizes: dict[Key, int] = {}
        self._lock = Lock()
        self._bytes = 0
        self._hits = self._unchanged = self._misses = self._passed = self._evicted = 0

    def get(self, key: Key) -> KeptAnswer | None:
        """The answer of a key, which is now the one asked for last."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: Key, answer: KeptAnswer) -> None:
        """Keep an answer, if it takes no more than its share of the room."""
        size = _size(key, answer)
        if size > self.most // _SHARE:
            return
        with self._lock:
            self._drop(key)
            self._kept[key], self._sizes[key] = answer, size
            self._bytes += size
            while self._bytes > self.most:
                self._drop(next(iter(self._kept)))
                self._evicted += 1

    def clear(self) -> None:
        """Forget every answer, as when the data is another; the counts go on."""
        with self._lock:
            self._kept.clear()
            self._sizes.clear()
            self._bytes = 0

    def hit(self, *, unchanged: bool) -> None:
        """Count an answer that was given from here."""
        with self._lock:
            self._hits += 1
            self._unchanged += unchanged

    def missed(self) -> None:
        """Count an answer that could have been here."""
        with self._lock:
            self._misses += 1

    def passed(self) -> None:
        """Count a request whose answer is never kept."""
        with self._lock:
            self._passed += 1

    def counts(self) -> Counts:
        """The counts at this moment."""
        with self._lock:
            done = Counts(self._hits, self._unchanged, self._misses, self._passed, self._evicted)
            return replace(done, entries=len(self._kept), bytes=self._bytes)

    def _drop(self, key: Key) -> None:
        if key in self._kept:
            del self._kept[key]
            self._bytes -= self._sizes.pop(key)


def _size(key: Key, answer: KeptAnswer) -> int:
    texts = sum(map(len, chain.from_iterable(answer.headers))) + sum(len(part) for part in key if isinstance(part, str))
    return len(answer.body) + 2 * texts + _OVERHEAD
