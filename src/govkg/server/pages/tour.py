"""The tour: what can be done here, step by step, each with a link to the real thing."""

from flask import Blueprint, render_template, url_for

from govkg.server.editing import editor_url
from govkg.server.language import PREFIX, page_language
from govkg.server.site import site
from govkg.server.tour import Example, example

pages = Blueprint("tour", __name__, url_prefix=PREFIX)


@pages.get("/tour")
def tour() -> str:
    """All steps on one page."""
    found = example(site().engine, site().catalogue, page_language())
    return render_template(
        "tour.html", example=found,
        side_by_side=_side_by_side(found), editor=editor_url(found.query, found.narrowed.given) if found else "",
    )  # fmt: skip


def _side_by_side(found: Example | None) -> str:
    """Where regions are compared; where pages are files, documents are."""
    if found is None or found.parameter != "region" or not site().live:
        return url_for("compare.over_documents")
    return url_for("compare.compare", region=list(found.pair), _anchor="side")
