"""Formats: each fits one kind of answer, and a wrong one is answered with those that fit."""

import pytest

from govkg.core.errors import UsageError
from govkg.publish.formats import FORMATS, write
from tests.publish.tables import NO_DATA, graph_answer, table

TABLE = table({"a": "text"}, ("b",))


def fitting(kind: str) -> str:
    return ", ".join(name for name, form in FORMATS.items() if form.takes == kind)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_writes_the_kind_of_answer_it_takes(name: str) -> None:
    assert write(TABLE if FORMATS[name].takes == "table" else graph_answer(), name, NO_DATA) is not None


def test_a_table_is_not_written_as_a_graph() -> None:
    with pytest.raises(
        UsageError,
        match=f"a-question answers with a table, which turtle cannot hold\n    → use one of {fitting('table')}$",
    ):
        write(TABLE, "turtle", NO_DATA)


def test_a_graph_is_not_written_as_a_table() -> None:
    with pytest.raises(
        UsageError, match=f"answers with a graph, which csv cannot hold\n    → use one of {fitting('graph')}$"
    ):
        write(graph_answer(), "csv", NO_DATA)


def test_an_unknown_format_is_answered_with_all() -> None:
    with pytest.raises(UsageError, match=f"unknown format `pdf`\n    → use one of {', '.join(FORMATS)}$"):
        write(TABLE, "pdf", NO_DATA)


def test_suffixes_and_media_types_are_told_apart() -> None:
    for values in ([form.suffix for form in FORMATS.values()], [form.media_type for form in FORMATS.values()]):
        assert len(set(values)) == len(values)
