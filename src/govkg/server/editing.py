"""What the editor's page shows of a query that is being written: a saved query opened, and where a mistake stands."""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import request, url_for

from govkg.query.catalogue import SavedQuery
from govkg.query.parameters import bind, bound_text
from govkg.server.asking import question
from govkg.server.faults import FaultError
from govkg.server.site import site

OPEN = "open"  # the name in the address of the saved query to open


@dataclass(frozen=True)
class Marked:
    """The line of a query with a mistake: what stands before it, the sign at which it was noticed, and what follows."""

    line: int
    before: str
    at: str
    after: str


def editor_url(query: SavedQuery, given: dict[str, str]) -> str:
    """Where a saved query opens in the editor with its parameters bound, not yet asked."""
    return f"{url_for('sparql.sparql')}?{urlencode([(OPEN, query.id), *given.items()], safe='/')}"


def opened_query() -> str:
    """The saved query that the address opens, without its header; empty where it opens none.

    Raises MissingError for an unknown one, naming the nearest, and UsageError for a wrong parameter.
    """
    query_id = request.args.get(OPEN)
    if not query_id:
        return ""
    saved = question(query_id, "query.query")
    given = {name: value for name, value in request.args.items() if name != OPEN}
    return without_header(bound_text(saved, bind(site().engine, saved, given)))


def without_header(sparql: str) -> str:
    """The text of a saved query as it runs."""
    return "\n".join(line for line in sparql.split("\n") if not line.startswith("#+")).strip()


def marked(query: str, fault: FaultError) -> Marked | None:
    """Where the mistake stands; None where it has no place in the query."""
    lines = query.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not 1 <= fault.line <= len(lines):
        return None
    line, at = lines[fault.line - 1], max(fault.column - 1, 0)
    return Marked(fault.line, line[:at], line[at : at + 1] or " ", line[at + 1 :])
