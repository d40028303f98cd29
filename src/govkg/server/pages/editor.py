"""What the editor asks while one types: whether the query is right so far, and which names there are; how a query goes; and a query as a file to propose."""

import json

from flask import Blueprint, Response, jsonify, request
from flask.typing import ResponseReturnValue

from govkg.core.errors import UsageError
from govkg.core.names import ID
from govkg.publish.media import JSON
from govkg.publish.proposal import Proposal, Row, proposal_file
from govkg.query.guard import RefusedError, check
from govkg.query.suggest import suggest
from govkg.query.task import Task
from govkg.query.unknown import unknown_names
from govkg.server.endpoint import endpoint
from govkg.server.faults import FaultError
from govkg.server.language import PREFIX, page_language, text
from govkg.server.protocol import most_bytes
from govkg.server.site import site
from govkg.server.sparql_page import fault_page, plainly, plan_page

pages = Blueprint("editor", __name__, url_prefix=f"{PREFIX}/sparql")

_WORD = 100  # characters of a word that is looked up


@pages.post("/check")
def check_query() -> Response:
    """What is wrong with a query, each with its place: {"problems": [{line, column, length, severity, message}]}. Asks no data for its answer."""
    request.max_content_length = request.max_form_memory_size = most_bytes(endpoint().limits)
    query = request.form.get("query", "")
    response = jsonify(problems=_problems(query) if query.strip() else [])
    response.headers["Cache-Control"] = "no-store"
    return response


@pages.get("/names")
def names() -> ResponseReturnValue:
    """The names that begin with a word, in the reader's language: {"names": [{insert, label, detail}]}."""
    word = request.args.get("q", "")[:_WORD].strip()
    found = suggest(site().engine, word, page_language()) if word else []
    return jsonify(
        names=[
            {"insert": name.insert, "label": name.label, "detail": _detail(name.insert, name.kind)} for name in found
        ]
    )


@pages.get("/plan")
def plan() -> ResponseReturnValue:
    """The page of the endpoint with the steps of a query in words, in place of its answer."""
    query = request.args.get("query", "")
    found = _asked(query, "plan")
    if isinstance(found, FaultError):
        return fault_page(found), found.status
    return plan_page(query, found)


@pages.get("/proposal")
def proposal() -> ResponseReturnValue:
    """A query with its header as a file, to propose it as a saved query; asked first, since its answer tells what its columns hold."""
    query, title = request.args.get("query", ""), request.args.get("title", "").strip()
    theme = request.args.get("theme", "")
    if not title or theme not in site().catalogue.themes:
        raise UsageError("title, theme", text("proposal.lacking"))
    found = _asked(query, "answer", JSON.media_type)
    if isinstance(found, FaultError):
        return fault_page(found), found.status
    return _file(Proposal(query, title, page_language(), theme, *_table(found)))


def _file(found: Proposal) -> Response:
    headings = {column.name for saved in site().catalogue.queries.values() for column in saved.columns}
    response = Response(proposal_file(found, headings), content_type="application/sparql-query; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{found.file}"'
    return response


def _table(answer: bytes) -> tuple[list[str], list[Row]]:
    found = json.loads(answer or b'{"head": {}}')
    return found["head"].get("vars", []), found.get("results", {}).get("bindings", [])


def _detail(insert: str, kind: str) -> str:
    insert = insert.removeprefix(f"<{ID}").removesuffix(">")
    kinds = {"class": text("editor.class"), "property": text("editor.property"), "prefix": text("editor.prefix")}
    return f"{insert} · {kinds[kind]}" if kind in kinds else insert


def _problems(query: str) -> list[dict[str, object]]:
    fault = _asked(query, "parse")
    if isinstance(fault, FaultError):
        return [_problem("error", fault.line, fault.column, _told(fault))]
    return [
        _problem("warning", name.line, name.column, _unknown(name.text, name.nearest), len(name.text))
        for name in unknown_names(site().engine, query)
    ]


def _asked(query: str, duty: str, media_type: str = "") -> FaultError | bytes:
    """What the guard or a worker has against the query, else what the worker sent."""
    if not query.strip():
        return FaultError("empty")
    try:
        checked = check(query, endpoint().limits)
    except RefusedError as error:
        return FaultError(error.reason, error.what, error.line, error.column)
    if duty == "answer" and checked.form not in ("SELECT", "ASK"):
        duty, media_type = "parse", ""  # a graph has no columns
    reply = endpoint().ask(
        Task(query, media_type, union=not checked.has_dataset, base=endpoint().public_address(), duty=duty)
    )
    return FaultError(reply.reason, reply.what, reply.line, reply.column) if reply.reason else reply.body


def _told(fault: FaultError) -> str:
    said = plainly(fault, page_language())
    return f"{said} ({fault.detail})" if fault.detail and page_language() == "en" else said


def _unknown(name: str, nearest: str) -> str:
    return text("editor.unknown-near", name=name, nearest=nearest) if nearest else text("editor.unknown", name=name)


def _problem(severity: str, line: int, column: int, message: str, length: int = 0) -> dict[str, object]:
    return {"severity": severity, "line": line, "column": column, "length": length, "message": message}
