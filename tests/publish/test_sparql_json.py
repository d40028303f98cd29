"""SPARQL 1.1 Query Results JSON: labels with their language, IRIs, and typed numbers and dates."""

import json
from typing import Any

import pytest

from govkg.core.names import XSD
from govkg.publish.sparql_json import to_json
from tests.publish.tables import NO_DATA, table, thing

LAPPI, KAINUU = "http://x.example/region/lappi", "http://x.example/region/kainuu"


def bindings(*args: Any) -> list[dict[str, dict[str, str]]]:
    rows: list[dict[str, dict[str, str]]] = json.loads(to_json(table(*args), NO_DATA))["results"]["bindings"]
    return rows


def test_a_label_carries_its_language_and_stands_beside_its_iri() -> None:
    (row,) = bindings({"region": "thing"}, (thing("Lappland", LAPPI, lang="sv"),))
    assert row == {
        "region": {"type": "literal", "value": "Lappland", "xml:lang": "sv"},
        "region_iri": {"type": "uri", "value": LAPPI},
    }


def test_several_iris_in_a_cell_are_a_text() -> None:
    (row,) = bindings({"regions": "things"}, (thing("Kainuu | Lappi", KAINUU, LAPPI),))
    assert row["regions_iri"] == {"type": "literal", "value": f"{KAINUU} | {LAPPI}"}


@pytest.mark.parametrize(("kind", "text", "datatype"), [
    ("number", "12", "integer"), ("number", "-3", "integer"), ("number", "9.5", "decimal"),
    ("date", "2022", "gYear"), ("date", "2022-06", "gYearMonth"), ("date", "2022-06-14", "date"),
])  # fmt: skip
def test_numbers_and_dates_are_typed(kind: str, text: str, datatype: str) -> None:
    (row,) = bindings({"x": kind}, (text,))
    assert row == {"x": {"type": "literal", "value": text, "datatype": XSD + datatype}}


def test_a_text_that_looks_like_a_number_is_a_text() -> None:
    assert bindings({"quote": "quote"}, ("2022",)) == [{"quote": {"type": "literal", "value": "2022"}}]


def test_an_empty_cell_is_left_out_and_named_in_the_head() -> None:
    data = json.loads(to_json(table({"region": "thing", "date": "date"}, (thing(""), "")), NO_DATA))
    assert data["head"] == {"vars": ["region", "region_iri", "date"]}
    assert data["results"] == {"bindings": [{}]}


def test_letters_stay_letters() -> None:
    assert "Järjestö" in to_json(table({"x": "text"}, ("Järjestö",)), NO_DATA).decode()
