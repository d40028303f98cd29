"""Names of ours in a query that are in no statement: a slip of the pen there gives an empty answer and no error."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode
from rapidfuzz import process

from govkg.core.names import BASE, PREFIXES
from govkg.query.engine import Engine
from govkg.query.scanner import Token, place, tokens
from govkg.query.suggest import known_names

_MOST = 50  # names of a query that are looked at
_KNOWN = "SELECT ?x WHERE {{ VALUES ?x {{ {things} }} FILTER(EXISTS {{ ?x ?p ?o }} || EXISTS {{ ?s ?x ?o }} || EXISTS {{ ?s ?p ?x }} || EXISTS {{ GRAPH ?x {{ ?s ?p ?o }} }}) }}"
_ESCAPE = re.compile(r"\\(.)")
_NEAR = 75  # of 100: below, two names have nothing to do with each other


@dataclass(frozen=True)
class Unknown:
    """A name that the data do not know, where it stands (from 1), and the nearest that they know, or an empty text."""

    text: str
    line: int
    column: int
    nearest: str


def unknown_names(engine: Engine, query: str) -> list[Unknown]:
    """The names of our namespaces in a query that no statement has. The query must be one that the guard let through."""
    used: dict[str, Token] = {}
    for token, iri in _names(query):
        if iri.startswith(BASE + "/") and len(used) < _MOST:
            used.setdefault(iri, token)
    missing = set(used) - _known(engine, used)
    return [
        Unknown(token.text, *place(query, token.start), _nearest(engine, token.text))
        for iri, token in used.items()
        if iri in missing
    ]


def _known(engine: Engine, iris: Iterable[str]) -> set[str]:
    things = " ".join(str(NamedNode(iri)) for iri in iris)
    return {row["x"].value for row in engine.select(_KNOWN.format(things=things))}


def _names(query: str) -> Iterator[tuple[Token, str]]:
    """Each name with its IRI; the IRIs of the declarations are none."""
    prefixes, before = dict(PREFIXES), list[Token]()
    for token in tokens(query):
        declares = len(before) == 2 and before[0].text.upper() == "PREFIX"
        if token.kind == "iri":
            if declares:
                prefixes[before[1].text.rstrip(":")] = token.text[1:-1]
            elif not (before and before[-1].text.upper() == "BASE"):
                yield token, token.text[1:-1]
        elif token.kind == "name" and not (before and before[-1].text.upper() == "PREFIX"):
            prefix, _, local = token.text.partition(":")
            if prefix in prefixes:
                yield token, prefixes[prefix] + _ESCAPE.sub(r"\1", local)
        before = [*before[-1:], token]


def _nearest(engine: Engine, name: str) -> str:
    """The nearest name in the same namespace."""
    start = re.split(r"(?<=[:/#])(?!.*[:/#])", name)[0]
    found = process.extractOne(
        name, [known for known in known_names(engine) if known.startswith(start)], score_cutoff=_NEAR
    )
    return found[0] if found else ""
