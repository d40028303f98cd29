"""Values of literals, by XML Schema."""

import pytest
from pyoxigraph import Literal, NamedNode

from govkg.build.reason.datatypes import holds, value
from govkg.core.names import RDF, XSD


def literal(text: str, datatype: str) -> Literal:
    return Literal(text, datatype=NamedNode((RDF if datatype == "XMLLiteral" else XSD) + datatype))


GOOD = [
    ("1", "integer"),
    ("-0", "nonPositiveInteger"),
    ("127", "byte"),
    ("255", "unsignedByte"),
    ("1.50", "decimal"),
    (".5", "decimal"),
    ("1e3", "double"),
    ("-INF", "float"),
    ("NaN", "double"),
    ("true", "boolean"),
    ("0", "boolean"),
    ("2017-02-28", "date"),
    ("2016-02-29Z", "date"),
    ("2017", "gYear"),
    ("2017-10", "gYearMonth"),
    ("12000-01-01", "date"),
    ("2017-01-01T24:00:00", "dateTime"),
    ("2017-01-01T10:00:00.25+02:00", "dateTime"),
    ("2017-01-01T10:00:00Z", "dateTimeStamp"),
    ("10:00:00", "time"),
    ("fi-FI", "language"),
    ("a b", "token"),
    ("", "token"),
    ("a:b", "Name"),
    ("ab", "NCName"),
    ("1b", "NMTOKEN"),
    ("0aF3", "hexBinary"),
    ("YQ==", "base64Binary"),
    ("rel/path", "anyURI"),
    ("any\n thing", "string"),
]

BAD = [
    ("one", "integer"),
    ("1.0", "integer"),
    ("1", "nonPositiveInteger"),
    ("128", "byte"),
    ("-1", "unsignedByte"),
    ("1e3", "decimal"),
    ("0", "positiveInteger"),
    ("Infinity", "double"),
    ("1_000", "integer"),
    ("TRUE", "boolean"),
    ("2017-02-29", "date"),
    ("28.2.2017", "date"),
    ("17", "gYear"),
    ("2017-13", "gYearMonth"),
    ("2017-01-01 10:00:00", "dateTime"),
    ("2017-01-01T25:00:00", "dateTime"),
    ("2017-01-01T10:00:00", "dateTimeStamp"),
    ("24:61:00", "time"),
    ("fi_FI", "language"),
    (" a", "token"),
    ("a  b", "token"),
    ("a\tb", "normalizedString"),
    ("1b", "Name"),
    ("a:b", "NCName"),
    ("abc", "hexBinary"),
    ("a", "base64Binary"),
]


@pytest.mark.parametrize(("text", "datatype"), GOOD)
def test_a_good_form_has_a_value_in_its_datatype(text: str, datatype: str) -> None:
    assert holds(NamedNode(XSD + datatype), value(literal(text, datatype)))


@pytest.mark.parametrize(("text", "datatype"), BAD)
def test_a_bad_form_has_none(text: str, datatype: str) -> None:
    with pytest.raises(ValueError):
        value(literal(text, datatype))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("1", "integer"), ("1.0", "decimal")),
        (("+01", "byte"), ("1", "integer")),
        (("1", "boolean"), ("true", "boolean")),
        (("1e1", "double"), ("10", "double")),
        (("2017-01-01T24:00:00Z", "dateTime"), ("2017-01-02T02:00:00+02:00", "dateTime")),
        (("0a", "hexBinary"), ("0A", "hexBinary")),
        (("x", "string"), ("x", "token")),
    ],
)
def test_spellings_of_one_value(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert value(literal(*one)) == value(literal(*other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("1", "integer"), ("1", "double")),
        (("1", "integer"), ("1", "string")),
        (("1", "double"), ("1", "float")),
        (("2017-01-01T10:00:00", "dateTime"), ("2017-01-01T10:00:00Z", "dateTime")),
        (("2017", "gYear"), ("2017", "integer")),
        (("x", "anyURI"), ("x", "string")),
    ],
)
def test_values_that_differ(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert value(literal(*one)) != value(literal(*other))


def test_a_text_in_a_language_is_no_string() -> None:
    found = value(Literal("x", language="fi"))
    assert holds(NamedNode(XSD + "string"), found) is False
    assert holds(NamedNode(RDF + "langString"), found)
    assert holds(NamedNode(RDF + "PlainLiteral"), found)


def test_an_unknown_datatype_tells_nothing() -> None:
    found = value(Literal("x", datatype=NamedNode("https://example.org/mine")))
    assert found is None
    assert holds(NamedNode(XSD + "string"), found) is None
