"""The ontology for people."""

import re
from collections.abc import Callable

import pytest

from govkg.server.facts import Value
from govkg.server.term_index import by_letter
from govkg.server.terms import CLASS, Entry

Page = Callable[..., str]


@pytest.mark.parametrize(
    ("lang", "label", "meaning"), [("fi", "Väite", "Mitä asiakirja sanoo."), ("en", "Claim", "What a document says.")]
)
def test_a_term_stands_at_its_anchor_with_name_and_meaning_in_the_language_of_the_page(
    page: Page, lang: str, label: str, meaning: str
) -> None:
    html = page(f"/{lang}/ontology")
    assert 'id="Claim"' in html
    assert label in html
    assert meaning in html


def test_a_term_stands_below_the_broader_one(page: Page) -> None:
    tree = page("/en/ontology").partition('<ul class="tree">')[2].partition("</details>")[0]
    broader, nested, narrower = tree.partition("<ul>")
    assert 'href="#Claim"' in broader
    assert nested
    assert 'href="#ResponsibilityClaim"' in narrower


def test_a_term_tells_what_it_is_like_elsewhere_and_shows_an_example(page: Page) -> None:
    section = page("/en/ontology").partition('id="ResponsibilityClaim"')[2].partition("</section>")[0]
    assert "http://www.w3.org/ns/prov#Entity" in section
    assert "/en/claim/katsaus-2022/responsibility-1" in section


def test_a_property_tells_whose_it_is_and_shows_a_value(page: Page) -> None:
    section = page("/en/ontology").partition('id="body"')[2].partition("</section>")[0]
    assert 'href="#Claim"' in section
    assert "Järjestölautakunta" in section


def test_schemes_are_listed_with_the_number_of_their_concepts(page: Page) -> None:
    html = page("/en/ontology").partition('id="terms-scheme"')[2]
    assert "Rules" in html
    assert "(1 concept)" in html


def test_the_ontology_can_be_taken_along(page: Page) -> None:
    html = page("/en/ontology")
    assert 'href="/data/def.ttl"' in html
    assert "https://w3id.org/govkg/def#" in html
    assert "0.1.0" in html


def test_an_index_leads_to_every_term(page: Page) -> None:
    index, _, rest = page("/en/ontology").partition('id="map"')
    named = set(re.findall(r'<li><a href="#(\w+)"', index.partition('id="index"')[2]))
    assert named == set(re.findall(r'class="term" id="(\w+)"', rest))


def test_the_terms_stand_in_the_order_of_the_alphabet_under_their_initials() -> None:
    words = ("Åbo", "äta", "zon", "Ö", "ångra", "arm")
    terms = [Entry(word, CLASS, Value(word, "sv"), None, (), (), (), (), (), ()) for word in words]
    found = [(letter, [entry.iri for entry in entries]) for letter, entries in by_letter(terms)]
    assert found == [("A", ["arm"]), ("Z", ["zon"]), ("Å", ["Åbo", "ångra"]), ("Ä", ["äta"]), ("Ö", ["Ö"])]
