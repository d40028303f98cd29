"""A glance at a query before the guard's scan, which takes as long as a quick query itself.

Most queries of programs are plain: written in characters that the engine and the standard read alike, and with so few brackets and
operators, wherever they stand, that no reading of them could nest too deeply. Counting that is enough to let one through. The engine's
parser sees to the rest: where it refuses, ask the guard, which has the words for people.
"""

import re

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
_BRACKETS, _PARTS = "([{", "([{!+-^;,.*/|=<>&"
_ITEMS = re.compile(r"\w++|[:\"']")  # each item of a list has at least one of these, or is an IRI
_SIGNS = re.compile(r"[!+^-](?=\s*+[!+^#-])")  # one before another: such a row nests, too
_ELSE = ("SERVICE", "FROM", *VOLATILE)


def glance(query: str, limits: Limits) -> Checked | None:
    """What the guard would find, or None where only the guard can tell. It may let through what is no SPARQL, never what is too much."""
    upper = query.upper()
    if len(query) > limits.length or any(word in upper for word in _ELSE):
        return None
    form = _FORM.match(upper)
    if form is None or _is_large(query, limits) or not _PLAIN.fullmatch(query):
        return None
    return Checked(form[1], has_dataset=False, volatile=False)


def _is_large(query: str, limits: Limits) -> bool:
    nesting = sum(map(query.count, _BRACKETS)) + len(_SIGNS.findall(query)) + 1
    return nesting > limits.depth or (len(query) > limits.parts < _parts(query))


def _parts(query: str) -> int:
    """No fewer than the guard would count: signs, and what stands between them."""
    return sum(map(query.count, _PARTS)) + len(_ITEMS.findall(query))
