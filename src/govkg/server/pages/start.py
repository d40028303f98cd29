"""The start page: every saved question, grouped by theme, or those with some words."""

from flask import Blueprint, render_template, request

from govkg.server.finding import questions_with
from govkg.server.language import PREFIX
from govkg.server.site import site

pages = Blueprint("start", __name__, url_prefix=PREFIX)


@pages.get("/")
def start() -> str:
    """The catalogue; `q` keeps the questions with these words."""
    catalogue, words = site().catalogue, request.args.get("q", "").strip()
    kept = questions_with(catalogue, words)
    groups = [(labels, [query for query in kept if query.theme == theme]) for theme, labels in catalogue.themes.items()]
    found = [(labels, queries) for labels, queries in groups if queries]
    return render_template("start.html", groups=found, words=words, kept=len(kept), total=len(catalogue.queries))
