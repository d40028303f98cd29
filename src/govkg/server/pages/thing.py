"""Any thing: its names, what it means, what is stated and inferred of it, and the claims that speak of it."""

from flask import Blueprint, render_template
from pyoxigraph import NamedNode

from govkg.core.names import RDFS, SKOS
from govkg.query.labels import labels_of
from govkg.server.claims import claims_named
from govkg.server.documents import definition_of, documents
from govkg.server.errors import MissingError
from govkg.server.facts import Facts, Value, show, stated, values_pattern
from govkg.server.inferred import inferred_of
from govkg.server.language import PREFIX, page_language
from govkg.server.links import iri_of
from govkg.server.nearest import ways_to
from govkg.server.paging import page_of
from govkg.server.properties import names_of
from govkg.server.site import site
from govkg.server.standing import standings

pages = Blueprint("thing", __name__, url_prefix=PREFIX)

NAMES = (f"{SKOS}prefLabel", f"{RDFS}label", f"{SKOS}altLabel")
MEANINGS = (f"{SKOS}definition", f"{SKOS}scopeNote", f"{RDFS}comment")
_CLAIMS = (
    "SELECT DISTINCT ?c ?d ?order WHERE {{ ?c ?p {thing} ; gov:document ?d ; gov:order ?order }} ORDER BY ?d ?order ?c"
)
_POINTING = "SELECT ?s ?p WHERE {{ ?s ?p {thing} FILTER NOT EXISTS {{ ?s gov:order ?order }} }} ORDER BY ?p ?s"


@pages.get("/thing/<kind>/<path:slug>")
def thing(kind: str, slug: str) -> str:
    """The page of a thing."""
    engine, lang, iri = site().engine, page_language(), iri_of(kind, slug)
    found = _stated(iri, kind, slug)
    page = page_of([row["c"].value for row in engine.select(_CLAIMS.format(thing=NamedNode(iri)))])
    claims = claims_named(engine, page.items, lang)
    notes = standings(engine, {claim.document for claim in claims.values()}, lang)
    return render_template(
        "thing.html", iri=iri, title=labels_of(engine, [iri], lang)[iri], definition=definition_of(engine, iri, lang),
        texts=_texts(found, iri, (*NAMES, *MEANINGS)), values=_rest(found, iri), pointing=_pointing(iri), inferred=inferred_of(engine, iri, lang), page=page, claims=[claims[c] for c in page.items if c in claims],
        standings=notes, known={d.iri: d for d in documents(engine, lang)},
    )  # fmt: skip


def _stated(iri: str, kind: str, slug: str) -> Facts:
    plain = all(char.isascii() and (char.isalnum() or char in "-/_.") for char in f"{kind}/{slug}")
    found = stated(site().engine, values_pattern([iri])) if plain else {}
    if iri not in found:
        raise MissingError("missing.thing", f"{kind}/{slug}", ways_to(kind, slug))
    return found


def _texts(found: Facts, iri: str, props: tuple[str, ...]) -> list[tuple[Value, list[Value]]]:
    """The names or meanings in all languages, Finnish, Swedish and English first."""
    names = names_of(site().engine, props, page_language())
    shown = []
    for prop in props:
        texts = [Value(term.value, getattr(term, "language", None) or "") for term in found[iri].get(prop, ())]
        if texts:
            order = sorted(
                texts,
                key=lambda value: (
                    ("fi", "sv", "en").index(value.lang) if value.lang in ("fi", "sv", "en") else 3,
                    value.text,
                ),
            )
            shown.append((names[prop], order))
    return shown


def _rest(found: Facts, iri: str) -> list[tuple[Value, tuple[Value, ...]]]:
    engine, lang = site().engine, page_language()
    props = {prop: terms for prop, terms in found[iri].items() if prop not in (*NAMES, *MEANINGS)}
    shown = show(engine, {term for terms in props.values() for term in terms}, lang)
    names = names_of(engine, props, lang)
    return sorted(
        ((names[prop], tuple(shown[term] for term in terms)) for prop, terms in props.items()),
        key=lambda row: row[0].text,
    )


def _pointing(iri: str, limit: int = 50) -> list[tuple[Value, list[Value], int]]:
    """The things that speak of this one, by property, with how many there are; claims have a place of their own."""
    engine, lang = site().engine, page_language()
    groups: dict[str, list[str]] = {}
    for row in engine.select(_POINTING.format(thing=NamedNode(iri))):
        groups.setdefault(row["p"].value, []).append(row["s"].value)
    groups = {prop: sorted(set(subjects)) for prop, subjects in groups.items() if "/inference/" not in subjects[0]}
    names, labels = (
        names_of(engine, groups, lang),
        labels_of(engine, {s for subjects in groups.values() for s in subjects[:limit]}, lang),
    )
    return [
        (names[prop], [Value(labels[s].text, labels[s].lang, s) for s in subjects[:limit]], len(subjects))
        for prop, subjects in sorted(groups.items())
    ]
