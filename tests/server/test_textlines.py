"""Where in its lines a quote stands."""

from hypothesis import given
from hypothesis import strategies as st

from govkg.server.textlines import Piece, locate, pieces


def found(lines: dict[int, str], quote: str) -> list[str]:
    """The stretches of a quote that lies on all of the lines, as text."""
    spots = locate(lines, min(lines), max(lines), quote)
    return [lines[line][start:end] for line, (start, end) in spots.items()]


def test_a_quote_within_a_line_is_found_with_its_columns() -> None:
    assert locate({7: "  Hallitus päättää tästä."}, 7, 7, "Hallitus päättää") == {7: (2, 18)}


def test_white_space_and_blank_lines_do_not_matter() -> None:
    assert found({1: "päättää  siitä", 2: "", 3: " myöhemmin."}, "päättää siitä myöhemmin") == [
        "päättää  siitä",
        "myöhemmin",
    ]


def test_a_word_broken_at_a_line_end_is_found_joined() -> None:
    assert found({1: "muu järjestö-", 2: "avustus on"}, "järjestöavustus") == ["järjestö-", "avustus"]


def test_a_hyphen_kept_at_a_line_end_is_found_too() -> None:
    assert found({1: "Pohjois-", 2: "Pohjanmaa"}, "Pohjois-Pohjanmaa") == ["Pohjois-", "Pohjanmaa"]
    assert found({1: "hyvinvointi-", 2: "ja terveys"}, "hyvinvointi- ja terveys") == ["hyvinvointi-", "ja terveys"]


def test_the_quote_must_start_on_the_first_line_and_end_on_the_last() -> None:
    lines = {1: "sama sana", 2: "sama sana"}
    assert locate(lines, 2, 2, "sana") == {2: (5, 9)}


def test_a_quote_that_is_not_there_marks_the_whole_lines() -> None:
    assert locate({3: " toinen ", 4: "rivi"}, 3, 4, "jotain muuta") == {3: (1, 7), 4: (0, 4)}


@given(st.lists(st.text("aä-\t ", max_size=8), min_size=1, max_size=4), st.text("aä- ", max_size=6))
def test_what_is_marked_is_always_within_the_lines(texts: list[str], quote: str) -> None:
    lines = dict(enumerate(texts, 1))
    for line, (start, end) in locate(lines, 1, len(texts), quote).items():
        assert 0 <= start < end <= len(lines[line])
        assert not lines[line][start].isspace()


def test_a_line_is_cut_where_its_marks_change_and_a_hit_covers_a_quote() -> None:
    assert pieces("yksi kaksi", [(0, 10)], [(5, 10)]) == (Piece("yksi ", "quoted"), Piece("kaksi", "hit"))


@given(st.text("ab ", max_size=12), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=3))
def test_the_pieces_of_a_line_are_the_line(text: str, spots: list[tuple[int, int]]) -> None:
    inside = [(min(a, len(text)), min(b, len(text))) for a, b in spots if a <= b]
    assert "".join(piece.text for piece in pieces(text, inside, [])) == text
