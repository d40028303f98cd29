"""A search: labels and quotes, case and diacritics aside, the best matches first."""

import pytest

from govkg.core.errors import UsageError
from govkg.query.search import folded, rank, search

from .worlds import claim, engine_of

FACTS = "a gov:ResponsibilityClaim ; gov:region region:a ; gov:body body:board ; gov:role role:decides"
LABELS = """
graph:ontology {
  task:b skos:prefLabel "Häme"@fi . task:c skos:prefLabel "Hämeen tie"@fi . task:d skos:prefLabel "Etelä häme"@fi .
  task:e skos:prefLabel "Yhämex"@fi .
}
"""


def texts(wanted: str, *parts: str, limit: int = 20) -> list[str]:
    return [hit.text for hit in search(engine_of(*parts), wanted, limit)]


def test_case_diacritics_and_white_space_do_not_matter() -> None:
    assert folded(" ITÄ-\n Häme ") == "ita- hame"
    assert texts("LAUTAKUNTÄ") == ["Lautakunta"]


@pytest.mark.parametrize(("text", "place"), [("a b", 0), ("a bc", 1), ("x a b", 2), ("xa b", 3), ("ab", None)])
def test_a_match_is_exact_or_prefix_or_word_or_part(text: str, place: int | None) -> None:
    assert rank(text, "a b") == place


def test_signs_are_searched_as_they_are() -> None:
    assert texts("NGO.") == []


def test_the_best_matches_stand_first() -> None:
    assert texts("häme", LABELS) == ["Häme", "Hämeen tie", "Etelä häme", "Yhämex"]


def test_labels_stand_before_quotes_that_match_as_well() -> None:
    assert texts("lautakunta", claim("c", FACTS, quote="Lautakunta"))[:2] == ["Lautakunta", "Lautakunta"]
    kinds = [hit.kind for hit in search(engine_of(claim("c", FACTS, quote="Lautakunta")), "lautakunta")]
    assert kinds == ["body", "claim"]


def test_a_thing_is_found_once_by_its_best_label_and_shown_in_the_readers_language() -> None:
    (hit,) = search(engine_of(), "alue a", lang="sv")
    assert (hit.text, hit.label, hit.kind, hit.match) == ("Alue A", "Område A", "region", "exact")


def test_a_quote_comes_with_its_document() -> None:
    (hit,) = search(engine_of(claim("c", FACTS, quote="Hallitus esittää.")), "hallitus", lang="en")
    assert (hit.kind, hit.match, hit.document) == ("claim", "prefix", "Document")


def test_claims_that_rest_on_the_same_words_are_one_hit() -> None:
    found = search(engine_of(claim("c1", FACTS, quote="Sama."), claim("c2", FACTS, 2, quote="Sama.")), "sama")
    (hit,) = found
    assert (hit.iri[-2:], [iri[-2:] for iri in hit.also], found.total) == ("c1", ["c2"], 1)


def test_what_the_builder_labels_for_its_own_order_is_not_found() -> None:
    labelled = 'graph:evidence { claim:c skos:prefLabel "Väite yksi"@fi . reading:r skos:prefLabel "Väite luettu"@fi }'
    assert texts("väite", labelled) == []


def test_a_limit_cuts_and_the_total_says_so() -> None:
    found = search(engine_of(LABELS), "häme", 2)
    assert (len(found), found.total) == (2, 4)


@pytest.mark.parametrize(("wanted", "limit"), [("", 5), (" ", 5), ("\u0308", 5), ("a", 0)])
def test_nothing_to_search_for_is_refused(wanted: str, limit: int) -> None:
    with pytest.raises(UsageError):
        search(engine_of(), wanted, limit)
