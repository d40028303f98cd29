"""The data as a whole: version and licence, files to take away, graphs, the query service and machine-readable descriptions."""

from flask import Blueprint, render_template

from govkg.core.names import GRAPHS
from govkg.publish.about_data import header_of
from govkg.publish.rdf_forms import FORMS
from govkg.query.engine import Engine
from govkg.server.language import PREFIX, page_language
from govkg.server.published import published
from govkg.server.site import site

pages = Blueprint("dataset", __name__, url_prefix=PREFIX)

_GRAPHS = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"


@pages.get("/data")
def dataset() -> str:
    """The page about the data."""
    engine = site().engine
    return render_template(
        "dataset.html",
        dumps=published().dumps.all(),
        graphs=_graphs(engine),
        forms=list(FORMS.values()),
        licences=sorted(term.value for term in header_of(engine).licence),
    )


def _graphs(engine: Engine) -> list[tuple[str, int, str]]:
    """Each graph by name, with its size and what it holds; a graph that is not one of the release's own has no words."""
    words = site().strings.texts[page_language()]
    names = ((row["g"].value.removeprefix(GRAPHS), int(row["n"].value)) for row in engine.select(_GRAPHS))
    return [(name, size, words.get(f"graph.{name}", "")) for name, size in names]
