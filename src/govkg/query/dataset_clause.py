"""The graphs that a query names for itself: FROM and FROM NAMED (SPARQL 1.1, 13.2), read without a parser."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import urljoin

from govkg.query.scanner import Token, tokens


@dataclass
class Dataset:
    """IRIs of graphs in the order in which they are named: those that make up the default graph, and the named ones."""

    default: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)


def dataset_of(query: str, prefixes: Mapping[str, str], base: str | None = None) -> Dataset:
    """The dataset of a query that is SPARQL. `prefixes` are known beside those that it declares; one that nobody declares stays as written."""
    known, found, before = dict(prefixes), Dataset(), ""
    for last, token in pairwise([Token("", "", 0), *tokens(query)]):
        word = last.text.upper() if last.kind == "word" else ""
        if token.kind == "iri" and word == "BASE":
            base = _resolved(token, known, base)
        elif token.kind == "iri" and last.kind == "name" and before == "PREFIX":
            known[last.text[:-1]] = _resolved(token, known, base)
        elif token.kind in ("iri", "name") and (word == "FROM" or (word == "NAMED" and before == "FROM")):
            (found.default if word == "FROM" else found.named).append(_resolved(token, known, base))
        before = word
    return found


def _resolved(token: Token, prefixes: Mapping[str, str], base: str | None) -> str:
    if token.kind == "iri":
        return urljoin(base or "", token.text[1:-1].encode("ascii", "backslashreplace").decode("unicode_escape"))
    prefix, _, local = token.text.partition(":")
    return prefixes.get(prefix, f"{prefix}:") + local
