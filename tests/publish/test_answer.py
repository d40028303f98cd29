"""An answer for programs."""

import dataclasses
from pathlib import Path

import pytest

from govkg.core.errors import UsageError
from govkg.publish.answer import Quote, answer_of, quotes_of
from govkg.query.evidence import Evidence
from govkg.query.run import Cell

from .tables import NO_DATA, table, thing

ONE = answer_of(NO_DATA, table({"body": "thing", "n": "number"}, (thing("L", "https://example.org/b"), "3"), ("", "")))


def test_it_is_iterated_by_row() -> None:
    assert (
        list(ONE)
        == ONE.rows
        == [{"body": "L", "body_iri": "https://example.org/b", "n": 3}, dict.fromkeys(ONE.columns)]
    )
    assert len(ONE) == 2


def test_it_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        ONE.version = "x"  # type: ignore[misc]


def test_its_files_are_those_of_the_command_line(tmp_path: Path) -> None:
    assert ONE.to_csv(tmp_path / "a.csv") == "body,body_iri,n\r\nL,https://example.org/b,3\r\n,,\r\n"
    assert (tmp_path / "a.csv").read_bytes().decode() == ONE.to_csv()
    assert '"vars"' in ONE.to_json(str(tmp_path / "a.json"))


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        ONE.to_json(tmp_path)


def test_a_notebook_shows_a_table() -> None:
    assert ONE._repr_html_().startswith("<table")


def test_it_is_told_without_its_store() -> None:
    assert "_engine" not in repr(ONE)


def test_a_quote_of_several_rows_is_told_once_with_all_its_claims() -> None:
    document = Cell("D", "fi", ("https://example.org/d",))
    rows = [
        Evidence(quotes, document, "", "", "", (claim,)) for quotes, claim in ((("A.", "B."), "c1"), (("B.",), "c2"))
    ]
    assert quotes_of(rows) == (
        Quote("A.", "D", "https://example.org/d", ("c1",)),
        Quote("B.", "D", "https://example.org/d", ("c1", "c2")),
    )
