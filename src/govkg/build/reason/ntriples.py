"""Triples as numbers, read from N-Triples without making terms: the text of a term is what is numbered.

Terms have the order of their first use, facts are pairs of subject and object by property.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, overload

import pyoxigraph as ox

from govkg.build.reason.datatypes import DATATYPES
from govkg.build.reason.model import Term, Triple
from govkg.build.reason.vocabulary import NAMES

Pairs = dict[int, "array[int]"]

_KNOWN = tuple(str(name).encode() for name in (*NAMES, *DATATYPES))
_IRI = rb"<[^\x00-\x20<>\"{}|^`\\]*>"
_NAME = re.compile(_IRI)
_TERM = re.compile(
    _IRI + rb'|"[^"\\\n\r]*"(?:@[a-z]+(?:-[a-z0-9]+)*|\^\^(?!<http://www.w3.org/2001/XMLSchema#string>)' + _IRI + rb")?"
)
"""Terms whose text is the only spelling: no escapes, no xsd:string, language tags in small letters."""
_LITERAL = re.compile(rb'"([^"\\]*)"(?:@([a-z]+(?:-[a-z0-9]+)*)|\^\^<([^>]*)>)?')
"""The literals among them."""


class Tokens(Sequence[Term]):
    """Terms kept as the text that N-Triples has for them, and parsed when asked for."""

    def __init__(self, texts: list[bytes]) -> None:
        self.texts = texts
        self._numbers: dict[bytes, int] | None = None

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, at: int) -> Term: ...
    @overload
    def __getitem__(self, at: slice) -> list[Term]: ...
    def __getitem__(self, at: int | slice) -> Term | list[Term]:
        return [parsed(text) for text in self.texts[at]] if isinstance(at, slice) else parsed(self.texts[at])

    def number(self, term: Term) -> int | None:
        """The number of a term, None when it does not occur."""
        if self._numbers is None:
            self._numbers = {text: i for i, text in enumerate(self.texts)}
        return self._numbers.get(str(term).encode())


class Given(NamedTuple):
    """The input: its terms, and by property the pairs of subject and object."""

    terms: Tokens
    pairs: Pairs


def parsed(text: bytes) -> Term:
    """A term of N-Triples."""
    if text[0] == 60:  # <
        return ox.NamedNode(text[1:-1].decode())
    if text[0] == 95:  # _
        return ox.BlankNode(text[2:].decode())
    if plain := _LITERAL.fullmatch(text):
        value, language, datatype = (part.decode() if part is not None else None for part in plain.groups())
        return ox.Literal(value or "", language=language, datatype=ox.NamedNode(datatype) if datatype else None)
    (found,) = ox.parse(b"<x:x> <x:x> " + text + b" .", format=ox.RdfFormat.N_TRIPLES)
    assert isinstance(found.object, ox.Literal)
    return found.object


def from_triples(triples: Iterable[Triple]) -> Given:
    """The input as terms of pyoxigraph."""
    numbers = _numbers()
    seen: dict[Term, int] = {}

    def number(term: Term) -> int:
        if term not in seen:
            seen[term] = numbers.setdefault(str(term).encode(), len(numbers))
        return seen[term]

    pairs: Pairs = defaultdict(lambda: array("q"))
    for s, p, o in triples:
        pairs[number(p)].append(number(s) << 32 | number(o))
    return Given(Tokens(list(numbers)), pairs)


def from_ntriples(lines: Iterable[bytes]) -> Given:
    """The input as lines of N-Triples, read without a parser where they are canonical (RDF 1.1 N-Triples, section 4).

    Raises SyntaxError when a line is no triple.
    """
    numbers = _numbers()
    rows: dict[bytes, array[int]] = {}
    ends: dict[bytes, int] = {}  # names as objects, with the end of the line: one look-up for most lines
    last, s = b"", None
    for line in lines:
        try:
            subject, predicate, end = line.split(b" ", 2)
        except ValueError:
            _by_parser(line, numbers, rows)
            continue
        if subject != last:
            last, s = subject, _subject(subject, numbers)
        o, pairs = ends.get(end), rows.get(predicate)
        if o is None:
            o = _object(end, numbers, ends)
        if s is None or o is None or pairs is None:
            _by_parser(line, numbers, rows)
        else:
            pairs.append(s << 32 | o)
    return Given(Tokens(list(numbers)), {numbers[predicate]: pairs for predicate, pairs in rows.items()})


def _subject(text: bytes, numbers: dict[bytes, int]) -> int | None:
    """The number of a name; None for what only the parser can tell."""
    found = None if text[:1] == b'"' else numbers.get(text)
    return numbers.setdefault(text, len(numbers)) if found is None and _NAME.fullmatch(text) else found


def _object(end: bytes, numbers: dict[bytes, int], ends: dict[bytes, int]) -> int | None:
    """The number of the term before the full stop; None for what only the parser can tell."""
    if end[-3:] != b" .\n":
        return None
    text = end[:-3]
    found = numbers.get(text)
    if found is None and _TERM.fullmatch(text):
        found = numbers[text] = len(numbers)
    if found is not None and text[:1] == b"<":
        ends[end] = found
    return found


def _by_parser(line: bytes, numbers: dict[bytes, int], rows: "dict[bytes, array[int]]") -> None:
    """Read a line with a predicate not met yet, a blank node, an escape, a comment or other white space."""
    for found in ox.parse(line, format=ox.RdfFormat.N_TRIPLES):
        texts = [str(term).encode() for term in (found.subject, found.predicate, found.object)]
        s, _, o = (numbers.setdefault(text, len(numbers)) for text in texts)
        rows.setdefault(texts[1], array("q")).append(s << 32 | o)


def _numbers() -> dict[bytes, int]:
    return {text: i for i, text in enumerate(_KNOWN)}
