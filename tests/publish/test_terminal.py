"""A table for people: columns side by side within the width, quotes below their row."""

from govkg.publish.terminal import to_terminal
from govkg.query.run import Table
from tests.publish.tables import NO_DATA, table, thing


def lines(found: Table, *, quotes: bool = False, width: int = 80) -> list[str]:
    return to_terminal(found, NO_DATA, quotes=quotes, width=width).decode().splitlines()


def test_columns_stand_below_their_headings() -> None:
    found = lines(table({"region": "thing", "body": "text"}, (thing("Lappi"), "Valtuusto"), (thing("Itä-Uusimaa"), "")))
    assert found == ["Region       Body", "───────────  ─────────", "Lappi        Valtuusto", "Itä-Uusimaa"]


def test_columns_without_a_value_are_left_out_but_not_when_there_is_no_row() -> None:
    assert lines(table({"region": "thing", "body": "text"}, (thing("Lappi"), "")))[0] == "Region"
    assert lines(table({"region": "thing", "body": "text"})) == ["Region  Body", "──────  ────"]


def test_a_wide_table_is_folded_to_the_width_and_loses_no_word() -> None:
    text = "Hyvinvoinnin ja terveyden edistämisen lautakunta päättää järjestöavustusten myöntämisestä"
    found = lines(table({"a": "text", "b": "text"}, (text, text)), width=60)
    assert all(len(line) <= 60 for line in found)
    assert sorted(" ".join(found[2:]).split()) == sorted(f"{text} {text}".split())


def test_a_quote_stands_below_its_row_with_its_document() -> None:
    kinds = {"region": "thing", "quote": "quote", "document": "thing", "standing": "thing"}
    found = table(kinds, (thing("Lappi"), "Lautakunta päättää.", thing("Katsaus 6/2022"), thing("tilannekuva")))
    assert lines(found) == ["Region", "──────", "Lappi"]
    assert lines(found, quotes=True)[3:] == ["    “Lautakunta päättää.”", "    — Katsaus 6/2022 (tilannekuva)"]


def test_a_row_without_a_quote_has_nothing_below_it() -> None:
    found = table({"region": "thing", "quote": "quote", "document": "thing"}, (thing("Lappi"), "", thing("Katsaus")))
    assert lines(found, quotes=True)[2:] == ["Lappi"]


def test_no_colours_are_written() -> None:
    assert b"\x1b" not in to_terminal(table({"a": "text"}, ("b",)), NO_DATA, width=80)
