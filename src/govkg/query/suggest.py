"""Names that may stand in a query, by the beginning of a word: prefixes, classes, properties and things by any of their labels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from pyoxigraph import Literal

from govkg.core.names import DEF, GRAPHS, PREFIXES, SKOS, curie
from govkg.query.engine import Engine
from govkg.query.paperwork import PAPERWORK, kind_of
from govkg.query.words import folded

LIMIT = 20
TERMS = {
    "Class": "class",
    "ObjectProperty": "property",
    "DatatypeProperty": "property",
    "AnnotationProperty": "property",
}
_LABELS = "SELECT DISTINCT ?x ?how ?text WHERE { VALUES ?how { skos:prefLabel rdfs:label skos:altLabel } ?x ?how ?text FILTER(isIRI(?x)) }"
_ALSO = SKOS + "altLabel"
_TYPES = (
    f"SELECT ?x ?type WHERE {{ ?x a ?type FILTER(STRSTARTS(STR(?x), '{DEF}') && STRSTARTS(STR(?type), STR(owl:))) }}"
)
_PLAIN = re.compile(
    r"[a-z]+:[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?"
)  # SPARQL 1.1, 19.8 PN_LOCAL, without its signs


@dataclass(frozen=True)
class Suggestion:
    """A name as it is written in a query, what it is called in the reader's language, and its kind: class, property, prefix, region …"""

    insert: str
    label: str
    kind: str


@dataclass(frozen=True)
class _Entry:
    """A suggestion with the folded texts that find it."""

    found_by: tuple[str, ...]
    shown: Suggestion


_KEPT: WeakKeyDictionary[Engine, dict[str, tuple[_Entry, ...]]] = WeakKeyDictionary()


def written(iri: str) -> str:
    """An IRI as it may stand in a query: `task:ngo-grants`; in full where its name has signs that would need a backslash."""
    short = curie(iri)
    return short if _PLAIN.fullmatch(short) and not short.startswith("id:") else f"<{iri}>"


def suggest(engine: Engine, word: str, lang: str, limit: int = LIMIT) -> list[Suggestion]:
    """The best names for a word or the beginning of one: first what begins so, then what has a word that does, then what holds it."""
    wanted = folded(word)
    ranked = (
        (_rank(entry, wanted), entry.shown.label, entry.shown.insert, entry.shown) for entry in _index(engine, lang)
    )
    best = sorted((found for found in ranked if found[0] is not None), key=lambda found: found[:3])
    return [shown for *_, shown in best[:limit]]


def known_names(engine: Engine) -> list[str]:
    """All names as they are written in a query."""
    return [entry.shown.insert for entry in _index(engine, "en")]


def _rank(entry: _Entry, wanted: str) -> tuple[int, int] | None:
    """0 equal, 1 begins so, 2 a word in it begins so, 3 holds it, and how long the text is; None where none holds it."""
    ranks = [
        (0 if text == wanted else 1 if text.startswith(wanted) else 2 if f" {wanted}" in f" {text}" else 3, len(text))
        for text in entry.found_by
        if wanted in text
    ]
    return min(ranks, default=None)


def _index(engine: Engine, lang: str) -> tuple[_Entry, ...]:
    """One pass over the labels, kept: the data of an engine do not change."""
    kept = _KEPT.setdefault(engine, {})
    if lang not in kept:
        kept[lang] = (*_prefixes(), *_named(engine, lang))
    return kept[lang]


def _prefixes() -> Iterator[_Entry]:
    for name, iri in PREFIXES.items():
        yield _Entry((f"{name}:",), Suggestion(f"{name}:", iri, "prefix"))


def _named(engine: Engine, lang: str) -> Iterator[_Entry]:
    kinds = {row["x"].value: TERMS.get(row["type"].value.rpartition("#")[2], "") for row in engine.select(_TYPES)}
    labels: dict[str, list[tuple[Literal, bool]]] = {}
    for row in engine.select(_LABELS):
        if isinstance(row["text"], Literal) and not row["x"].value.startswith(GRAPHS):
            labels.setdefault(row["x"].value, []).append((row["text"], row["how"].value == _ALSO))
    for iri, texts in labels.items():
        kind = kinds.get(iri) or kind_of(iri)
        if kind not in (*PAPERWORK, "term"):
            name = written(iri)
            found_by = {folded(text.value) for text, _ in texts} | {folded(name), folded(re.split("[:/#]", iri)[-1])}
            yield _Entry(tuple(sorted(found_by)), Suggestion(name, _label(texts, lang), kind))


def _label(texts: list[tuple[Literal, bool]], lang: str) -> str:
    """The preferred label in the reader's language, else Finnish, Swedish, English; an alternative one where there is no other."""
    order = (lang, "fi", "sv", "en")
    place = {language: order.index(language) for language in order}
    best = min(texts, key=lambda text: (text[1], place.get(text[0].language or "", len(order)), text[0].value))
    return best[0].value
