"""Words as they are searched: without case, diacritics and signs."""

import re
import unicodedata

_WORD = re.compile(r"\w+")
TAIL = 4  # letters that the last part of a compound has at least
_WHOLE = re.compile(r"\w+(?:-\w+)*")


def folded(text: str) -> str:
    """The text without case, diacritics and repeated white space: `Itä-Häme` → `ita-hame`."""
    bare = unicodedata.normalize("NFKD", text)
    for mark in filter(unicodedata.combining, set(bare)):  # a text has few of them
        bare = bare.replace(mark, "")
    return " ".join(bare.casefold().split())


def tokens(text: str) -> list[str]:
    """The folded words of a text in their order; a hyphen parts words."""
    return _WORD.findall(folded(text))


def typed_words(text: str) -> list[str]:
    """The words of a text as they are written; a hyphen parts words."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def whole_words(text: str) -> list[str]:
    """The words of a text as they are written, with the hyphens inside them: what a dictionary knows."""
    return _WHOLE.findall(unicodedata.normalize("NFC", text))
