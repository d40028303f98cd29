"""The catalogue of saved queries, and each query, as RDF for SPARQL editors; for people, the pages of the questions."""

from collections.abc import Callable
from difflib import get_close_matches

from flask import Blueprint, Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from pyoxigraph import Quad, Triple

from govkg.publish.catalogue_rdf import catalogue_triples, query_triples
from govkg.publish.negotiate import best
from govkg.publish.rdf_forms import FORMS, RdfForm, written
from govkg.server.alternates import link
from govkg.server.kept_answer import kept
from govkg.server.language import preferred
from govkg.server.open_access import open_to_all
from govkg.server.problems import ProblemError, answer_with_problems, unknown
from govkg.server.site import site

pages = Blueprint("queries", __name__)
open_to_all(pages)
answer_with_problems(pages)

HTML = "text/html"


@pages.get("/queries")
@pages.get("/queries.<suffix>")
def catalogue(suffix: str = "") -> ResponseReturnValue:
    """The whole catalogue."""
    page = url_for("start.start", lang=preferred())
    return _sent(suffix, page, "/queries", lambda: catalogue_triples(site().catalogue, site().engine.version))


@pages.get("/queries/<name>")
def query(name: str) -> ResponseReturnValue:
    """One saved query."""
    query_id, _, suffix = name.partition(".")
    known = site().catalogue.queries
    if query_id not in known:
        raise unknown("saved query", query_id, get_close_matches(query_id, known, n=5, cutoff=0.4))
    page = url_for("query.query", lang=preferred(), name=query_id)
    return _sent(suffix, page, f"/queries/{query_id}", lambda: query_triples(known[query_id]))


def _sent(suffix: str, page: str, path: str, make: Callable[[], list[Triple]]) -> ResponseReturnValue:
    """The statements in the syntax that the URL or the client asks for, or the way to the page."""
    form = FORMS.get(suffix) if suffix else _liked()
    if form is None and suffix:
        raise ProblemError("not-acceptable", f"There is no format `{suffix}`.", {"formats": list(FORMS)})
    if form is None:
        response = redirect(page, 303)
        response.vary.update(["Accept", "Accept-Language"])
        return response
    content_type = f"{form.media_type}; charset=utf-8" if form.suffix == "ttl" else form.media_type
    return kept(content_type, lambda: _response(form, path, page, make()), by_accept=not suffix)


def _liked() -> RdfForm | None:
    """The syntax that the client likes best; None for the page. Raises ProblemError when it takes neither."""
    forms = {form.media_type: form for form in FORMS.values()}
    liked = best(request.headers.get("Accept"), [*forms, HTML])
    if liked is None:
        raise ProblemError("not-acceptable", "The queries can be had in other formats.", {"formats": [*forms, HTML]})
    return forms.get(liked)


def _response(form: RdfForm, path: str, page: str, triples: list[Triple]) -> Response:
    response = Response(written([Quad(t.subject, t.predicate, t.object) for t in triples], form.suffix))
    others = [
        link(f"{request.root_path.rstrip('/')}{path}.{other.suffix}", "alternate", other.media_type)
        for other in FORMS.values()
        if other is not form
    ]
    response.headers["Link"] = ", ".join([*others, link(page, "alternate", HTML)])
    return response
