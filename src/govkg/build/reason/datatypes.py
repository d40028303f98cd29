"""Values of literals: which two are the same, and which datatype holds them.

OWL 2 RL's datatypes (OWL 2 Profiles section 4.2.1; lexical forms by XML Schema 1.1 part 2), and beyond them the
calendar datatypes of XML Schema, because dates and years are facts here.
"""

import re
from collections.abc import Callable, Hashable
from decimal import Decimal
from math import inf, nan

from pyoxigraph import Literal, NamedNode

from govkg.build.reason import lexical
from govkg.core.names import RDF, RDFS, XSD

Value = tuple[str, Hashable]
"""A value space and a value in it. Two values are the same exactly when both parts are."""

_BITS = {"long": 63, "int": 31, "short": 15, "byte": 7}
_BOUNDS: dict[str, tuple[int | None, int | None]] = {
    "integer": (None, None),
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
    **{name: (-(2**bits), 2**bits - 1) for name, bits in _BITS.items()},
    **{f"unsigned{name.capitalize()}": (0, 2 ** (bits + 1) - 1) for name, bits in _BITS.items()},
}


def _decimal(text: str) -> Value:
    return "number", Decimal(lexical.match(lexical.DECIMAL, text)).normalize()


def _integer(text: str) -> Value:
    return "number", Decimal(int(lexical.match(lexical.INTEGER, text)))


def _float(space: str) -> Callable[[str], Value]:
    special = {"INF": inf, "+INF": inf, "-INF": -inf, "NaN": nan}

    def read(text: str) -> Value:
        number = special[text] if text in special else float(lexical.match(lexical.DOUBLE, text))
        return space, repr(lexical.single(number) if space == "float" else number)

    return read


def _boolean(text: str) -> Value:
    return "boolean", lexical.match(r"true|false|1|0", text) in ("true", "1")


def _date_time(text: str) -> Value:
    plain, zone = lexical.date_time(text)
    return ("moment" if zone else "local time"), plain


def _calendar(name: str, pattern: str, prefix: str = "", suffix: str = "") -> Callable[[str], Value]:
    """A part of a date: checked as the whole date that `prefix` and `suffix` make of it."""

    def read(text: str) -> Value:
        found = lexical.match(pattern, text)
        lexical.calendar(prefix + lexical.without_zone(found) + suffix)
        return name, found.replace("+00:00", "Z")

    return read


def _string(pattern: str) -> Callable[[str], Value]:
    return lambda text: ("string", lexical.match(pattern, text))


_STRINGS = {
    "string": r"[\s\S]*",
    "normalizedString": lexical.NORMALIZED,
    "token": lexical.TOKEN,
    "language": lexical.LANGUAGE,
    "NMTOKEN": lexical.NMTOKEN,
    "Name": lexical.NAME,
    "NCName": lexical.NCNAME,
}

_READ: dict[str, Callable[[str], Value]] = {
    XSD + "decimal": _decimal,
    **{XSD + name: _integer for name in _BOUNDS},
    XSD + "double": _float("double"),
    XSD + "float": _float("float"),
    XSD + "boolean": _boolean,
    XSD + "dateTime": _date_time,
    XSD + "dateTimeStamp": _date_time,
    XSD + "date": _calendar("date", lexical.DATE),
    XSD + "gYear": _calendar("gYear", lexical.YEAR, suffix="-01-01"),
    XSD + "gYearMonth": _calendar("gYearMonth", lexical.YEAR_MONTH, suffix="-01"),
    XSD + "time": _calendar("time", lexical.TIME, prefix="2000-01-01T"),
    XSD + "hexBinary": lambda text: ("hexBinary", bytes.fromhex(lexical.match(r"([0-9a-fA-F]{2})*", text))),
    XSD + "base64Binary": lambda text: ("base64Binary", lexical.base64(text)),
    XSD + "anyURI": lambda text: ("anyURI", text),
    **{XSD + name: _string(pattern) for name, pattern in _STRINGS.items()},
}

DATATYPES: tuple[NamedNode, ...] = tuple(
    map(NamedNode, (*_READ, RDF + "PlainLiteral", RDF + "langString", RDF + "XMLLiteral", RDFS + "Literal"))
)
"""The datatypes that the rules of table 8 speak about."""


def value(literal: Literal) -> Value | None:
    """The literal's value, or None when its datatype is not one that we can read.

    Raises ValueError when the text is no form of the datatype (an ill-typed literal).
    """
    if literal.language:
        return "text", (literal.value, literal.language)
    read = _READ.get(literal.datatype.value)
    found = read(literal.value) if read else None
    if found and not _holds(literal.datatype.value, found):
        raise ValueError(f"{literal} is outside {literal.datatype}")
    return found


def holds(datatype: NamedNode, found: Value | None) -> bool | None:
    """Whether a value is in the datatype's value space; None when that cannot be known."""
    if found is None or datatype.value == RDF + "XMLLiteral":
        return None if found is None else False
    return _holds(datatype.value, found)


def _holds(datatype: str, found: Value) -> bool:
    space, content = found
    local = datatype.rpartition("#")[2]
    if local in _BOUNDS:
        return space == "number" and isinstance(content, Decimal) and _within(content, *_BOUNDS[local])
    if local in _STRINGS:
        return space == "string" and re.fullmatch(_STRINGS[local], str(content)) is not None
    return space in _SPACES.get(local, (local,)) or local == "Literal"


def _within(number: Decimal, low: int | None, high: int | None) -> bool:
    return number == number.to_integral_value() and (low is None or low <= number) and (high is None or number <= high)


def can_read(datatype: NamedNode) -> bool:
    """Whether the values of a datatype's literals can be told apart."""
    return datatype.value in _READ


def is_narrow_string(datatype: NamedNode) -> bool:
    """Whether a datatype holds some strings and not others."""
    return datatype.value.startswith(XSD) and datatype.value.removeprefix(XSD) in _STRINGS.keys() - {"string"}


def whole(found: Value | None) -> int:
    """A value as a whole number, or -1 when it is none."""
    number = found[1] if found and found[0] == "number" else None
    return int(number) if isinstance(number, Decimal) and number == number.to_integral_value() else -1


def inclusions() -> dict[NamedNode, list[NamedNode]]:
    """For each datatype that is part of others, those others (XML Schema 1.1 part 2, section 3)."""
    whole = {narrow: [wide for wide in _BOUNDS if wide != narrow and _inside(narrow, wide)] for narrow in _BOUNDS}
    found = {narrow: [*wider, "decimal"] for narrow, wider in whole.items()} | _WIDER
    return {NamedNode(XSD + narrow): [NamedNode(XSD + wide) for wide in wider] for narrow, wider in found.items()}


def _inside(narrow: str, wide: str) -> bool:
    (low, high), (least, most) = _BOUNDS[narrow], _BOUNDS[wide]
    return (least is None or (low is not None and least <= low)) and (
        most is None or (high is not None and high <= most)
    )


_WIDER = {
    "normalizedString": ["string"],
    "token": ["normalizedString", "string"],
    **{name: ["token", "normalizedString", "string"] for name in ("language", "NMTOKEN", "Name")},
    "NCName": ["Name", "token", "normalizedString", "string"],
    "dateTimeStamp": ["dateTime"],
}

_SPACES = {
    "decimal": ("number",),
    "dateTime": ("moment", "local time"),
    "dateTimeStamp": ("moment",),
    "PlainLiteral": ("string", "text"),
    "langString": ("text",),
}
