"""The start page: every saved question, grouped by theme, or those with some words; and what was read."""

from flask import Blueprint, render_template, request

from govkg.query.search import FoundQuestions
from govkg.server.language import PREFIX, page_language
from govkg.server.material import material
from govkg.server.site import site

pages = Blueprint("start", __name__, url_prefix=PREFIX)


@pages.get("/")
def start() -> str:
    """The catalogue; `q` keeps the questions with these words."""
    catalogue, words = site().catalogue, request.args.get("q", "").strip()
    found = site().search.questions(words) if words else FoundQuestions(tuple(catalogue.queries), every=True)
    kept = [query for query in catalogue.queries.values() if query.id in found.ids]
    groups = [(labels, [query for query in kept if query.theme == theme]) for theme, labels in catalogue.themes.items()]
    return render_template(
        "start.html", groups=[group for group in groups if group[1]], words=words, kept=len(kept),
        total=len(catalogue.queries), every=found.every, read=[] if words else material(site().engine, page_language()),
    )  # fmt: skip
