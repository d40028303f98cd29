"""The API for people: what its addresses give, and every question with what it takes and an example to try."""

from dataclasses import dataclass

from flask import Blueprint, render_template
from werkzeug.datastructures import MultiDict

from govkg.publish.offers import Offer, offers_of
from govkg.publish.openapi_examples import examples_of
from govkg.query.catalogue import SavedQuery
from govkg.server.kept_answer import root
from govkg.server.language import PREFIX, page_language, text
from govkg.server.links import with_query
from govkg.server.problems import KINDS
from govkg.server.site import site

pages = Blueprint("api_page", __name__, url_prefix=PREFIX)

_MEANINGS = {
    "wrong-parameter": "api.problem-wrong-parameter",
    "bad-request": "api.problem-bad-request",
    "unknown": "api.problem-unknown",
    "method": "api.problem-method",
    "not-acceptable": "api.problem-not-acceptable",
    "too-long": "api.problem-too-long",
    "too-many": "api.problem-too-many",
    "unanswered": "api.problem-unanswered",
    "store-away": "unanswered.away",
    "fault": "api.problem-fault",
}


@dataclass(frozen=True)
class Example:
    """A question with the address of an answer to it."""

    query: SavedQuery
    path: str


@pages.get("/api")
def api_page() -> str:
    """The page of the API."""
    catalogue = site().catalogue
    examples = [_example(query) for query in catalogue.queries.values()]
    themes = [
        (labels[page_language()], [e for e in examples if e.query.theme == theme])
        for theme, labels in catalogue.themes.items()
    ]
    return render_template(
        "api_page.html",
        themes=[(label, found) for label, found in themes if found],
        first=next((e for e in examples if "?" in e.path), None),
        root=root(),
        offers=_offers(),
        problems=[(kind, KINDS[kind][0], text(key)) for kind, key in _MEANINGS.items()],
    )


def _example(query: SavedQuery) -> Example:
    """The answer for a value of the first parameter that has one."""
    found = list(examples_of(site().engine, query).items())[:1]
    return Example(query, with_query(f"/api/queries/{query.id}", dict(found)))


def _offers() -> list[Offer]:
    """Every format of any question, each once."""
    known = MultiDict((offer.name, offer) for query in site().catalogue.queries.values() for offer in offers_of(query))
    return list(known.values())
