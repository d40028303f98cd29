"""The reading text: text.txt with white space collapsed and words joined that a line end broke.

Quotes are matched in it and selector offsets count there (Web Annotation Data Model, section 4.2.4: text is normalised before
it is counted). Each character remembers its offset in text.txt, so that lines can be told.
"""

import re
from dataclasses import dataclass

_BROKEN = re.compile(r"(?<=[^\W\d_])-[ \t]*\n\s*(?=\S)")
_SPACE = re.compile(r"\s+")
_SUSPENDED = frozenset({"ja", "tai", "sekä", "eli"})
_EDGE = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True)
class Stretch:
    """Reading text of a part of a document with the origin of each character."""

    text: str
    origin: tuple[int, ...]
    kept: frozenset[str]


def read_stretch(raw: str, start: int, end: int, keep: frozenset[str]) -> Stretch:
    """The reading text of raw[start:end]. `keep` holds words whose hyphen at a line end stays."""
    chars: list[str] = []
    origin: list[int] = []
    used: set[str] = set()
    position = start
    while position < end:
        step = _step(raw, position, end, keep, used)
        if step is None:
            chars.append(raw[position])
            origin.append(position)
            position += 1
            continue
        replacement, after = step
        for char in replacement:
            if not (char == " " and (not chars or chars[-1] == " ")):
                chars.append(char)
                origin.append(position)
        position = after
    while chars and chars[-1] == " ":
        chars.pop()
        origin.pop()
    return Stretch("".join(chars), tuple(origin), frozenset(used))


def _step(raw: str, position: int, end: int, keep: frozenset[str], used: set[str]) -> tuple[str, int] | None:
    """What stands for a broken hyphen or a run of white space here, and where reading goes on; None for a plain character."""
    char = raw[position]
    if char == "-" and (broken := _BROKEN.match(raw, position)) and broken.end() < end:
        return _join(raw, position, broken.end(), keep, used), broken.end()
    if char.isspace() and (space := _SPACE.match(raw, position)):
        return " ", min(space.end(), end)
    return None


def _join(raw: str, hyphen: int, after: int, keep: frozenset[str], used: set[str]) -> str:
    """What replaces a hyphen at a line end: nothing, the hyphen, or the hyphen and a space."""
    before = re.split(r"\s", raw[max(0, hyphen - 80) : hyphen])[-1]
    following = re.split(r"\s", raw[after : after + 80], maxsplit=1)[0]
    whole = _EDGE.sub("", f"{before}-{following}")
    for word in keep:
        if whole == word or whole.startswith(word + "-"):
            used.add(word)
            return "-"
    if _EDGE.sub("", following) in _SUSPENDED:
        return "- "
    return "-" if following[0].isupper() and not before.isupper() else ""


def collapse(text: str) -> str:
    """White space collapsed to single spaces, as in the reading text."""
    return _SPACE.sub(" ", text).strip()
