"""SPARQL text → tokens, without parsing (SPARQL 1.1, 19.8): enough to know what is a string, an IRI, a comment, a word or a bracket.

The regular expressions do not backtrack, so that the time grows with the length only.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ESCAPED = (
    r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%]"  # in local names, so that a bracket after a backslash is no bracket
)
_LONGEST_PREFIX = 200  # each start of a word looks that far for a colon, so that the whole stays linear
_TOKEN = re.compile(
    rf"""
    [ \t\r\n]*+(?:
    (?P<comment>\#[^\r\n]*+)
  | (?P<iri><(?:[^<>"{{}}|^`\\\x00-\x20]|\\[uU][0-9A-Fa-f]{{4}})*+>)
  | (?P<text>\"\"\"(?:"{{0,2}}+(?:[^"\\]|\\.))*+\"\"\" | '''(?:'{{0,2}}+(?:[^'\\]|\\.))*+''')
  | (?P<open>\"\"\" | ''')
  | (?P<short>"(?:[^"\\\r\n]|\\[^\r\n])*+" | '(?:[^'\\\r\n]|\\[^\r\n])*+')
  | (?P<quote>["'])
  | (?P<lang>@[A-Za-z]++(?:-[A-Za-z0-9]++)*+)
  | (?P<variable>[?$]\w++)
  | (?P<blank>_:\w[\w.-]*+)
  | (?P<number>(?:\d++\.?\d*+|\.\d++)(?:[eE][+-]?\d++)?)
  | (?P<name>(?:[^\W\d_](?:[\w-]|\.++(?=[\w-])){{0,{_LONGEST_PREFIX}}}+)?+:(?:(?:[\w:]|{_ESCAPED})(?:[\w:-]|{_ESCAPED}|\.++(?=[\w:%\\-]))*+)?+)
  | (?P<word>[^\W\d]\w*+)
  | (?P<sign><<|>>|&&|\|\||!=|<=|>=|\^\^|.)
    )""",
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A piece of the query. `kind` is the name of the group that matched; `start` is its offset."""

    kind: str
    text: str
    start: int


def tokens(query: str) -> Iterator[Token]:
    """The tokens in order, without white space and comments. Every text has some: what is no SPARQL comes as signs."""
    for match in _TOKEN.finditer(query):
        kind = match.lastgroup
        if kind is not None and kind != "comment":
            yield Token("text" if kind == "short" else kind, match[kind], match.start(kind))


def place(query: str, offset: int) -> tuple[int, int]:
    """The line and column of an offset, both from 1."""
    before = query[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
