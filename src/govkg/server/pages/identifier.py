"""The IRIs of our things lead to their pages, with 303 since a thing is not a page (Cool URIs for the Semantic Web, 4.2)."""

from flask import Blueprint, redirect
from flask.typing import ResponseReturnValue

from govkg.core.names import ID
from govkg.server.links import url_of

pages = Blueprint("identifier", __name__)


@pages.get("/id/<kind>/<path:slug>")
def identifier(kind: str, slug: str) -> ResponseReturnValue:
    """To the page in the reader's language; whether there is such a thing, the page says."""
    response = redirect(url_of(f"{ID}{kind}/{slug}") or "/", 303)
    response.headers["Vary"] = "Accept-Language"
    return response
