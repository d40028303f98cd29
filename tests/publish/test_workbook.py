"""XLSX read back: numbers and days are typed, texts stay texts, sources stand on their own sheet, and bytes repeat."""

import io
from datetime import datetime

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from govkg.core.names import ID
from govkg.publish.sources import SOURCE_COLUMNS
from govkg.publish.workbook import to_xlsx
from govkg.query.engine import EmbeddedEngine
from govkg.query.run import Table
from tests.publish.tables import NO_DATA, table, thing

DOCUMENT = f"{ID}document/testila-2022"


def book(found: Table, engine: EmbeddedEngine = NO_DATA) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(found, engine)))


@pytest.mark.parametrize(("text", "value"), [("12", 12), ("9.5", 9.5), ("-3", -3)])
def test_a_number_is_a_number(text: str, value: float) -> None:
    cell = book(table({"value": "number"}, (text,)))["answer"]["A2"]
    assert (cell.value, cell.data_type) == (value, "n")


def test_a_full_date_is_a_date_and_a_month_stays_text() -> None:
    sheet = book(table({"date": "date"}, ("2022-06-14",), ("2022-06",), ("2022",)))["answer"]
    assert (sheet["A2"].value, sheet["A2"].is_date) == (datetime(2022, 6, 14), True)
    assert [(sheet[f"A{row}"].value, sheet[f"A{row}"].data_type) for row in (3, 4)] == [("2022-06", "s"), ("2022", "s")]


@pytest.mark.parametrize(
    "text", ["=1+1", "+358 40", "-cmd", "@SUM(A1)", "{=1}", "http://x.example/", "007", "2022", "- luettelo"]
)
def test_a_text_stays_a_text_that_nothing_evaluates(text: str) -> None:
    cell = book(table({"quote": "quote"}, (text,)))["answer"]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_labels_and_iris_stand_side_by_side_below_a_header() -> None:
    sheet = book(table({"region": "thing", "date": "date"}, (thing("Lappi", "http://x.example/lappi"), "")))["answer"]
    assert [cell.value for cell in sheet[1]] == ["region", "region_iri", "date"]
    assert [cell.value for cell in sheet[2]] == ["Lappi", "http://x.example/lappi", None]
    assert sheet.freeze_panes == "A2"


def test_the_second_sheet_names_the_documents_of_the_answer(world_engine: EmbeddedEngine) -> None:
    found = book(
        table({"document": "thing"}, (thing("Testikatsaus", DOCUMENT),), (thing("Testikatsaus", DOCUMENT),)),
        world_engine,
    )
    assert found.sheetnames == ["answer", "sources"]
    header, row = ([cell.value for cell in line] for line in found["sources"]["A1:G2"])
    assert header == list(SOURCE_COLUMNS)
    assert row[:4] == ["Testikatsaus", "Katsaus 6/2022", "Testijärjestö", "2022-06"]
    assert row[5:] == ["839bcfa160e4a6febd373035cb6e44789687cd9b84b6456e3e8c92acdf1aa86b", DOCUMENT]


def test_the_second_sheet_tells_query_data_language_and_what_the_answer_amounts_to(
    world_engine: EmbeddedEngine,
) -> None:
    sheet = book(table({"x": "text"}, ("a",)), world_engine)["sources"]
    told = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=2) if row[0].value}
    assert told == {"query": "a-question", "data version": "0" * 12, "language": "fi", "answer": "stated"}


def test_an_answer_without_rows_is_a_workbook() -> None:
    assert book(table({"region": "thing"}))["answer"].max_row == 1


def test_the_same_answer_gives_the_same_bytes() -> None:
    found = table({"date": "date", "value": "number"}, ("2022-06-14", "5"))
    assert to_xlsx(found, NO_DATA) == to_xlsx(found, NO_DATA)
    assert book(found).properties.created == datetime(2000, 1, 1)
