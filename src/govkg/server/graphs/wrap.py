"""A name in lines that fit a box. Widths are estimates for the fonts of the page, on the generous side."""

import re

NARROW, WIDE = frozenset("iljtf.,:;'|()[]-–! "), frozenset("mwMWÅÄÖ@%")


def width_of(text: str, size: float = 14) -> float:
    """The width of a line in px at a font size in px."""
    return sum(size * (0.34 if char in NARROW else 0.86 if char in WIDE else 0.59) for char in text)


def lines_of(text: str, most: int = 3, long: int = 24) -> tuple[str, ...]:
    """The text in at most `most` lines of about `long` characters, broken at spaces and after hyphens; the rest is cut with …"""
    lines = [""]
    for word in _words(text):
        fits = len(lines[-1] + word.rstrip()) <= long
        if lines[-1] and not fits:
            lines.append("")
        lines[-1] += word
    whole = [line.strip() for line in lines]
    return tuple(whole) if len(whole) <= most else (*whole[: most - 1], f"{whole[most - 1]} …")


def _words(text: str) -> list[str]:
    """Words with the space or the hyphen that ends them."""
    return [word for word in re.findall(r"[^ -]*(?:[ -]|$)", " ".join(text.split())) if word]
