"""The order of values: numbers as numbers, ISO dates as dates, texts as a Finnish reader expects them."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

Key = tuple[object, ...]

_LETTERS = {char: rank for rank, char in enumerate("abcdefghijklmnopqrstuvwxyzåäö", 1)}
_AS = {"æ": "ä", "ø": "ö", "ü": "y", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ß": "ss"}
_PIECE = re.compile(r"\d+|\D")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_NUMBER, _DATED, _TEXT = 0, 1, 2  # of unlike values numbers come first and texts last


def key_of(kind: str, text: str) -> Key:
    """The key by which a value of a kind of column is sorted; a value that is not of its kind is sorted as text."""
    if kind == "number":
        try:
            return (_NUMBER, Decimal(text))
        except InvalidOperation:
            return (_TEXT, text_key(text))
    if kind == "date" and (dates := [_date(part) for part in text.split("/")]) and all(dates):
        return (_DATED, *dates)
    return (_TEXT, text_key(text))


def text_key(text: str) -> Key:
    """The Finnish alphabetical key (SFS-EN 13710): å, ä and ö after z, ü as y; digits by their value, before letters."""
    plain = unicodedata.normalize("NFC", text.casefold())
    return (tuple(part for piece in _PIECE.findall(plain) for part in _ranks(piece)), plain, text)


def _date(text: str) -> tuple[int, ...]:
    """The numbers of an ISO date as precise as it is; nothing when it is none."""
    found = _DATE.fullmatch(text)
    return tuple(int(part) for part in found.groups() if part) if found else ()


def _ranks(piece: str) -> list[tuple[int, int]]:
    """A run of digits by its value, a letter by its place in the alphabet, all else before them."""
    if piece.isdigit():
        return [(1, int(piece))] if piece.isdecimal() else [(0, ord(piece[0]))]
    letters = _AS.get(piece, piece)
    if letters not in _LETTERS:
        letters = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    return [(2, _LETTERS[char]) if char in _LETTERS else (3 if char.isalpha() else 0, ord(char)) for char in letters]
