"""Rows of Python values."""

from datetime import date
from decimal import Decimal

import pytest

from govkg.publish.records import Value, names, records

from .tables import table, thing


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("number", "12", 12),
        ("number", "-3", -3),
        ("number", "9.5", Decimal("9.5")),
        ("number", "2.0", Decimal("2.0")),
        ("date", "2022-06-14", date(2022, 6, 14)),
        ("date", "2022-06", "2022-06"),
        ("date", "2022", "2022"),
        ("date", "loppuvuosi", "loppuvuosi"),
        ("date", "syksy 202", "syksy 202"),
        ("text", "12", "12"),
        ("quote", "2022-06-14", "2022-06-14"),
        ("number", "", None),
        ("text", "", None),
    ],
)
def test_a_value_has_the_type_of_its_column(kind: str, text: str, value: Value) -> None:
    (row,) = records(table({"x": kind}, (text,)))
    assert row == {"x": value}
    assert type(row["x"]) is type(value)


def test_a_thing_has_its_label_and_beside_it_its_iri() -> None:
    answer = table({"body": "thing", "date": "date"}, (thing("Lautakunta", "https://example.org/b"), "2022"))
    assert names(answer) == ("body", "body_iri", "date")
    assert records(answer) == [{"body": "Lautakunta", "body_iri": "https://example.org/b", "date": "2022"}]
