"""A claim: what it says, the words it rests on, where the reading is doubtful, and what follows from it."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from govkg.core.names import DEF, ID
from govkg.query.labels import labels_of
from govkg.server.claims import ClaimView, claims_named
from govkg.server.documents import documents, nearest
from govkg.server.errors import MissingError, Way
from govkg.server.facts import Value, best, show, stated, values_pattern
from govkg.server.inferred import inferred_from
from govkg.server.language import PREFIX, page_language
from govkg.server.properties import names_of
from govkg.server.refer import gone_page
from govkg.server.site import site
from govkg.server.standing import standings

pages = Blueprint("claim", __name__, url_prefix=PREFIX)

ELSEWHERE = ("quote", "evidence", "order", "lineFrom", "lineTo", "document", "segment", "doubt")


@pages.get("/claim/<path:slug>")
def claim(slug: str) -> ResponseReturnValue:
    """The page of a claim."""
    if gone := gone_page(f"claim/{slug}"):
        return gone
    engine, lang, iri = site().engine, page_language(), f"{ID}claim/{slug}"
    found = _claim(iri, slug)
    document = next(document for document in documents(engine, lang) if document.iri == found.document)
    return render_template(
        "claim.html", claim=found, title=labels_of(engine, [iri], lang)[iri], values=_values(iri), document=document,
        standings=standings(engine, [found.document], lang), inferred=inferred_from(engine, iri, lang),
    )  # fmt: skip


def _claim(iri: str, slug: str) -> ClaimView:
    engine, lang = site().engine, page_language()
    found = claims_named(engine, [iri], lang).get(iri) if _is_plain(slug) else None
    if found is None:
        known = [
            row["c"].value[len(f"{ID}claim/") :]
            for row in engine.select("SELECT ?c WHERE { ?c gov:order ?order } ORDER BY ?c")
        ]
        close = nearest(slug, known)
        labels = labels_of(engine, [f"{ID}claim/{near}" for near in close], lang)
        raise MissingError(
            "missing.claim",
            slug,
            [
                Way(url_for("claim.claim", slug=near), (label := labels[f"{ID}claim/{near}"]).text, label.lang)
                for near in close
            ],
        )
    return found


def _is_plain(slug: str) -> bool:
    return all(char.isascii() and (char.isalnum() or char in "-/_.") for char in slug)


def _values(iri: str) -> list[tuple[Value, tuple[Value, ...]]]:
    """Property and values, in the order of the properties' labels; what the page shows elsewhere is left out."""
    engine, lang = site().engine, page_language()
    props = {
        prop: best(terms, lang)
        for prop, terms in stated(engine, values_pattern([iri]))[iri].items()
        if prop.startswith(DEF) and prop[len(DEF) :] not in ELSEWHERE
    }
    shown = show(engine, {term for terms in props.values() for term in terms}, lang)
    names = names_of(engine, props, lang)
    rows = [(names[prop], tuple(shown[term] for term in terms)) for prop, terms in props.items()]
    return sorted(rows, key=lambda row: row[0].text)
