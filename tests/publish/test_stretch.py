"""Stretches of an answer and the way from one to the next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govkg.publish.stretch import Stretch, cut, neighbours, total_of
from govkg.query.run import Table

from .tables import table

TEN = table({"n": "number"}, *((str(n),) for n in range(10)))


def shown(stretch: Stretch) -> list[str]:
    part = cut(TEN, stretch)
    assert isinstance(part, Table)
    return [row[0].text for row in part.rows]


def test_without_limit_and_offset_the_answer_is_whole() -> None:
    assert cut(TEN, Stretch()) is TEN


def test_a_stretch_has_at_most_so_many_rows_from_its_offset_on() -> None:
    assert shown(Stretch(3, 8)) == ["8", "9"]
    assert shown(Stretch(None, 9)) == ["9"]
    assert shown(Stretch(3, 10)) == []


def test_a_part_says_which_rows_of_how_many_it_has() -> None:
    part = cut(TEN, Stretch(3, 8))
    assert isinstance(part, Table)
    assert part.arranged == (("rows", "9–10 of 10"),)


@given(st.integers(1, 12), st.integers(0, 30))
def test_following_next_from_anywhere_ends_at_last(limit: int, offset: int) -> None:
    total, last = total_of(TEN), neighbours(Stretch(limit, offset), total_of(TEN))["last"]
    while "next" in (found := neighbours(Stretch(limit, offset), total)):
        offset = found["next"]
    assert offset == last or offset >= total
    assert 0 <= last < total


@pytest.mark.parametrize("total", [0, 1])
def test_an_answer_of_one_stretch_has_no_neighbours(total: int) -> None:
    assert neighbours(Stretch(5), total) == {"first": 0, "last": 0}
