"""A glance at a query before the guard's scan, which takes as long as a quick query itself.

Most queries of programs are plain: written in characters that the engine and the standard read alike, and with so few brackets and
operators, wherever they stand, that no reading of them could nest too deeply. Counting that is enough to let one through. The engine's
parser sees to the rest: where it refuses, ask the guard, which has the words for people.
"""

import re
from functools import lru_cache

from govkg.query.guard import FORMS, VOLATILE, Checked
from govkg.query.limits import Limits

_PLAIN = re.compile(
    r"""(?:[\w?$:.;,*(){}=!&|+/^@\[\] \t\r\n-]++
    | <(?:[A-Za-z]++://)?+[\w:.?=&%~+/-]*+> | <[A-Za-z]++://[\w:.?=&%~+/-]*+\#[\w:.?=&%~+/-]*+>  # as an IRI or not: no bracket, no comment
    | [<>]=?+\ | "[^"'\\\r\n]*+" | '[^"'\\\r\n]*+' | \#[^\r\n]*+)*+""",
    re.ASCII | re.VERBOSE,
)
_FORM = re.compile(
    rf"(?:\s++|\#[^\r\n]*+|PREFIX\s++[A-Z0-9-]*+:\s*+<[^<>]*+>|BASE\s*+<[^<>]*+>)*+({'|'.join(FORMS)})(?![\w:.-])",
    re.ASCII,
)
_HEAD = re.compile(r"(?:\s++|PREFIX\s++[A-Z0-9-]*+:\s*+<[^<>]*+>|BASE\s*+<[^<>]*+>)*+", re.ASCII)
_KEPT = 4_000  # characters of a head that is remembered: programs send the same with each query
_BRACKETS, _PARTS = "([{", "([{!+-^;,.*/|=<>&"
_ITEMS = re.compile(r"\w++|[:\"']")  # each item of a list has at least one of these, or is an IRI
_SIGNS = re.compile(r"[!+^-](?=\s*+[!+^#-])")  # one before another: such a row nests, too
_ELSE = ("SERVICE", "FROM", *VOLATILE)


def glance(query: str, limits: Limits) -> Checked | None:
    """What the guard would find, or None where only the guard can tell. It may let through what is no SPARQL, never what is too much."""
    if len(query) > limits.length:
        return None
    start = _start(query)
    before = _head(query[:start])
    if before is None:  # a word that looks like a declaration
        start, before = 0, 0
    tail = query[start:]
    form, nesting = _form(tail), _nesting(tail)
    if form is None or nesting is None or nesting + before >= limits.depth:
        return None
    return None if len(query) > limits.parts < _parts(query) else Checked(form, has_dataset=False, volatile=False)


def _start(query: str) -> int:
    """Where the last declaration ends, if what is declared stands before the rest: the head ends there."""
    if not query.isascii():  # its capitals may have another length
        return 0
    last = query.upper().rfind("PREFIX")
    found = 0 if last < 0 else query.find(">", last) + 1
    return found if found < _KEPT else 0


@lru_cache(500)
def _head(text: str) -> int | None:
    """The nesting of declarations that are plain; None where it is more than that."""
    return _nesting(text) if _HEAD.fullmatch(text.upper()) else None


def _form(text: str) -> str | None:
    found = _FORM.match(text.upper())
    return found[1] if found else None


def _nesting(text: str) -> int | None:
    """No less than any reading of the text nests; None where it is not plain."""
    upper = text.upper()
    if any(word in upper for word in _ELSE) or not _PLAIN.fullmatch(text):
        return None
    return sum(map(text.count, _BRACKETS)) + len(_SIGNS.findall(text))


def _parts(query: str) -> int:
    """No fewer than the guard would count: signs, and what stands between them."""
    return sum(map(query.count, _PARTS)) + len(_ITEMS.findall(query))
