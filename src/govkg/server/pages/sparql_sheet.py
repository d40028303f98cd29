"""The result of a query of one's own as a file for spreadsheets. The endpoint itself gives the W3C's CSV, which leaves formulas as they are."""

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from govkg.publish.formats import FORMATS
from govkg.publish.media import JSON
from govkg.publish.result_sheets import to_csv, to_xlsx
from govkg.query.guard import RefusedError, check
from govkg.server.endpoint import endpoint
from govkg.server.faults import FaultError
from govkg.server.open_access import open_to_all
from govkg.server.pages.sparql import told
from govkg.server.protocol import read_request
from govkg.server.sparql_answer import task_of

pages = Blueprint("sparql_sheet", __name__)
open_to_all(pages)

WRITERS = {"csv": to_csv, "xlsx": to_xlsx}


@pages.get("/sparql/export.<any(csv, xlsx):form>")
def sheet(form: str) -> ResponseReturnValue:
    """The table that a SELECT query gives, asked as `/sparql` is, within the same limits."""
    try:
        body = _results()
    except FaultError as fault:
        response = told(fault)
    else:
        response = Response(WRITERS[form](body), content_type=FORMATS[form].media_type)
        response.headers.set("Content-Disposition", "attachment", filename=f"govkg.{form}")
    response.headers["Cache-Control"] = "no-store"
    return response


def _results() -> bytes:
    """The result in the W3C's JSON format. Raises FaultError."""
    asked = read_request(endpoint().limits)
    try:
        checked = check(asked.query or "", endpoint().limits)
    except RefusedError as error:
        empty = not (asked.query or "").strip()
        raise FaultError("empty" if empty else error.reason, error.what, error.line, error.column) from None
    if checked.form != "SELECT":
        raise FaultError("format", ", ".join(WRITERS) + ": SELECT")
    reply = endpoint().ask(task_of(asked, checked, endpoint().public_address(), JSON, compress=False))
    if reply.reason:
        raise FaultError(reply.reason, reply.what, reply.line, reply.column)
    return reply.body
