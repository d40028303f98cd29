"""CSV as RFC 4180 has it and TSV, read back; nothing that a spreadsheet would run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govkg.publish.delimited import csv_bytes, defused, to_csv, to_tsv
from tests.publish.tables import NO_DATA, table, thing

LAPPI, KAINUU = "http://x.example/region/lappi", "http://x.example/region/kainuu"


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


def test_a_thing_has_its_label_and_its_iri_side_by_side() -> None:
    found = table({"region": "thing", "quote": "quote"}, (thing("Lappi", LAPPI), "Lautakunta päättää."))
    assert read(to_csv(found, NO_DATA)) == [["region", "region_iri", "quote"], ["Lappi", LAPPI, "Lautakunta päättää."]]


def test_several_things_in_a_cell_have_their_iris_in_one_cell() -> None:
    found = table({"regions": "things"}, (thing("Kainuu | Lappi", KAINUU, LAPPI),))
    assert read(to_csv(found, NO_DATA))[1] == ["Kainuu | Lappi", f"{KAINUU} | {LAPPI}"]


@pytest.mark.parametrize(
    "text", ['Hän sanoi "ei", ja lähti', "a,b", "yksi\nkaksi", "yksi\r\nkaksi", '"', ",", " alku ja loppu ", ""]
)
def test_a_value_is_read_back_as_it_was(text: str) -> None:
    assert read(to_csv(table({"quote": "quote", "next": "text"}, (text, "x")), NO_DATA))[1] == [text, "x"]


def test_quotes_are_doubled_and_lines_end_with_crlf() -> None:
    assert to_csv(table({"quote": "quote"}, ('a "b" ä',)), NO_DATA) == 'quote\r\n"a ""b"" ä"\r\n'.encode()


def test_an_answer_without_rows_has_its_header() -> None:
    assert to_csv(table({"region": "thing"}), NO_DATA) == b"region,region_iri\r\n"
    assert to_tsv(table({"region": "thing"}), NO_DATA) == b"region\tregion_iri\n"


@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))))
def test_any_rows_are_read_back(rows: list[tuple[str, str]]) -> None:
    assert read(csv_bytes(("a", "b"), rows)) == [["a", "b"], *([defused(a), defused(b)] for a, b in rows)]


@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8"))), min_size=1))
def test_a_tsv_has_one_line_a_row_and_one_tab_a_gap(rows: list[tuple[str, str]]) -> None:
    lines = to_tsv(table({"a": "text", "b": "text"}, *rows), NO_DATA).decode().removesuffix("\n").splitlines()
    assert len(lines) == len(rows) + 1
    assert all(line.count("\t") == 1 for line in lines)


def test_a_tsv_keeps_quotation_marks_and_an_empty_only_cell() -> None:
    assert to_tsv(table({"quote": "quote"}, ('a "b"',), ("",)), NO_DATA) == b'quote\na "b"\n\n'


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+358 40 123", "@SUM(A1)", "\t=1", "\r=1", "-cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "--1", "-A1"],
)
def test_what_a_spreadsheet_would_run_is_defused(text: str) -> None:
    assert read(to_csv(table({"quote": "quote"}, (text,)), NO_DATA))[1] == [f"'{text}"]


@pytest.mark.parametrize(
    "text", ["- hyväksyy strategian", "-5", "-12,5", "-0.25", "-", "a=b", "'x", "– ajatusviiva", "1-2"]
)
def test_what_only_looks_like_a_formula_stays_verbatim(text: str) -> None:
    assert read(to_csv(table({"quote": "quote"}, (text,)), NO_DATA))[1] == [text]


def test_a_tsv_is_defused_too_after_its_tabs_are_gone() -> None:
    assert to_tsv(table({"quote": "quote"}, ("=1",), ("@x",)), NO_DATA) == b"quote\n'=1\n'@x\n"
