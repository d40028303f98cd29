"""Find things by their labels, claims by their quotes and questions by what they ask, in any form of the words.

Case, diacritics and Finnish, Swedish and English inflection do not matter; the best matches stand first.
"""

import re
import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from govkg.core.errors import UsageError
from govkg.query.catalogue import Catalogue
from govkg.query.engine import Engine
from govkg.query.labels import labels_of
from govkg.query.lemmas import Dictionary, dictionary
from govkg.query.paperwork import kind_of
from govkg.query.search_index import LABEL, QUESTION, QUOTE, fill, write_index
from govkg.query.search_words import Meant, expression, meant_by, proposals
from govkg.query.words import folded, tokens, typed_words

LIMIT = 20
RANKS = ("exact", "form", "prefix", "word", "inflected", "part")  # how a text matches, the best first
_EXACT, _FORM, _PREFIX, _WORD, _INFLECTED, _PART = range(len(RANKS))
_ASKING = frozenset(
    [
        "kuka",
        "mika",
        "mitka",
        "mita",
        "missa",
        "milloin",
        "kenen",
        "paljonko",
        "kuinka",
        "on",
        "ja",
        "vem",
        "vad",
        "vilken",
        "vilket",
        "vilka",
        "var",
        "nar",
        "hur",
        "och",
        "i",
        "ar",
        "who",
        "what",
        "which",
        "where",
        "when",
        "how",
        "and",
        "in",
        "is",
        "are",
        "the",
        "a",
        "of",
    ]
)  # words that ask, and say nothing of the matter
_WORDS = 24  # words of a search at the most; who types more is told


@dataclass(frozen=True)
class Hit:
    """What was found: a thing (`kind` is region, body, task …) or a claim, and its text that matches, which way.

    `also` are further claims that rest on the same words of the same document.
    """

    iri: str
    kind: str
    label: str
    match: str
    text: str
    document: str
    document_iri: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """The best hits, how many there are in all, and other spellings to try where there are none."""

    hits: tuple[Hit, ...]
    total: int
    spellings: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)


@dataclass(frozen=True)
class FoundQuestions:
    """The ids of saved questions, the best first; `every` tells whether each of them has every word."""

    ids: tuple[str, ...]
    every: bool


@dataclass(frozen=True, order=True)
class _Match:
    """A matching text; matches sort by how good they are, labels before quotes, short texts first."""

    rank: int
    is_quote: bool
    length: int
    text: str
    iri: str
    document: str
    same: str


class Search:
    """The search over an engine's data and a catalogue's questions. The index is opened, or made, when first asked."""

    def __init__(
        self, engine: Engine, catalogue: Catalogue, known: Callable[[], Dictionary] = dictionary, *, kept: bool = True
    ) -> None:
        self._engine, self._catalogue, self._known, self._kept = engine, catalogue, known, kept
        self._lock = threading.Lock()
        self._index: sqlite3.Connection | None = None

    def find(self, text: str, limit: int = LIMIT, lang: str = "fi") -> Found:
        """The best `limit` hits, each thing and each quote once. Raises UsageError for an empty or overlong text or a limit below 1."""
        if limit < 1:
            raise UsageError("limit", f"{limit} is no number of hits", "give a whole number from 1")
        words = _words(text)
        with self._lock:
            index = self._opened()
            groups = _groups(index, words, folded(text)) or _groups(index, _telling(words), folded(text))
            spellings = () if groups else proposals(index, typed_words(text))
        best = sorted(sorted(group) for group in groups.values())
        return Found(_hits(self._engine, best[:limit], lang), len(best), spellings)

    def questions(self, text: str) -> FoundQuestions:
        """The questions with every word; where there is none, those with any. Raises UsageError as `find`."""
        told = _words(text)
        with self._lock:
            index = self._opened()
            meant = [meant_by(index, word) for word in _telling(told)]
            every = _questions(index, expression(meant, wide=True))
            return FoundQuestions(every or _questions(index, expression(meant, wide=True, every=False)), bool(every))

    def _opened(self) -> sqlite3.Connection:
        if self._index is None:
            self._index = self._open()
        return self._index

    def _open(self) -> sqlite3.Connection:
        if self._kept:
            try:
                path = write_index(self._engine, self._catalogue, self._known)
                return sqlite3.connect(f"file:{_uri(path)}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            except (OSError, sqlite3.Error):
                pass  # a folder that cannot be written to: the index is kept in memory, made anew by each process
        index = sqlite3.connect(":memory:", check_same_thread=False)
        fill(index, self._engine, self._catalogue, self._known())
        return index


def _uri(path: Path) -> str:
    return path.as_uri().removeprefix("file://")


def _words(text: str) -> list[str]:
    found = tokens(text)
    if not found:
        raise UsageError("search", "there is nothing to search for", "give a word or a part of one")
    if len(found) > _WORDS:
        raise UsageError("search", f"{len(found)} words are too many", f"give at most {_WORDS}")
    return found


def _groups(index: sqlite3.Connection, words: list[str], wanted: str) -> dict[str, list[_Match]]:
    """The labels and quotes with every word, by what is one hit."""
    groups: dict[str, list[_Match]] = {}
    for match in _matches(index, [meant_by(index, word) for word in words], wanted):
        groups.setdefault(match.same, []).append(match)
    return groups


def _telling(words: list[str]) -> list[str]:
    """The words without those that ask, where there are others."""
    return [word for word in words if word not in _ASKING] or words


def _matches(index: sqlite3.Connection, meant: list[Meant], wanted: str) -> Iterator[_Match]:
    """The labels and quotes with every word."""
    sure = {
        row for (row,) in index.execute("SELECT rowid FROM token WHERE token MATCH ?", (expression(meant, wide=False),))
    }
    rows = index.execute(
        "SELECT id, sort, iri, text, document, same FROM token JOIN entry ON id = token.rowid WHERE token MATCH ? AND sort IN (?, ?)",
        (expression(meant, wide=True), LABEL, QUOTE),
    )
    for number, sort, iri, text, document, same in rows:
        place = rank(folded(text), wanted)
        if place != _EXACT and number in sure and len(tokens(text)) == len(meant):
            place = _FORM  # no other words than those, in other forms
        if place is None:
            place = _INFLECTED if number in sure else _PART
        yield _Match(place, sort == QUOTE, len(text), text, iri, document, same)


def _questions(index: sqlite3.Connection, wanted: str) -> tuple[str, ...]:
    """Questions, those first that ask for the words rather than mention them (BM25 with the words of the question itself foremost)."""
    rows = index.execute(
        "SELECT iri FROM token JOIN entry ON id = token.rowid WHERE token MATCH ? AND sort = ? ORDER BY bm25(token, 10, 1, 1), id",
        (wanted, QUESTION),
    )
    return tuple(iri for (iri,) in rows)


def rank(text: str, wanted: str) -> int | None:
    """How a folded text holds what is wanted as it is typed, as a place in RANKS; None when it does not."""
    if text == wanted:
        return _EXACT
    if re.match(rf"{re.escape(wanted)}(?!\w)", text):
        return _PREFIX
    return _WORD if re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text) else None


def _hits(engine: Engine, groups: list[list[_Match]], lang: str) -> tuple[Hit, ...]:
    labels = labels_of(engine, {iri for best, *_ in groups for iri in (best.iri, best.document) if iri}, lang)
    return tuple(
        Hit(
            iri=best.iri,
            kind=kind_of(best.iri),
            label=labels[best.iri].text,
            match=RANKS[best.rank],
            text=best.text,
            document=labels[best.document].text if best.document else "",
            document_iri=best.document,
            also=tuple(match.iri for match in more if match.iri != best.iri),
        )
        for best, *more in groups
    )
