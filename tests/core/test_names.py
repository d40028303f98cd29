"""Names: readable ASCII from Finnish, shortened IRIs and back, and no IRI from a bad slug."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govkg.core.literals import integer
from govkg.core.names import (
    BASE,
    DEF,
    ID,
    PREFIXES,
    curie,
    expand,
    graph,
    is_slug,
    shown,
    slug_for,
    slugify,
    split,
    thing,
)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Itä-Uudenmaan hyvinvointialue", "ita-uudenmaan-hyvinvointialue"),
        ("Åboland & Öster–Nyland", "aboland-oster-nyland"),
        ("  Kehittäminen ja yhteistyölautakunta. ", "kehittaminen-ja-yhteistyolautakunta"),
        ("Café Škoda", "cafe-skoda"),
        ("§ 55", "55"),
        ("…", ""),
    ],
)
def test_a_name_becomes_readable_ascii(name: str, slug: str) -> None:
    assert slugify(name) == slug


@given(st.text())
def test_what_slugify_gives_is_a_slug_or_nothing(name: str) -> None:
    slug = slugify(name)
    assert not slug or (is_slug(slug) and slugify(slug) == slug)


def test_a_bad_id_is_answered_with_the_slug_it_was_perhaps_meant_to_be() -> None:
    assert slug_for("Lappi/Hyvinvointi- ja yhdyspintalautakunta/") == "lappi/hyvinvointi-ja-yhdyspintalautakunta"


@pytest.mark.parametrize(
    "slug", ["", "Lappi", "itä", "a b", "/a", "a/", "a//b", "-a", "a-", "a_b", "a#b", "a\n", "../a"]
)
def test_an_iri_is_not_made_from_a_bad_slug(slug: str) -> None:
    with pytest.raises(ValueError, match="not a slug"):
        thing("body", slug)


@pytest.mark.parametrize("slug", ["lappi", "lappi/aluevaltuusto", "ve1", "kainuu-2017/tr-3"])
def test_a_thing_is_split_into_what_it_was_made_of(slug: str) -> None:
    assert split(thing("body", slug).value) == ("body", slug)


@pytest.mark.parametrize("iri", [f"{DEF}body", f"{ID}body", f"{ID}body/", "http://example.org/id/body/x"])
def test_what_is_no_thing_of_ours_is_not_split(iri: str) -> None:
    assert split(iri) is None


PARTS = st.text(
    st.characters(codec="utf-8", exclude_characters='<>"{}|^`\\ ', exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"])
)


@given(st.sampled_from([*PREFIXES.values(), ID, f"{BASE}/", "http://example.org/", "urn:isbn:"]), PARTS)
def test_an_iri_comes_back_from_its_short_form(base: str, local: str) -> None:
    assert expand(curie(base + local)) == base + local


def test_the_longest_fitting_prefix_shortens() -> None:
    assert curie(f"{ID}task/hyte") == "task:hyte"
    assert curie(f"{ID}claim/a/b") == "id:claim/a/b"
    assert curie(graph("asserted").value) == f"<{BASE}/graph/asserted>"


def test_an_unknown_prefix_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="known: id, gov"):
        expand("foo:bar")


def test_terms_are_shown_short() -> None:
    assert shown(thing("role", "decides")) == "role:decides"
    assert shown(integer(5)) == '"5"^^<http://www.w3.org/2001/XMLSchema#integer>'
