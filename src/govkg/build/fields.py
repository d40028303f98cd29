"""Take values out of YAML nodes, noting every problem with its line instead of stopping at the first."""

import calendar
import re
from dataclasses import dataclass, field

from govkg.core.errors import Problem
from govkg.core.names import LANGS
from govkg.core.yamlnodes import Mapping, Node, Scalar, Sequence

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_FINNISH_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


@dataclass
class Notes:
    """The problems of one file, collected."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, line: int, what: str, todo: str = "") -> None:
        """Note one problem at a line of the file."""
        self.problems.append(Problem(self.file, line, what, todo))


def text(node: Node | None, what: str, notes: Notes) -> str | None:
    """A text value, or None (noted) when it is something else or empty."""
    if node is None:
        return None
    if isinstance(node, Scalar) and node.text.strip():
        return node.text.strip()
    notes.add(node.line, f"`{what}` must be a text", "write one value, without brackets")
    return None


def texts(node: Node | None, what: str, notes: Notes) -> list[tuple[str, int]]:
    """One text or a list of texts, each with its line."""
    if node is None:
        return []
    if isinstance(node, Scalar):
        return [(node.text.strip(), node.line)]
    if isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
        return [(item.text.strip(), item.line) for item in node.items if isinstance(item, Scalar)]
    notes.add(node.line, f"`{what}` must be a text or a list of texts")
    return []


def languages(node: Node | None, what: str, notes: Notes) -> dict[str, str]:
    """A mapping of each language to a text: whoever reads, reads it in their own."""
    if node is None:
        return {}
    if not isinstance(node, Mapping):
        todo = f"write {what}: {{{', '.join(f'{lang}: …' for lang in LANGS)}}}"
        notes.add(node.line, f"`{what}` must have languages", todo)
        return {}
    found = {lang: value.text.strip() for lang, value in node.items.items() if isinstance(value, Scalar)}
    for lang in LANGS:
        if not found.get(lang):
            notes.add(node.key_lines.get(lang, node.line), f"`{what}` has no {lang}", f"add {lang}: …")
    for lang in node.items.keys() - set(LANGS):
        notes.add(
            node.key_lines[lang],
            f"`{what}` has a key `{lang[:40]}` that is no language",
            'quote a text that holds a comma: {fi: "…, …"}',
        )
    return {lang: words for lang, words in found.items() if lang in LANGS}


def integer(node: Node | None, what: str, notes: Notes, default: int = 0) -> int:
    """A whole number of 0 or more."""
    if node is None:
        return default
    if isinstance(node, Scalar) and node.text.strip().isdecimal():
        return int(node.text)
    notes.add(node.line, f"`{what}` must be a whole number")
    return default


def line_span(node: Node, notes: Notes) -> tuple[int, ...]:
    """`7`, `7-9` or `7-9, 12`: lines of text.txt, counted from 1."""
    found: list[int] = []
    for part in (node.text if isinstance(node, Scalar) else "?").split(","):
        match = re.fullmatch(r"\s*(\d+)(?:\s*[-–]\s*(\d+))?\s*", part)
        if not match:
            notes.add(node.line, "`lines` must be line numbers", "write 7, 7-9 or 7-9, 12")
            return ()
        found.extend(range(int(match[1]), int(match[2] or match[1]) + 1))
    return tuple(found)


def date_problem(value: str) -> str | None:
    """Why a text is not an ISO date as precise as a year, month or day; None when it is one."""
    if finnish := _FINNISH_DATE.fullmatch(value):
        day, month, year = finnish.groups()
        return f"`{value}` is not an ISO date" + (
            _no_such_day(int(year), int(month), int(day)) or f"; write {year}-{int(month):02}-{int(day):02}"
        )
    match = _DATE.fullmatch(value)
    if not match:
        return f"`{value}` is not an ISO date; write 2022, 2022-06 or 2022-06-14"
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    missing = _no_such_day(year, month, day)
    return f"`{value}` is not a date{missing}" if missing else None


def _no_such_day(year: int, month: int, day: int) -> str | None:
    if not 1 <= month <= 12:
        return f": there is no month {month}"
    days = calendar.monthrange(year, month)[1]
    return None if 1 <= day <= days else f": month {month} of {year} has {days} days"
