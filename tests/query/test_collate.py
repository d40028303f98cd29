"""The order of values."""

import pytest

from govkg.query.collate import key_of, text_key


def in_order(kind: str, *values: str) -> list[str]:
    return sorted(values, key=lambda value: key_of(kind, value))


def test_the_letters_a_with_ring_a_and_o_with_dots_come_last_in_this_order() -> None:
    assert in_order("text", "öljy", "zeniitti", "äiti", "Åbo", "Asia") == ["Asia", "zeniitti", "Åbo", "äiti", "öljy"]


def test_case_and_foreign_accents_do_not_part_words_that_belong_together() -> None:
    assert in_order("text", "étude", "ero", "Eväs", "eväät") == ["ero", "étude", "Eväs", "eväät"]


def test_numbers_in_texts_are_ordered_by_their_value() -> None:
    assert in_order("text", "VE 10", "VE 2", "VE 1") == ["VE 1", "VE 2", "VE 10"]


def test_digits_come_before_letters_and_signs_before_digits() -> None:
    assert in_order("text", "a", "1", "(a)") == ["(a)", "1", "a"]


def test_numbers_are_ordered_as_numbers() -> None:
    assert in_order("number", "10", "9", "-1", "9.5") == ["-1", "9", "9.5", "10"]


def test_dates_are_ordered_as_dates_and_the_less_precise_first() -> None:
    found = in_order("date", "2022-06-14", "2017-01/2017-05", "2022", "2017-01-05", "2022-06")
    assert found == ["2017-01/2017-05", "2017-01-05", "2022", "2022-06", "2022-06-14"]


@pytest.mark.parametrize("kind", ["number", "date"])
def test_a_value_that_is_not_of_its_kind_comes_after_those_that_are(kind: str) -> None:
    assert in_order(kind, "noin 10", "2022") == ["2022", "noin 10"]


def test_texts_that_differ_at_all_have_different_keys() -> None:
    assert len({text_key(text) for text in ("a", "A", "á", "²", "2", "")}) == 6
