"""The values of a free query's answer as its page shows them: things by their names, with the short form of the IRI beside."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from govkg.core.names import curie
from govkg.query.labels import Label, labels_of
from govkg.server.facts import Value
from govkg.server.site import site

NAMED = 1_000  # things of a page that are looked up; a page of a hundred rows rarely has more
Rows = Sequence[Sequence["Given | None"]]


@dataclass(frozen=True)
class Given:
    """A value of an answer: its text as the answer has it, its language, and its IRI when it is a thing."""

    text: str
    lang: str = ""
    iri: str = ""


@dataclass(frozen=True)
class Shown:
    """A value as shown; `short` is the IRI in few letters where a name stands in its place."""

    value: Value
    short: str = ""


def of_json(term: dict[str, str] | None) -> Given | None:
    """A term of the SPARQL 1.1 Query Results JSON Format (3.2.2); None where the variable is unbound."""
    if term is None:
        return None
    if term["type"] == "uri":
        return _thing(term["value"])
    if term["type"] == "literal":
        return Given(term["value"], term.get("xml:lang", ""))
    return Given(f"_:{term['value']}" if term["type"] == "bnode" else json.dumps(term, ensure_ascii=False))


def of_term(term: object) -> Given:
    """A term of a graph."""
    if isinstance(term, NamedNode):
        return _thing(term.value)
    return Given(term.value, term.language or "") if isinstance(term, Literal) else Given(str(term))


def _thing(iri: str) -> Given:
    """An IRI; a link only where following it is harmless: not javascript: and its like."""
    return Given(_short(iri), "", iri if iri.startswith(("https://", "http://")) else "")


def _short(iri: str) -> str:
    return curie(iri).removeprefix("<").removesuffix(">")


def in_words(rows: Rows, lang: str) -> tuple[list[list[Shown | None]], bool]:
    """The rows with the names of their things, asked for at once; and whether there were too many to name all."""
    iris = list(dict.fromkeys(cell.iri for row in rows for cell in row if cell and cell.iri))
    known = labels_of(site().engine, iris[:NAMED], lang)
    shown = [[_shown(cell, known.get(cell.iri)) if cell else None for cell in row] for row in rows]
    return shown, len(iris) > NAMED


def _shown(cell: Given, label: Label | None) -> Shown:
    if label is None or label.text == curie(cell.iri):
        return Shown(Value(cell.text, cell.lang, cell.iri))
    return Shown(Value(label.text, label.lang, cell.iri), cell.text)
