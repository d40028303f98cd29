"""Find things by their labels and claims by their quotes: case and diacritics do not matter, the best matches stand first."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal

from govkg.core.errors import UsageError
from govkg.core.names import split
from govkg.query.engine import Engine, Solution
from govkg.query.labels import labels_of

LIMIT = 20
RANKS = ("exact", "prefix", "word", "substring")  # how a text matches, the best first
PAPERWORK = (
    "claim",
    "coverage",
    "evidence",
    "exclusion",
    "exclusion-of",
    "reading",
    "segment",
)  # labelled by the builder
_LABELS = "SELECT DISTINCT ?x ?text WHERE { ?x skos:prefLabel|skos:altLabel|rdfs:label ?text } ORDER BY ?x ?text"
_QUOTES = "SELECT DISTINCT ?x ?text ?document WHERE { ?x gov:quote ?text ; gov:document ?document } ORDER BY ?x ?text"


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
    """The best hits, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)


@dataclass(frozen=True, order=True)
class _Match:
    """A matching text; matches sort by how good they are, labels before quotes, short texts first."""

    rank: int
    is_quote: bool
    length: int
    text: str
    iri: str
    document: str = ""

    @property
    def same(self) -> tuple[str, str]:
        """What is one hit: a thing with all its labels, the same words of a document with all their claims."""
        return (self.text, self.document) if self.is_quote else (self.iri, "")


def search(engine: Engine, text: str, limit: int = LIMIT, lang: str = "fi") -> Found:
    """The best `limit` hits, each thing and each quote once. Raises UsageError for an empty text or a limit below 1."""
    wanted = folded(text)
    if not wanted:
        raise UsageError("search", "there is nothing to search for", "give a word or a part of one")
    if limit < 1:
        raise UsageError("limit", f"{limit} is no number of hits", "give a whole number from 1")
    groups: dict[tuple[str, str], list[_Match]] = {}
    for match in _matches(engine, wanted):
        groups.setdefault(match.same, []).append(match)
    best = sorted(sorted(group) for group in groups.values())
    return Found(_hits(engine, best[:limit], lang), len(best))


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


def folded(text: str) -> str:
    """The text without case, diacritics and repeated white space: `Itä-Häme` → `ita-hame`."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(bare.casefold().split())


def rank(text: str, wanted: str) -> int | None:
    """How a folded text matches, as a place in RANKS; None when it does not."""
    if wanted not in text:
        return None
    if text == wanted:
        return 0
    if text.startswith(wanted):
        return 1
    return 2 if re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text) else 3


def kind_of(iri: str) -> str:
    """The kind of a thing of ours; `term` for a term of the ontology or of another vocabulary."""
    parts = split(iri)
    return parts[0] if parts else "term"


def _matches(engine: Engine, wanted: str) -> Iterator[_Match]:
    for row in engine.select(_LABELS):
        if kind_of(row["x"].value) not in (*PAPERWORK, "term"):
            yield from _match(row, wanted, is_quote=False)
    for row in engine.select(_QUOTES):
        yield from _match(row, wanted, is_quote=True)


def _match(row: Solution, wanted: str, *, is_quote: bool) -> Iterator[_Match]:
    text = row["text"].value
    place = rank(folded(text), wanted) if isinstance(row["text"], Literal) else None
    if place is not None:
        document = row["document"].value if is_quote else ""
        yield _Match(place, is_quote, len(text), text, row["x"].value, document)
