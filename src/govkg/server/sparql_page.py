"""The endpoint's page: the form, the answer as a table, and what is wrong in plain words."""

import json
from urllib.parse import urlencode

from flask import render_template, request
from pyoxigraph import RdfFormat, parse

from govkg.core.bundle import editor_bundle
from govkg.core.names import PREFIXES
from govkg.core.paths import web
from govkg.publish.media import GRAPH, JSON, MEDIA_OF, N_TRIPLES, Medium
from govkg.query.unknown import unknown_names
from govkg.server.editing import marked, opened_query
from govkg.server.endpoint import PATH, endpoint
from govkg.server.faults import LIMITS, FaultError
from govkg.server.language import page_language, text
from govkg.server.paging import page_of
from govkg.server.plan_words import told_steps
from govkg.server.protocol import Asked
from govkg.server.site import site
from govkg.server.sparql_cells import Rows, in_words, of_json, of_term

EXAMPLE = """SELECT ?region ?body ?answer WHERE {
  ?claim gov:task task:ngo-grants ; gov:role role:decides ; gov:region ?region ; gov:answer ?answer .
  OPTIONAL { ?claim gov:body ?body }
}
LIMIT 100"""


def media_on_page(form: str) -> Medium:
    """The format in which the page takes the answer of a query of this form from the workers."""
    return JSON if JSON in MEDIA_OF[form] else N_TRIPLES


def empty_page() -> str:
    """The form with an example, or with the saved query that the address opens, not yet asked."""
    return _rendered(opened_query() or EXAMPLE)


def answer_page(asked: Asked, medium: Medium, body: bytes) -> str:
    """The form with the query, and its answer."""
    if medium is N_TRIPLES:
        return _graph_page(asked, body)
    found = json.loads(body)
    unknown = unknown_names(site().engine, asked.query or "")
    if "boolean" in found:
        files = _files(asked, MEDIA_OF["ASK"])
        return _rendered(asked.query or "", boolean=found["boolean"], files=files, unknown=unknown)
    names = found["head"]["vars"]
    page = page_of(found["results"]["bindings"])
    rows = [[of_json(row.get(name)) for name in names] for row in page.items]
    told = {"files": _files(asked, MEDIA_OF["SELECT"]), "sheets": _sheets(asked), **_named(rows)}
    return _rendered(asked.query or "", heads=names, page=page, unknown=unknown, **told)


def _named(rows: Rows) -> dict[str, object]:
    shown, part = in_words(rows, page_language())
    return {"rows": shown, "part_named": part}


def _graph_page(asked: Asked, body: bytes) -> str:
    heads = [text("statement.subject"), text("statement.predicate"), text("statement.object")]
    page = page_of(list(parse(body, format=RdfFormat.N_TRIPLES)))
    rows = [[of_term(term) for term in (quad.subject, quad.predicate, quad.object)] for quad in page.items]
    told = {"files": _files(asked, GRAPH), "unknown": unknown_names(site().engine, asked.query or "")}
    return _rendered(asked.query or "", heads=heads, page=page, **told, **_named(rows))


def fault_page(fault: FaultError) -> str:
    """The form with the query as it was sent, and what is wrong with it."""
    query = request.args.get("query", "")
    return _rendered(query, fault=fault, message=sentence(fault, page_language()), marked=marked(query, fault))


def plan_page(query: str, steps: bytes) -> str:
    """The form with the query, and its steps."""
    return _rendered(query, plan=told_steps(steps), unknown=unknown_names(site().engine, query))


def sentence(fault: FaultError, lang: str) -> str:
    """What is wrong, where, and what the limit is."""
    said = plainly(fault, lang)
    if fault.line:
        said = site().strings.get(lang, "sparql.at", line=fault.line, column=fault.column) + " " + said
    is_told = lang == "en" and fault.detail and fault.reason != "away"  # that would tell where the store is
    return f"{said} ({fault.detail})" if is_told else said


def plainly(fault: FaultError, lang: str) -> str:
    """What is wrong and what the limit is, without the place."""
    values = {
        "detail": fault.detail,
        "line": fault.line,
        "column": fault.column,
        "limit": limit_of(fault) if fault.reason in LIMITS else "",
    }
    return site().strings.get(lang, fault.key, **values)


def limit_of(fault: FaultError) -> str:
    """The limit that bites, in digits as it was set."""
    return f"{getattr(endpoint().limits, LIMITS[fault.reason]):.15g}"


def _rendered(query: str, **found: object) -> str:
    blank: dict[str, object] = {
        "fault": None,
        "message": "",
        "marked": None,
        "unknown": [],
        "plan": None,
        "boolean": None,
        "heads": [],
        "page": None,
        "rows": [],
        "part_named": False,
        "files": [],
        "sheets": [],
    }
    bundle = editor_bundle(web())
    prefixes = [f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()]
    limits, address = endpoint().limits, endpoint().public_address()
    return render_template(
        "sparql.html",
        themes=site().catalogue.themes,
        query=query,
        limits=limits,
        address=address,
        prefixes=prefixes,
        bundle=bundle,
        **blank | found,
    )


def _files(asked: Asked, media: tuple[Medium, ...]) -> list[tuple[str, str]]:
    """The answer at hand in each format: its short name and URL."""
    return [(medium.short, f"{PATH}?{urlencode([*_pairs(asked), ('format', medium.short)])}") for medium in media]


def _sheets(asked: Asked) -> list[tuple[str, str, str]]:
    """The answer at hand as files for spreadsheets: what each is called, its ending and its URL."""
    names = {"xlsx": text("sparql.sheet-xlsx"), "csv": text("sparql.sheet-csv")}
    return [(name, form, f"{PATH}/export.{form}?{urlencode(_pairs(asked))}") for form, name in names.items()]


def _pairs(asked: Asked) -> list[tuple[str, str]]:
    pairs = [("query", asked.query or "")]
    pairs += [("default-graph-uri", iri) for iri in asked.default_graphs]
    return [*pairs, *(("named-graph-uri", iri) for iri in asked.named_graphs)]
