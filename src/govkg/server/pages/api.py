"""The saved questions for programs: their list, their answers, the values that they take, and the description of it all."""

from difflib import get_close_matches
from urllib.parse import urlencode

from flask import Blueprint, Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from govkg.publish.citation import query_version
from govkg.publish.formats import write
from govkg.publish.listing import listing
from govkg.publish.negotiate import best
from govkg.publish.offers import RECORDS, RESULTS
from govkg.publish.openapi import openapi
from govkg.publish.pick_list import pick_list
from govkg.publish.record_json import encoded, to_record_json, told_json
from govkg.publish.stretch import Stretch, cut, neighbours, total_of
from govkg.query.catalogue import SavedQuery
from govkg.query.emptiness import Outcome
from govkg.query.outcome import outcome_of
from govkg.query.parameters import bind
from govkg.query.run import GraphAnswer, Table, run
from govkg.query.statements import as_table
from govkg.server.alternates import link
from govkg.server.api_request import LANG, Wanted, read_request, wrong_parameters, wrong_values
from govkg.server.downloads import ANSWER
from govkg.server.kept_answer import kept, root
from govkg.server.language import preferred
from govkg.server.open_access import open_to_all
from govkg.server.problems import ProblemError, answer_with_problems, unknown
from govkg.server.site import site

pages = Blueprint("api", __name__, url_prefix="/api")
open_to_all(pages)
answer_with_problems(pages)

JSON, HTML = "application/json", "text/html"


@pages.get("")
def start() -> ResponseReturnValue:
    """To the description for programs, or to the page for people."""
    liked = best(request.headers.get("Accept"), (JSON, HTML))
    if liked is None:
        raise ProblemError(
            "not-acceptable", f"The description can be had as {JSON} or {HTML}.", {"formats": [JSON, HTML]}
        )
    where = url_for("api_page.api_page", lang=preferred()) if liked == HTML else url_for("api.description")
    response = redirect(where, 303)
    response.vary.update(["Accept", "Accept-Language"])
    return response


@pages.get("/openapi.json")
def description() -> Response:
    """The API described (OpenAPI 3.1)."""
    return kept(JSON, lambda: encoded(openapi(site().engine, site().catalogue, request.root_path.rstrip("/"))))


@pages.get("/queries")
def queries() -> Response:
    """All saved queries."""
    return kept(JSON, lambda: encoded(listing(site().catalogue, site().engine.version, root())))


@pages.get("/queries/<query_id>.rq")
def file(query_id: str) -> Response:
    """A saved query's file as it is."""
    query = _query(query_id)
    return kept("application/sparql-query; charset=utf-8", lambda: _versioned(Response(query.sparql), query))


@pages.get("/queries/<query_id>/parameters/<name>")
def values(query_id: str, name: str) -> Response:
    """The values that a parameter takes; given the parameter that it depends on, those that go with it."""
    query = _query(query_id)
    parameter = query.parameter(name)
    if parameter is None:
        raise unknown(f"parameter of {query.id}", name, [p.name for p in query.parameters])
    given = {key: value for key, value in request.args.items() if parameter.depends and key == parameter.depends}
    if wrong := wrong_values(query, given, LANG):
        raise wrong_parameters(wrong)
    engine = site().engine
    return kept(
        JSON,
        lambda: _versioned(Response(encoded(pick_list(engine, query, parameter, bind(engine, query, given)))), query),
    )


@pages.get("/queries/<query_id>")
def answer(query_id: str) -> Response:
    """The answer of a saved query."""
    query = _query(query_id)
    wanted = read_request(query)
    return kept(wanted.offer.content_type, lambda: _answer(query, wanted), by_accept="format" not in request.args)


def _query(query_id: str) -> SavedQuery:
    known = site().catalogue.queries
    if query_id not in known:
        raise unknown("saved query", query_id, get_close_matches(query_id, known, n=5, cutoff=0.4))
    return known[query_id]


def _answer(query: SavedQuery, wanted: Wanted) -> Response:
    whole = run(site().engine, query, wanted.given, wanted.lang)
    total, part = total_of(whole), cut(whole, wanted.stretch)
    outcome = outcome_of(whole)
    response = _versioned(Response(_body(part, wanted, total, outcome)), query)
    response.headers[ANSWER] = outcome.kind
    response.headers["Content-Language"] = wanted.lang
    response.headers["X-Total-Count"] = str(total)
    response.headers.set("Content-Disposition", "inline", filename=f"{query.id}.{wanted.offer.suffix}")
    if links := _links(wanted.stretch, total):
        response.headers["Link"] = ", ".join(links)
    return response


def _body(part: Table | GraphAnswer, wanted: Wanted, total: int, outcome: Outcome) -> bytes:
    engine = site().engine
    if wanted.offer.name == RECORDS:
        table = part if isinstance(part, Table) else as_table(engine, part, wanted.lang)
        return to_record_json(table, wanted.stretch, total, outcome)
    data = write(part, wanted.offer.name, engine)
    return (
        told_json(data, part, wanted.stretch, total, outcome)
        if wanted.offer.name == RESULTS and isinstance(part, Table)
        else data
    )


def _links(stretch: Stretch, total: int) -> list[str]:
    """Other stretches of the answer (RFC 8288)."""
    given = [(name, value) for name, value in request.args.items() if name != "offset"]
    here = f"{root()}{request.path}"
    return [
        link(f"{here}?{urlencode([*given, ('offset', str(offset))], safe='/')}", relation)
        for relation, offset in neighbours(stretch, total).items()
    ]


def _versioned(response: Response, query: SavedQuery) -> Response:
    response.headers["Govkg-Data-Version"] = site().engine.version
    response.headers["Govkg-Query-Version"] = query_version(query)
    return response
