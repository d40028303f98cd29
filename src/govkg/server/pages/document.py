"""A document, line by line, with its claims beside the lines they stand on."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from govkg.core.names import ID
from govkg.server.claims import ClaimView, claims_of_document
from govkg.server.documents import Document, definition_of, documents, nearest, text_lines
from govkg.server.errors import MissingError, Way
from govkg.server.facts import Value
from govkg.server.language import PREFIX, page_language
from govkg.server.reading import sections
from govkg.server.refer import gone_page
from govkg.server.site import site
from govkg.server.standing import standings
from govkg.server.things.questions import questions_about

pages = Blueprint("document", __name__, url_prefix=PREFIX)


@pages.get("/doc/<slug>")
def document(slug: str) -> ResponseReturnValue:
    """The page of a document; `kind` keeps the claims of one kind, `claim` highlights one."""
    if gone := gone_page(f"document/{slug}") or gone_page(f"claim/{_asked()}"):
        return gone
    engine, lang = site().engine, page_language()
    found = _document(slug)
    claims = claims_of_document(engine, found.iri, lang)
    chosen = _chosen(claims, found)
    kind = _kind(claims, found)
    shown = [claim for claim in claims if not kind or claim.kind_name == kind or claim is chosen]
    text = text_lines(engine, site().texts, found)
    return render_template(
        "document.html", document=found, definition=definition_of(engine, found.iri, lang), standings=standings(engine, [found.iri], lang),
        kinds=_kinds(claims), kind=kind, chosen=chosen, shown=len(shown), total=len(claims), sections=sections(engine, found, text, claims, shown, chosen, lang),
        questions=[] if chosen else questions_about(found.iri, "document", found.slug),
    )  # fmt: skip


def _document(slug: str) -> Document:
    known = {document.slug: document for document in documents(site().engine, page_language())}
    if slug not in known:
        ways = [
            Way(url_for("document.document", slug=near), known[near].label.text, known[near].label.lang)
            for near in nearest(slug, list(known))
        ]
        raise MissingError("missing.document", slug, ways)
    return known[slug]


def _asked() -> str:
    """The slug of the claim that is asked for, which may be given as an IRI."""
    return request.args.get("claim", "").removeprefix(f"{ID}claim/")


def _chosen(claims: list[ClaimView], document: Document) -> ClaimView | None:
    asked = _asked()
    if not asked:
        return None
    found = next((claim for claim in claims if claim.slug == asked), None)
    if found is None:
        known = {claim.slug: claim for claim in claims}
        ways = [
            Way(url_for("claim.claim", slug=near), f"{known[near].kind.text} ({near})", known[near].kind.lang)
            for near in nearest(asked, list(known))
        ]
        raise MissingError(
            "missing.claim",
            asked,
            [*ways, Way(url_for("document.document", slug=document.slug), document.label.text, document.label.lang)],
        )
    return found


def _kinds(claims: list[ClaimView]) -> list[tuple[str, Value, int]]:
    """The kinds of claim in this document with their counts, by label."""
    labels = {claim.kind_name: claim.kind for claim in claims}
    return sorted(
        ((name, label, sum(claim.kind_name == name for claim in claims)) for name, label in labels.items()),
        key=lambda item: item[1].text,
    )


def _kind(claims: list[ClaimView], document: Document) -> str:
    asked, kinds = request.args.get("kind", ""), _kinds(claims)
    if asked and all(asked != name for name, _, _ in kinds):
        raise MissingError(
            "missing.kind",
            asked,
            [
                Way(url_for("document.document", slug=document.slug, kind=name), label.text, label.lang)
                for name, label, _ in kinds
            ],
        )
    return asked
