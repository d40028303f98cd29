"""Side by side: regions, the alternatives of the organisation charts, and what documents of different years say of a region."""

from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from govkg.core.names import ID
from govkg.server.address import ENDPOINT, Address
from govkg.server.alternatives import ALTERNATIVES, QUESTION, differences
from govkg.server.asking import question
from govkg.server.comparing import MOST, QUESTIONS, Region, compared, facts, regions
from govkg.server.documents import documents
from govkg.server.language import PREFIX, page_language
from govkg.server.mistakes import Mistake, mistakes_in
from govkg.server.site import site
from govkg.server.standing import standings
from govkg.server.years import years

pages = Blueprint("compare", __name__, url_prefix=PREFIX)


@pages.get("/compare")
def compare() -> ResponseReturnValue:
    """The core questions with a column for each `region`."""
    engine, lang, asked = site().engine, page_language(), _asked()
    if len(asked) != len(request.args.getlist("region")):
        return redirect(_url(asked))
    known = regions(engine, lang)
    chosen, wrong = _chosen(known, asked)
    form = {"regions": known, "chosen": chosen, "asked": asked, "mistakes": wrong, "most": MOST, "url": _url}
    if wrong or len(chosen) > MOST or len(chosen) < 2:
        has_fault = bool(wrong) or len(chosen) > MOST
        return render_template("compare.html", rows=None, **form), 400 if has_fault else 200
    return render_template(
        "compare.html", rows=compared(engine, site().catalogue, chosen, lang), facts=facts(engine, chosen), **form, **_known()
    )  # fmt: skip


def _asked() -> list[str]:
    return list(dict.fromkeys(value.strip() for value in request.args.getlist("region") if value.strip()))


def _url(asked: list[str]) -> str:
    query = urlencode([("region", value) for value in asked], safe="/")
    return f"{url_for('compare.compare')}?{query}" if query else url_for("compare.compare")


def _chosen(known: list[Region], asked: list[str]) -> tuple[list[Region], list[Mistake]]:
    """The regions that are asked for by slug, IRI or label, and what is wrong with the other names."""
    query = question(next(name for name in QUESTIONS if name in site().catalogue.queries), ENDPOINT)
    chosen, wrong = [], []
    for value in asked:
        if found := _named(known, value):
            chosen.append(found)
        else:
            mistakes = mistakes_in(site().engine, query, {"region": value}, page_language())
            wrong.append(mistakes.get("region") or Mistake("region", "region", value, "compare.unheard"))
    return chosen, wrong


def _named(known: list[Region], value: str) -> Region | None:
    names = (value, value.casefold())
    return next((r for r in known if r.iri == value or r.slug in names or r.label.text.casefold() == names[1]), None)


def _known() -> dict[str, object]:
    return {"documents_by": {document.iri: document for document in documents(site().engine, page_language())}}


@pages.get("/compare/alternatives")
def alternatives() -> str:
    """The units of each task in the alternatives; where a task moves is marked."""
    query = question(QUESTION, ENDPOINT)
    rows = differences(site().engine, query, page_language())
    notes = standings(site().engine, {c.document for row in rows for c in row.claims}, page_language())
    heads = [column.labels[page_language()] for column in query.columns if column.name in ALTERNATIVES]
    return render_template(
        "compare-alternatives.html", query=query, rows=rows, heads=heads, standings=notes, **_known(),
        address=Address(ENDPOINT, query.id, ()),
    )  # fmt: skip


@pages.get("/compare/documents")
def over_documents() -> ResponseReturnValue:
    """What each document says of one `region`, a column for each."""
    engine, lang = site().engine, page_language()
    known = [region for region in regions(engine, lang) if region.documents > 1]
    asked = request.args.get("region", "").strip()
    chosen = next((region for region in known if asked in (region.slug, region.iri)), None)
    if chosen is None:
        return render_template("compare-documents.html", regions=known, chosen=None, asked=asked), 400 if asked else 200
    found = years(engine, f"{ID}region/{chosen.slug}", lang)
    notes = standings(engine, [document.iri for document in found.documents], lang)
    return render_template(
        "compare-documents.html", regions=known, chosen=chosen, asked=asked, found=found, standings=notes, **_known()
    )
