"""Markdown: one row a line, nothing of a value read as markup."""

from dataclasses import replace

from govkg.publish.markdown import to_markdown
from tests.publish.tables import NO_DATA, table, thing

TABLE = table(
    {"body": "thing", "empty": "text", "quote": "quote", "claim": "thing"},
    (thing("A|B", "https://example.org/a"), "", "<b>one</b>\n*two* \\", thing("c", "https://example.org/c")),
)


def lines() -> list[str]:
    return to_markdown(TABLE, NO_DATA).decode().splitlines()


def test_it_is_a_table_under_its_question_without_empty_columns_and_claims() -> None:
    assert lines()[:4] == ["**Kysymys fi**", "", "| Body | Quote |", "| --- | --- |"]


def test_markup_in_a_value_is_escaped_and_a_thing_is_a_link() -> None:
    assert lines()[4] == r"| [A\|B](<https://example.org/a>) | \<b\>one\</b\> \*two\* \\ |"


def test_the_line_below_tells_the_question_the_data_and_what_was_left_out() -> None:
    told = to_markdown(replace(TABLE, arranged=(("filter", "a_b"), ("rows", "1 of 2"))), NO_DATA).decode()
    assert told.endswith("\ngovkg: a-question; data: 000000000000; filter: a\\_b; rows: 1 of 2\n")
