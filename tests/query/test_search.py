"""A search: labels, quotes and questions in any form of their words, the best matches first."""

from pathlib import Path

import pytest

from govkg.core.errors import UsageError
from govkg.query.catalogue import Catalogue, read_catalogue
from govkg.query.lemmas import dictionary
from govkg.query.search import Found, Search, rank
from govkg.query.search_index import index_file, write_index
from govkg.query.words import folded
from tests.writing import kill_writing

from .dictionaries import Few
from .worlds import claim, engine_of

FACTS = "a gov:ResponsibilityClaim ; gov:region region:a ; gov:body body:board ; gov:role role:decides"
LABELS = """
graph:ontology {
  task:b skos:prefLabel "Häme"@fi . task:c skos:prefLabel "Hämeen tie"@fi . task:d skos:prefLabel "Etelä häme"@fi .
  task:e skos:prefLabel "Yhämex"@fi .
}
"""


NOTHING = Catalogue({}, {})


def search(wanted: str, *parts: str, limit: int = 20, lang: str = "fi") -> Found:
    return Search(engine_of(*parts), NOTHING, Few, kept=False).find(wanted, limit, lang)


def texts(wanted: str, *parts: str, limit: int = 20) -> list[str]:
    return [hit.text for hit in search(wanted, *parts, limit=limit)]


def test_case_diacritics_and_white_space_do_not_matter() -> None:
    assert folded(" ITÄ-\n Häme ") == "ita- hame"
    assert texts("LAUTAKUNTÄ") == ["Lautakunta"]


@pytest.mark.parametrize(
    ("text", "place"), [("a b", 0), ("a b c", 2), ("a bc", None), ("x a b", 3), ("xa b", None), ("ab", None)]
)
def test_a_match_is_exact_or_prefix_or_word_or_part(text: str, place: int | None) -> None:
    assert rank(text, "a b") == place


def test_signs_do_not_matter() -> None:
    assert texts('"NGO" (grants).') == ["NGO grants"]
    assert texts("NGO* OR grants:") == []  # no language of operators: the words NGO, OR and grants


def test_the_best_matches_stand_first() -> None:
    assert texts("häme", LABELS) == ["Häme", "Etelä häme", "Yhämex", "Hämeen tie"]


def test_labels_stand_before_quotes_that_match_as_well() -> None:
    assert texts("lautakunta", claim("c", FACTS, quote="Lautakunta"))[:2] == ["Lautakunta", "Lautakunta"]
    kinds = [hit.kind for hit in search("lautakunta", claim("c", FACTS, quote="Lautakunta"))]
    assert kinds == ["body", "claim"]


def test_a_thing_is_found_once_by_its_best_label_and_shown_in_the_readers_language() -> None:
    (hit,) = search("alue a", lang="sv")
    assert (hit.text, hit.label, hit.kind, hit.match) == ("Alue A", "Område A", "region", "exact")


def test_a_quote_comes_with_its_document() -> None:
    (hit,) = search("hallitus", claim("c", FACTS, quote="Hallitus esittää."), lang="en")
    assert (hit.kind, hit.match, hit.document) == ("claim", "prefix", "Document")


def test_claims_that_rest_on_the_same_words_are_one_hit() -> None:
    found = search("sama", claim("c1", FACTS, quote="Sama."), claim("c2", FACTS, 2, quote="Sama."))
    (hit,) = found
    assert (hit.iri[-2:], [iri[-2:] for iri in hit.also], found.total) == ("c1", ["c2"], 1)


def test_what_the_builder_labels_for_its_own_order_is_not_found() -> None:
    labelled = 'graph:evidence { claim:c skos:prefLabel "Väite yksi"@fi . reading:r skos:prefLabel "Väite luettu"@fi }'
    assert texts("väite", labelled) == []


def test_a_limit_cuts_and_the_total_says_so() -> None:
    found = search("häme", LABELS, limit=2)
    assert (len(found), found.total) == (2, 4)


@pytest.mark.parametrize(("wanted", "limit"), [("", 5), (" ", 5), ("\u0308", 5), ("a", 0)])
def test_nothing_to_search_for_is_refused(wanted: str, limit: int) -> None:
    with pytest.raises(UsageError):
        search(wanted, limit=limit)


QUOTE = claim("c", FACTS, quote="Lautakunta päättää järjestöavustusten jakamisesta.")


@pytest.mark.parametrize(
    "wanted", ["järjestöavustukset", "JARJESTOAVUSTUKSET", "jarjestoavustuksilla", "lautakunnissa jakamisesta"]
)
def test_a_word_is_found_in_its_other_forms_also_without_diacritics(wanted: str) -> None:
    (hit,) = [hit for hit in search(wanted, QUOTE) if hit.kind == "claim"]
    assert hit.match == "inflected"


def test_a_name_in_another_form_stands_before_sentences_that_hold_the_word() -> None:
    found = search("järjestöavustusten", claim("c", FACTS, quote="Hallitus päättää järjestöavustusten jaosta."))
    assert [(hit.kind, hit.match) for hit in found] == [("task", "form"), ("claim", "word")]


def test_a_part_of_a_compound_finds_it_in_any_form() -> None:
    (hit,) = [hit for hit in search("avustuksista", QUOTE) if hit.kind == "claim"]
    assert hit.match == "part"


def test_all_the_words_must_be_there() -> None:
    assert texts("lautakunnan häme", QUOTE, LABELS) == []


def test_a_slip_of_the_pen_brings_the_spelling_that_is_there() -> None:
    found = search("lautakunat päättää", QUOTE)
    assert (found.total, found.spellings[0]) == (0, "lautakunta päättää")


def test_words_that_ask_are_not_looked_for_where_there_are_others() -> None:
    assert texts("kuka on lautakunta") == ["Lautakunta"]


def test_too_many_words_are_refused() -> None:
    with pytest.raises(UsageError, match="too many"):
        search("a " * 40)


def test_questions_are_found_with_all_the_words_or_else_with_some() -> None:
    catalogue = read_catalogue(Path(__file__).parents[1] / "server" / "world" / "queries")
    questions = Search(engine_of(), catalogue, Few, kept=False).questions
    assert questions("who decides grants").ids[0] == "grant-deciders"
    assert questions("grants zebra").every is False
    assert questions("grants zebra").ids == questions("grants").ids
    assert questions("zebra").ids == ()


def test_the_index_is_made_once_for_the_data_and_the_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVKG_CACHE", str(tmp_path / "new"))
    made = write_index(engine_of(), NOTHING, Few)
    assert [path.name for path in made.parent.iterdir()] == [made.name]
    again = Search(engine_of(), NOTHING, lambda: pytest.fail("it was made again"))
    assert [hit.text for hit in again.find("lautakunta")] == ["Lautakunta"]
    other = engine_of()
    other.version = "another"
    assert index_file(other, NOTHING) != made


INDEX = """
from govkg.query import search_index
from tests.query.worlds import engine_of
from tests.query.test_search import NOTHING
search_index.write_index(engine_of(), NOTHING, wait)
"""


def test_what_was_left_of_an_index_is_removed_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVKG_CACHE", str(tmp_path))
    kill_writing(INDEX)
    assert len(list(tmp_path.iterdir())) == 1
    made = write_index(engine_of(), NOTHING, Few)
    assert list(tmp_path.iterdir()) == [made]


def test_where_no_file_can_be_kept_the_search_works_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("GOVKG_CACHE", str(tmp_path / "file" / "x"))
    assert Search(engine_of(), NOTHING, Few).find("lautakunta").total == 1


@pytest.mark.parametrize(
    ("form", "lang", "lemma"),
    [
        ("järjestöavustusten", "fi", "järjestöavustus"),
        ("Uudellamaalla", "fi", "Uusimaa"),
        ("lautakunnissa", "fi", "lautakunta"),
        ("nämnden", "sv", "nämnd"),
        ("boards", "en", "board"),
        ("Abcxyz", "se", "Abcxyz"),
    ],
)
def test_the_real_dictionaries_know_the_words_of_the_field(form: str, lang: str, lemma: str) -> None:
    assert dictionary().lemma(form, lang) == lemma
