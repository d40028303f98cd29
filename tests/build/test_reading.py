"""The reading text: white space collapsed, broken words joined, hyphens kept where they belong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govkg.build.reading import collapse, read_stretch


def reading(raw: str, *keep: str) -> str:
    return read_stretch(raw, 0, len(raw), frozenset(keep)).text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("avustusten  maksamisen\n\n periaatteista ", "avustusten maksamisen periaatteista"),
        ("järjestö-\n\navustus", "järjestöavustus"),
        ("Pohjois-\nPohjanmaa", "Pohjois-Pohjanmaa"),
        ("YHTEIS-\nTOIMINTA", "YHTEISTOIMINTA"),
        ("hyvinvointi- \nja yhdyspinta", "hyvinvointi- ja yhdyspinta"),
        ("hyvinvointi-\nja yhdyspinta", "hyvinvointi- ja yhdyspinta"),
        ("22.3.-\n18.5.2017", "22.3.- 18.5.2017"),
        ("Kalliokatu 4 -\nkiinteistö", "Kalliokatu 4 - kiinteistö"),
        ("sote-työ", "sote-työ"),
    ],
)
def test_a_line_end_is_read_as_a_person_reads_it(raw: str, expected: str) -> None:
    assert reading(raw) == expected


def test_a_listed_word_keeps_its_hyphen_at_a_line_end() -> None:
    assert reading("syys-\nlokakuussa", "syys-lokakuussa") == "syys-lokakuussa"


def test_a_listed_word_that_is_met_is_reported_as_used() -> None:
    assert read_stretch("(syys-\nlokakuussa)", 0, 18, frozenset({"syys-lokakuussa", "elo-syyskuussa"})).kept == {
        "syys-lokakuussa"
    }


@given(st.text(alphabet="aÄ-\n .1X", max_size=60))
def test_every_visible_character_comes_from_its_own_place(raw: str) -> None:
    found = read_stretch(raw, 0, len(raw), frozenset())
    assert len(found.text) == len(found.origin)
    assert list(found.origin) == sorted(found.origin)
    assert all(raw[origin] == char for char, origin in zip(found.text, found.origin, strict=True) if char not in " -")


@given(st.text(alphabet="aÄ-\n .1X", max_size=60))
def test_reading_loses_nothing_but_white_space_and_hyphens(raw: str) -> None:
    bare = [char for char in raw if not char.isspace() and char != "-"]
    assert [char for char in reading(raw) if char not in " -"] == bare


def test_collapse_is_what_a_quote_goes_through() -> None:
    assert collapse("  a\n b\t c ") == "a b c"
