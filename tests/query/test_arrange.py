"""Rows as a reader wants them: filtered, chosen, sorted, and none of them lost unsaid."""

from govkg.query.arrange import Wish, arranged, in_order, with_words
from govkg.query.facets import NOTHING, facet_columns, facets_of, kept, token_of
from govkg.query.run import Part, Table, list_cell
from tests.publish.tables import table, thing

ID = "https://w3id.org/govkg/id"
STATED = thing("mainittu", f"{ID}/answer/stated")
SILENT = thing("ei mainittu", f"{ID}/answer/not-stated")


def world() -> Table:
    return table(
        {"region": "text", "answer": "thing", "seats": "number", "quote": "quote"},
        ("Lappi", STATED, "9", "Jäseniä on yhdeksän."),
        ("Åland", STATED, "31", "Valtuustossa 31 jäsentä."),
        ("Kainuu", SILENT, "", "Ei mainintaa jäsenistä."),
        ("Itä-Häme", STATED, "9", "Paikkoja yhdeksän."),
    )


def regions(found: Table) -> list[str]:
    return [row[0].text for row in found.rows]


def test_without_a_wish_the_rows_are_those_of_the_question() -> None:
    assert arranged(world(), Wish()).table == world()


def test_rows_without_a_value_come_last_in_either_direction_and_are_not_lost() -> None:
    assert regions(in_order(world(), "seats")) == ["Lappi", "Itä-Häme", "Åland", "Kainuu"]
    assert regions(in_order(world(), "seats", descending=True)) == ["Åland", "Lappi", "Itä-Häme", "Kainuu"]


def test_all_words_must_be_in_a_row_and_case_and_diacritics_do_not_matter() -> None:
    assert regions(with_words(world(), "YHDEKSAN jaseni")) == ["Lappi"]
    assert regions(with_words(world(), "ita-hame")) == ["Itä-Häme"]
    assert regions(with_words(world(), "aland")) == ["Åland"]


def test_values_of_a_column_are_alternatives_and_columns_are_conditions() -> None:
    assert regions(kept(world(), {"answer": ("stated", "not-stated"), "seats": ("9",)})) == ["Lappi", "Itä-Häme"]


def test_rows_without_a_value_can_be_chosen_too() -> None:
    assert regions(kept(world(), {"seats": (NOTHING,)})) == ["Kainuu"]


def test_columns_with_few_values_are_facets_but_never_quotes() -> None:
    assert [column.name for column in facet_columns(world())] == ["answer", "seats"]


def test_a_facet_counts_the_rows_that_the_other_choices_leave() -> None:
    found = facets_of(world(), world(), {"seats": ("9",), "answer": ("stated",)})
    assert {v.token: (v.count, v.chosen) for v in found[0].values} == {"stated": (2, True), "not-stated": (0, False)}
    assert {v.token: (v.count, v.chosen) for v in found[1].values} == {
        "9": (2, True),
        "31": (1, False),
        NOTHING: (0, False),
    }


def test_a_chosen_value_that_the_answer_lacks_stays_to_be_taken_away() -> None:
    found = facets_of(world(), world(), {"answer": ("stated-absent",)})
    assert [(v.token, v.count) for v in found[0].values if v.chosen] == [("stated-absent", 0)]


def test_what_was_asked_for_is_told_with_the_number_of_rows() -> None:
    found = arranged(world(), Wish("region", True, "jasen", {"answer": ("stated",)}))
    assert regions(found.table) == ["Åland", "Lappi"]
    assert found.table.arranged == (
        ("filter", "jasen"),
        ("f.answer", "stated"),
        ("sort", "-region"),
        ("rows", "2 of 4"),
    )
    assert found.total == 4


def test_things_of_a_list_count_one_by_one() -> None:
    cell = list_cell("things", (Part("b", "fi", f"{ID}/aspect/b"), Part("a", "fi", f"{ID}/aspect/a")))
    found = facets_of(table({"x": "things"}, (cell,), (cell,), (cell,)), table({"x": "things"}, (cell,)), {})
    assert [(v.token, v.text, v.count) for v in found[0].values] == [("a", "a", 1), ("b", "b", 1)]


def test_things_of_one_name_in_a_list_can_be_chosen_apart() -> None:
    cell = list_cell("things", (Part("Board", "en", f"{ID}/body/x/board"), Part("Board", "en", f"{ID}/body/y/board")))
    found = facets_of(table({"x": "things"}, (cell,), (cell,), (cell,)), table({"x": "things"}, (cell,)), {})
    assert [(v.token, v.text) for v in found[0].values] == [("body/x/board", "Board"), ("body/y/board", "Board")]


def test_a_thing_stands_in_an_address_by_its_slug_or_by_its_kind_too_where_the_slug_has_parts() -> None:
    assert token_of(f"{ID}/status/in-rules") == "in-rules"
    assert token_of(f"{ID}/body/lappi/hallitus") == "body/lappi/hallitus"
    assert token_of("https://w3id.org/govkg/def#BodyClaim") == "BodyClaim"
