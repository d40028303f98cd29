"""Where in its lines a quote stands.

A quote is written as in the reading text: white space is collapsed, and a hyphen at a line end is dropped or kept. It is therefore
sought by its visible characters, where the hyphen that ends a line may be missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Stretch = tuple[int, int]


@dataclass(frozen=True)
class _Visible:
    """A character that is not white space, and whether it is a hyphen that the reading text may have dropped."""

    char: str
    line: int
    column: int
    optional: bool


def locate(lines: Mapping[int, str], first: int, last: int, quote: str) -> dict[int, Stretch]:
    """The columns (end exclusive) of a quote on each of the lines `first` to `last`; the whole lines when it is not found there."""
    shown = _visible(lines, first, last)
    wanted = [char for char in quote if not char.isspace()]
    for start, found in enumerate(shown):
        if found.line == first and (end := _match(shown, start, wanted)) and shown[end - 1].line == last:
            return _stretches(shown[start:end])
    return whole_lines(lines, first, last)


def whole_lines(lines: Mapping[int, str], first: int, last: int) -> dict[int, Stretch]:
    """Every line that is not blank, from its first visible character to its last."""
    return _stretches(_visible(lines, first, last))


def _visible(lines: Mapping[int, str], first: int, last: int) -> list[_Visible]:
    found: list[_Visible] = []
    for line in range(first, last + 1):
        text = lines.get(line, "")
        end = len(text.rstrip()) - 1
        found += [
            _Visible(char, line, column, char == "-" and column == end)
            for column, char in enumerate(text)
            if not char.isspace()
        ]
    return found


def _match(shown: list[_Visible], start: int, wanted: list[str]) -> int | None:
    """The index after the match that starts at `start`, or None."""
    at = start
    for char in wanted:
        while at < len(shown) and shown[at].char != char and shown[at].optional:
            at += 1
        if at == len(shown) or shown[at].char != char:
            return None
        at += 1
    return at if wanted else None


def _stretches(found: list[_Visible]) -> dict[int, Stretch]:
    ends: dict[int, Stretch] = {}
    for item in found:
        start, _ = ends.get(item.line, (item.column, 0))
        ends[item.line] = (start, item.column + 1)
    return ends


@dataclass(frozen=True)
class Piece:
    """A stretch of a line and its mark: `hit` for the claim looked at, `quoted` for the others, or nothing."""

    text: str
    mark: str


def pieces(text: str, quoted: list[Stretch], hits: list[Stretch]) -> tuple[Piece, ...]:
    """A line cut where its marks change; a hit covers what is merely quoted."""
    marks = [""] * len(text)
    for name, stretches in (("quoted", quoted), ("hit", hits)):
        for start, end in stretches:
            marks[start:end] = [name] * (end - start)
    found: list[Piece] = []
    for char, mark in zip(text, marks, strict=True):
        if found and found[-1].mark == mark:
            found[-1] = Piece(found[-1].text + char, mark)
        else:
            found.append(Piece(char, mark))
    return tuple(found)
