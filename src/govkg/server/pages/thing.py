"""Any thing: at a glance, its neighbourhood, the questions about it, and what is stated, inferred and said of it."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from pyoxigraph import NamedNode

from govkg.core.names import DEF, RDFS, SKOS, graph
from govkg.query.labels import labels_of
from govkg.server.claims import ClaimView, claims_named
from govkg.server.documents import Document, definition_of, documents
from govkg.server.errors import MissingError, Way, WrongError
from govkg.server.facts import Facts, Value, is_true, show, stated, values_pattern
from govkg.server.graphs.drawing import draw
from govkg.server.graphs.neighbourhood import neighbourhood
from govkg.server.inferred import inferred_of
from govkg.server.language import PREFIX, page_language
from govkg.server.links import iri_of, with_query
from govkg.server.nearest import ways_to
from govkg.server.paging import page_of
from govkg.server.properties import names_of
from govkg.server.refer import gone_page
from govkg.server.site import site
from govkg.server.standing import standings
from govkg.server.things.claim_groups import Mention, groups, in_order
from govkg.server.things.glance import rows_for
from govkg.server.things.incoming import FEW, incoming, named
from govkg.server.things.questions import questions_about
from govkg.server.things.region import tellings
from govkg.server.things.scheme import concepts_of

pages = Blueprint("thing", __name__, url_prefix=PREFIX)

NAMES = (f"{SKOS}prefLabel", f"{RDFS}label", f"{SKOS}altLabel")
MEANINGS = (f"{SKOS}definition", f"{SKOS}scopeNote", f"{RDFS}comment")
LINKS = "links"  # of the address: the property whose incoming links are listed
_CLAIMS = """SELECT DISTINCT ?c ?d ?order ?kind ?itself WHERE {{ ?c ?p {thing} ; gov:document ?d ; gov:order ?order
  GRAPH {asserted} {{ ?c a ?kind }} BIND(EXISTS {{ GRAPH {asserted} {{ ?c ?any {thing} }} }} AS ?itself) }}"""


@pages.get("/thing/<kind>/<path:slug>")
def thing(kind: str, slug: str) -> ResponseReturnValue:
    """The page of a thing; with `links` the list of the things that are linked to it by that property."""
    if gone := gone_page(f"{kind}/{slug}"):
        return gone
    iri = iri_of(kind, slug)
    found = _stated(iri, kind, slug)
    if request.args.get(LINKS):
        return _linked(iri)
    if kind == "claim":
        return redirect(url_for("claim.claim", slug=slug), 301)
    engine, lang = site().engine, page_language()
    known = {document.iri: document for document in documents(engine, lang)}
    return render_template(
        "thing.html", iri=iri, kind=kind, title=labels_of(engine, [iri], lang)[iri], definition=definition_of(engine, iri, lang),
        texts=_texts(found, iri, (*NAMES, *MEANINGS)), values=_rest(found, iri), incoming=_incoming(iri), inferred=inferred_of(engine, iri, lang),
        questions=questions_about(iri, kind, slug), drawing=draw(neighbourhood(engine, iri, lang)), known=known,
        tellings=tellings(engine, iri, known, lang) if kind == "region" else [],
        concepts=concepts_of(engine, iri, lang) if kind == "scheme" else [],
        **_said(iri, kind, found, known),
    )  # fmt: skip


def _stated(iri: str, kind: str, slug: str) -> Facts:
    plain = all(char.isascii() and (char.isalnum() or char in "-/_.") for char in f"{kind}/{slug}")
    found = stated(site().engine, values_pattern([iri])) if plain else {}
    if iri not in found:
        raise MissingError("missing.thing", f"{kind}/{slug}", ways_to(kind, slug))
    return found


def _said(iri: str, kind: str, found: Facts, known: dict[str, Document]) -> dict[str, object]:
    """The claims about a thing, a page of them in groups, and what the thing is at a glance."""
    engine, lang, by_document = site().engine, page_language(), kind == "region"
    mentions = in_order(_mentions(iri), known, by_document)
    page = page_of([mention.iri for mention in mentions])
    claims = claims_named(engine, [m.iri for m in mentions] if kind == "body" else page.items, lang)
    here = {iri, *(term.value for term in found[iri].get(f"{DEF}area", ()))}
    shown: list[ClaimView] = [claims[iri] for iri in page.items]
    return {
        "page": page,
        "concluded": sum(not mention.itself for mention in mentions),
        "groups": groups(shown, mentions, known, by_document, here),
        "glance": rows_for(engine, iri, kind, found, claims.values(), lang),
        "standings": standings(engine, {mention.document for mention in mentions}, lang),
    }


def _mentions(iri: str) -> list[Mention]:
    """The claims that speak of a thing, itself or by what follows from them."""
    rows = site().engine.select(_CLAIMS.format(thing=NamedNode(iri), asserted=graph("asserted")))
    return [
        Mention(
            row["c"].value, row["kind"].value.rpartition("#")[2], row["d"].value, int(row["order"].value),
            is_true(row["itself"]),
        )
        for row in rows
    ]  # fmt: skip


def _texts(found: Facts, iri: str, props: tuple[str, ...]) -> list[tuple[Value, list[Value]]]:
    """The names or meanings in all languages, Finnish, Swedish and English first."""
    names = names_of(site().engine, props, page_language())
    shown = []
    for prop in props:
        texts = [Value(term.value, getattr(term, "language", None) or "") for term in found[iri].get(prop, ())]
        if texts:
            shown.append((names[prop], sorted(texts, key=_by_language)))
    return shown


def _by_language(value: Value) -> tuple[int, str]:
    return ("fi", "sv", "en").index(value.lang) if value.lang in ("fi", "sv", "en") else 3, value.text


def _rest(found: Facts, iri: str) -> list[tuple[Value, tuple[Value, ...]]]:
    engine, lang = site().engine, page_language()
    props = {prop: terms for prop, terms in found[iri].items() if prop not in (*NAMES, *MEANINGS)}
    shown = show(engine, {term for terms in props.values() for term in terms}, lang)
    names = names_of(engine, props, lang)
    return sorted(
        ((names[prop], tuple(shown[term] for term in terms)) for prop, terms in props.items()),
        key=lambda row: row[0].text,
    )


def _incoming(iri: str) -> list[dict[str, object]]:
    """The first things of each group of incoming links."""
    engine, lang = site().engine, page_language()
    found = incoming(engine, iri, lang)
    names = named(engine, {thing for group in found for thing in group.things[:FEW]}, lang)
    return [{"group": group, "things": [names[thing] for thing in group.things[:FEW]]} for group in found]


def _linked(iri: str) -> str:
    """All things that are linked to this one by a property, a page at a time. Raises WrongError for one that links none."""
    engine, lang, asked = site().engine, page_language(), request.args[LINKS]
    found = {group.name: group for group in incoming(engine, iri, lang)}
    if asked not in found:
        ways = [
            Way(with_query(request.path, {LINKS: name}), group.property.text, group.property.lang)
            for name, group in found.items()
        ]
        raise WrongError("pointing.none", asked, ways)
    page = page_of(found[asked].things)
    names = named(engine, page.items, lang)
    title = labels_of(engine, [iri], lang)[iri]
    return render_template(
        "thing_links.html",
        iri=iri,
        title=title,
        group=found[asked],
        page=page,
        things=[names[thing] for thing in page.items],
    )
