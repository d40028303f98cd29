"""For crawlers: robots.txt, and the sitemap of every page in its three languages."""

from flask import Blueprint, Response, abort, g, request, url_for
from pyoxigraph import Literal

from govkg.core.names import DEF, ID, LANGS, graph
from govkg.publish.sitemap import Page, index, robots, sitemap, split
from govkg.server.links import url_of
from govkg.server.site import site

pages = Blueprint("sitemap", __name__)

PLAIN = (
    "start.start",
    "tour.tour",
    "documents.all_documents",
    "ontology.ontology",
    "dataset.dataset",
    "api_page.api_page",
    "about.about",
)
XML = "application/xml"
# the nodes of proofs are left out: each is shown on the page of the thing that it was inferred of
_THINGS = "SELECT DISTINCT ?x WHERE {{ {{ GRAPH {asserted} {{ ?x ?p ?o }} }} UNION {{ GRAPH {evidence} {{ ?x ?p ?o }} }} UNION {{ GRAPH {ontology} {{ ?x ?p ?o }} }} FILTER(STRSTARTS(STR(?x), {things}) || STRSTARTS(STR(?x), {terms})) }} ORDER BY ?x"
_GRAPHS = {name: graph(name) for name in ("asserted", "evidence", "ontology")}


@pages.get("/robots.txt")
def robots_txt() -> Response:
    """What crawlers may read."""
    return Response(robots(url_for("sitemap.files", _external=True)), mimetype="text/plain")


@pages.get("/sitemap.xml")
def files() -> Response:
    """The index of the sitemap's files."""
    count = len(split(_pages()))
    return Response(index(url_for("sitemap.file", number=n, _external=True) for n in range(1, count + 1)), mimetype=XML)


@pages.get("/sitemap-<int:number>.xml")
def file(number: int) -> Response:
    """One file of the sitemap."""
    groups = split(_pages())
    if not 1 <= number <= len(groups):
        abort(404)
    return Response(sitemap(groups[number - 1]), mimetype=XML)


def _pages() -> list[Page]:
    """Every page: those of the site, the questions, and the pages of things."""
    g.lang = "fi"  # the links below are made in one language and told in all
    paths = [url_for(endpoint) for endpoint in PLAIN]
    paths += [url_for("query.query", name=name) for name in site().catalogue.queries]
    sparql = _THINGS.format(things=Literal(ID), terms=Literal(DEF), **_GRAPHS)
    paths += [url_of(row["x"].value) or "" for row in site().engine.select(sparql)]
    root = request.url_root.rstrip("/")
    return [{lang: f"{root}/{lang}{path[len('/fi') :]}" for lang in LANGS} for path in paths]
