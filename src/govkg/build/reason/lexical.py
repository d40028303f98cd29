"""Lexical forms of XML Schema datatypes (XML Schema 1.1 part 2, section 3)."""

import base64 as codec
import re
import struct
from collections.abc import Hashable
from datetime import datetime, timedelta

ZONE = r"(?:Z|[+-]\d\d:\d\d)?"
INTEGER = r"[+-]?\d+"
DECIMAL = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"
DOUBLE = DECIMAL + r"(?:[eE][+-]?\d+)?"
_YEAR = r"-?(?:[1-9]\d{4,}|\d{4})"
DATE = _YEAR + r"-\d\d-\d\d" + ZONE
YEAR = _YEAR + ZONE
YEAR_MONTH = _YEAR + r"-\d\d" + ZONE
TIME = r"\d\d:\d\d:\d\d(?:\.\d+)?" + ZONE
DATE_TIME = DATE.removesuffix(ZONE) + "T" + TIME
NORMALIZED = r"[^\t\n\r]*"
TOKEN = r"(?:[^\s](?:[^\t\n\r ]| (?! ))*(?<! ))?"
LANGUAGE = r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*"
NMTOKEN = r"[\w:.·-]+"
NAME = r"[^\W\d][\w:.·-]*|:[\w:.·-]*"
NCNAME = r"[^\W\d][\w.·-]*"

_TRAILING_ZONE = re.compile(r"(?:Z|[+-]\d\d:\d\d)$")
_FAR_YEAR = re.compile(r"-\d{4,}|\d{5,}|0000")


def match(pattern: str, text: str) -> str:
    """The text, when all of it has the form. Raises ValueError when it has not."""
    if re.fullmatch(pattern, text) is None:
        raise ValueError(f"not a lexical form: {text!r}")
    return text


def without_zone(text: str) -> str:
    """A date or time without its time zone."""
    return _TRAILING_ZONE.sub("", text)


def calendar(text: str) -> datetime:
    """A date, time or both as Python has it, without its time zone. Raises ValueError when no calendar has it.

    Python knows the years 1 to 9999 only: another year is checked as if it were the leap year 2000.
    """
    plain = without_zone(_FAR_YEAR.sub("2000", text, count=1) if _FAR_YEAR.match(text) else text)
    if plain.endswith("24:00:00"):
        return calendar(plain.replace("24:00:00", "00:00:00")) + timedelta(days=1)
    return datetime.fromisoformat(plain)


def date_time(text: str) -> tuple[Hashable, bool]:
    """The moment (in UTC when a time zone is given), and whether one is given. A far year stays text."""
    found = calendar(match(DATE_TIME, text))
    zone = _TRAILING_ZONE.search(text)
    if _FAR_YEAR.match(text):
        return text, zone is not None
    return (found - _offset(zone[0]), True) if zone else (found, False)


def _offset(zone: str) -> timedelta:
    if zone == "Z":
        return timedelta()
    size = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:]))
    return -size if zone[0] == "-" else size


def single(number: float) -> float:
    """The nearest 32-bit float."""
    try:
        return float(struct.unpack("f", struct.pack("f", number))[0])
    except OverflowError:
        return float("inf") if number > 0 else float("-inf")


def base64(text: str) -> bytes:
    """The bytes that the text stands for. Raises ValueError (binascii.Error) when it is no base64."""
    return codec.b64decode(text.replace(" ", ""), validate=True)
