"""The start page: every saved question, grouped by theme."""

from flask import Blueprint, render_template

from govkg.server.language import PREFIX
from govkg.server.site import site

pages = Blueprint("start", __name__, url_prefix=PREFIX)


@pages.get("/")
def start() -> str:
    """The catalogue."""
    catalogue = site().catalogue
    groups = [
        (labels, [query for query in catalogue.queries.values() if query.theme == theme])
        for theme, labels in catalogue.themes.items()
    ]
    return render_template("start.html", groups=[(labels, queries) for labels, queries in groups if queries])
