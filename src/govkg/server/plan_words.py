"""A query's steps in the reader's words: what is found, kept, added and shown, with the counts."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from govkg.core.names import curie
from govkg.query.labels import labels_of
from govkg.query.plan import MOST
from govkg.server.facts import Value
from govkg.server.language import page_language, text
from govkg.server.properties import names_of
from govkg.server.site import site
from govkg.server.words import number

_NUMBERED = ("union", "values", "skip", "limit", "construct")
_KEYS = {"ask": "ask-whether"}


@dataclass(frozen=True)
class Found:
    """A pattern: its three parts as shown, and what was counted, in words."""

    parts: tuple[Value, Value, Value]
    counted: str


@dataclass(frozen=True)
class Told:
    """A step: its sentence, what follows it in SPARQL, its patterns, and the groups inside it, each with a heading where it needs one."""

    sentence: str
    what: str
    patterns: tuple[Found, ...]
    inner: tuple[tuple[str, tuple["Told", ...]], ...]


def told_steps(body: bytes) -> tuple[Told, ...]:
    """The steps that a worker sent, in words."""
    steps: list[dict[str, Any]] = json.loads(body)
    terms = {term for step in steps for term in _terms(step)}
    iris = {term[1:-1] for term in terms if _is_iri(term)}
    labels = {
        iri: Value(label.text, label.lang, iri)
        for iri, label in labels_of(site().engine, iris, page_language()).items()
    }
    names = names_of(site().engine, iris, page_language())
    known = labels | {
        iri: Value(name.text, name.lang, iri) for iri, name in names.items() if labels[iri].text == curie(iri)
    }
    return tuple(_told(step, known) for step in steps)


def _told(step: Mapping[str, Any], known: Mapping[str, Value]) -> Told:
    kind, count = step["kind"], number(step["count"])
    key = f"plan.{_KEYS.get(kind, kind)}"
    return Told(
        text(key, n=count) if kind in _NUMBERED else text(key),
        curie(step["what"][1:-1]) if _is_iri(step["what"]) else step["what"],
        tuple(_found(pattern, known) for pattern in step["patterns"]),
        tuple(
            (text("plan.exists", n=at) if kind == "keep" else "", tuple(_told(one, known) for one in group))
            for at, group in enumerate(step["inner"], 1)
        ),
    )


def _found(pattern: Mapping[str, Any], known: Mapping[str, Value]) -> Found:
    parts = (pattern["subject"], pattern["path"], pattern["object"])
    subject, path, value = (_part(part, known) for part in parts)
    return Found((subject, path, value), _counted(pattern["matches"], pattern["together"]))


def _part(part: str, known: Mapping[str, Value]) -> Value:
    if _is_iri(part):
        return known[part[1:-1]]
    pieces = part.split("<")
    short = pieces[0] + "".join(curie(iri) + rest for iri, _, rest in (piece.partition(">") for piece in pieces[1:]))
    return Value(part.partition("^^")[0] if part.startswith('"') else short, "")


def _counted(matches: int | None, together: int | None) -> str:
    if matches is None:
        return ""
    if together is None or together == matches:
        return text("plan.matches", n=_many(matches))
    return text("plan.together", m=_many(matches), n=_many(together))


def _many(count: int) -> str:
    return text("plan.more", n=number(MOST)) if count > MOST else number(count)


def _is_iri(term: str) -> bool:
    return term.startswith("<") and term.endswith(">") and "<" not in term[1:]


def _terms(step: Mapping[str, Any]) -> Iterator[str]:
    for pattern in step["patterns"]:
        yield from (pattern["subject"], pattern["path"], pattern["object"])
    for group in step["inner"]:
        for one in group:
            yield from _terms(one)
