"""`/` leads to the start page in the reader's language."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from govkg.server.language import preferred

pages = Blueprint("root", __name__)


@pages.get("/")
def root() -> ResponseReturnValue:
    """Choose the language."""
    response = redirect(url_for("start.start", lang=preferred()))
    response.headers["Vary"] = "Accept-Language"
    return response
