"""Of columns that say the same in several languages, the page shows the reader's."""

from dataclasses import replace

import pytest
from tests.publish.tables import NO_DATA, table

from govkg.core.names import ID
from govkg.query.run import Part, list_cell
from govkg.server.facts import Value
from govkg.server.rows import cell_values, sheet


def shown(lang: str, *names: str) -> list[str]:
    """The columns that the page shows a reader of a language."""
    answer = replace(table(dict.fromkeys(names, "text"), tuple(names)), lang=lang)
    return [column.name for column in sheet(NO_DATA, answer, answer.rows).columns]


@pytest.mark.parametrize(("lang", "column"), [("fi", "doubt"), ("sv", "doubt_sv"), ("en", "doubt_en")])
def test_a_reader_sees_the_column_in_their_language(lang: str, column: str) -> None:
    assert shown(lang, "subject", "doubt", "doubt_sv", "doubt_en") == ["subject", column]


def test_without_a_column_in_their_language_a_reader_sees_the_finnish_one() -> None:
    assert shown("sv", "subject", "doubt", "doubt_en") == ["subject", "doubt"]


def test_an_ending_like_that_of_a_language_is_no_translation() -> None:
    assert shown("sv", "kind_en", "subject") == ["kind_en", "subject"]


def test_every_thing_of_a_list_is_a_value_of_its_own_whatever_stands_beside_it() -> None:
    cell = list_cell("mixed", (Part("Board", "en", f"{ID}x"), Part("Board", "en", f"{ID}y"), Part("someone", "en")))
    assert cell_values(cell) == (
        Value("Board", "en", f"{ID}x"), Value("Board", "en", f"{ID}y"), Value("someone", "en")
    )  # fmt: skip
