"""About: what was read, how much of it is covered, what was left out, where the reading is doubtful, and what lapsed."""

from flask import Blueprint, render_template

from govkg.core.bundle import editor_bundle
from govkg.core.names import BASE
from govkg.core.paths import web
from govkg.query.engine import Engine
from govkg.query.labels import labels_of
from govkg.server.documents import documents
from govkg.server.facts import Value
from govkg.server.language import PREFIX, page_language
from govkg.server.site import site
from govkg.server.standing import standings

pages = Blueprint("about", __name__, url_prefix=PREFIX)

_TOTALLED = ("contentLines", "quotedLines", "unaccountedLines", "claimCount")
_LEFT_OUT = "SELECT ?reason (SUM(?to - ?from + 1) AS ?lines) WHERE { ?x a gov:Exclusion ; gov:exclusionReason ?reason ; gov:lineFrom ?from ; gov:lineTo ?to } GROUP BY ?reason ORDER BY ?reason"
_DOUBTED = "SELECT ?d (COUNT(DISTINCT ?c) AS ?n) WHERE { ?c gov:document ?d ; gov:doubt ?doubt } GROUP BY ?d"
_ANSWERS = (
    "SELECT ?a (COUNT(DISTINCT ?c) AS ?n) WHERE { ?c gov:document ?d ; gov:answer ?a } GROUP BY ?a ORDER BY DESC(?n)"
)
_LICENCE = f"SELECT ?licence WHERE {{ <{BASE}/def> dct:license ?licence }}"


@pages.get("/about")
def about() -> str:
    """The page about the data."""
    engine, lang = site().engine, page_language()
    read = documents(engine, lang)
    doubted = {row["d"].value: int(row["n"].value) for row in engine.select(_DOUBTED)}
    total = {name: sum(document.counts.get(name, 0) for document in read) for name in _TOTALLED}
    return render_template(
        "about.html", total=total, documents=[(document, doubted.get(document.iri, 0)) for document in read], standings=standings(engine, [d.iri for d in read], lang),
        left_out=_counted(engine, _LEFT_OUT, "reason", "lines", lang), answers=_counted(engine, _ANSWERS, "a", "n", lang),
        licences=sorted({row["licence"].value for row in engine.select(_LICENCE)}), questions=site().catalogue.queries, bundle=editor_bundle(web()),
    )  # fmt: skip


def _counted(engine: Engine, sparql: str, name: str, count: str, lang: str) -> list[tuple[Value, int]]:
    rows = [row for row in engine.select(sparql) if name in row]
    labels = labels_of(engine, [row[name].value for row in rows], lang)
    return [
        (Value(labels[row[name].value].text, labels[row[name].value].lang, row[name].value), int(row[count].value))
        for row in rows
    ]
