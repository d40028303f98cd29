"""Triples as numbers, read from N-Triples without making terms: the text of a term is what is numbered.

Terms have the order of their first use, facts are pairs of subject and object by property.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from os import PathLike
from typing import NamedTuple, overload

import pyoxigraph as ox

from govkg.build.reason.datatypes import DATATYPES
from govkg.build.reason.model import Term, Triple
from govkg.build.reason.vocabulary import NAMES

_AT_ONCE = 2**17  # bytes that are read in one call; with Python's own choice, a sixteenth, it takes half as long again
Pairs = dict[int, "array[int]"]

_KNOWN = tuple(str(name).encode() for name in (*NAMES, *DATATYPES))
_IRI = rb"<[^\x00-\x20<>\"{}|^`\\]*>"
_TERM = re.compile(
    _IRI + rb'|"[^"\\\n\r]*"(?:@[a-z]+(?:-[a-z0-9]+)*|\^\^(?!<http://www.w3.org/2001/XMLSchema#string>)' + _IRI + rb")?"
)
"""Terms whose text is the only spelling: no escapes, no xsd:string, language tags in small letters."""
_LITERAL = rb'"([^"\\]*)"(?:@([a-z]+(?:-[a-z0-9]+)*)|\^\^<([^>]*)>)?'
"""The literals among them; made into an expression when the first is asked for."""


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
    if plain := re.fullmatch(_LITERAL, text):
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


def from_file(path: str | PathLike[str]) -> Given:
    """The input as a file of N-Triples. Raises SyntaxError when a line is no triple."""
    with open(path, "rb", buffering=_AT_ONCE) as lines:  # noqa: PTH123 - pathlib takes as long to load as a small closure
        return from_ntriples(lines)


def from_ntriples(lines: Iterable[bytes]) -> Given:
    """The input as lines of N-Triples, read without a parser where they are canonical (RDF 1.1 N-Triples, section 4).

    Raises SyntaxError when a line is no triple.
    """
    numbers = _numbers()
    ends, rows = _Ends(numbers), _Rows()
    last, s = b"", 0  # the subject of the line before, and its number in the upper half
    for line in lines:
        try:
            subject, predicate, end = line.split(b" ", 2)
            if subject != last:
                s, last = _subject(subject, numbers) << 32, subject
            o = ends[end]
            rows[predicate](s + o)
        except ValueError:
            _by_parser(line, numbers, rows)
    return Given(Tokens(list(numbers)), rows.pairs)


class _OddError(ValueError):
    """What only the parser can read."""


class _Ends(dict[bytes, int]):
    """The numbers of objects by the end of the line that they stand in, so that most lines need one look-up. Keeps the names only."""

    def __init__(self, numbers: dict[bytes, int]) -> None:
        super().__init__()
        self._numbers = numbers

    def __missing__(self, end: bytes) -> int:
        text, numbers = end[:-3], self._numbers
        if end[-3:] != b" .\n":
            raise _OddError
        found = numbers.get(text)
        if found is None:
            if not _TERM.fullmatch(text):
                raise _OddError
            found = numbers[text] = len(numbers)
        if text[:1] == b"<":
            self[end] = found
        return found


class _Rows(dict[bytes, Callable[[int], None]]):
    """By predicate, what adds a pair to its own; the parser finds new ones."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs: Pairs = {}

    def __missing__(self, predicate: bytes) -> Callable[[int], None]:
        raise _OddError

    def add(self, predicate: bytes, number: int, pair: int) -> None:
        """Add a pair by a predicate that may be new; `number` is its own."""
        if predicate not in self:
            self.pairs[number] = array("q")
            self[predicate] = self.pairs[number].append
        self[predicate](pair)


def _subject(text: bytes, numbers: dict[bytes, int]) -> int:
    """The number of a name."""
    found = None if text[:1] == b'"' else numbers.get(text)
    if found is None:
        if text[:1] != b"<" or not _TERM.fullmatch(text):
            raise _OddError
        found = numbers[text] = len(numbers)
    return found


def _by_parser(line: bytes, numbers: dict[bytes, int], rows: _Rows) -> None:
    """Read a line with a predicate not met yet, a blank node, an escape, a comment or other white space."""
    for found in ox.parse(line, format=ox.RdfFormat.N_TRIPLES):
        texts = [str(term).encode() for term in (found.subject, found.predicate, found.object)]
        s, p, o = (numbers.setdefault(text, len(numbers)) for text in texts)
        rows.add(texts[1], p, s << 32 | o)


def _numbers() -> dict[bytes, int]:
    return {text: i for i, text in enumerate(_KNOWN)}
