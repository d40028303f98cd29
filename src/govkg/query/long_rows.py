"""Rows too long for Virtuoso to sort: it keeps them on pages of 8 kB and refuses what does not fit there (SR319), but sorts in memory
when the query has a LIMIT of up to its MaxSortedTopRows."""

from dataclasses import replace

import pyoxigraph as ox

from govkg.core.errors import GovkgError, Problem
from govkg.query.read_query import read_query
from govkg.query.store_call import Call, StoreAddress, send

MOST = 9_999  # rows; MaxSortedTopRows is 10,000 unless it is set otherwise
_REFUSED = "SR319"


def send_sorted(store: StoreAddress, call: Call) -> bytes:
    """The answer as the store gives it; what it cannot sort on its pages is asked once more, sorted in memory.

    Raises as `send` does, and GovkgError when there are too many rows for that, since some may be left out.
    """
    try:
        return send(store, call)
    except GovkgError as error:
        if _REFUSED not in str(error) or not (limited := _limited(call)):
            raise
    body = send(store, limited)
    if _rows(body) >= MOST:
        what = f"the store sorts rows as long as these only when there are fewer than {MOST}"
        raise GovkgError([Problem(store.url, 0, what, "ask for less, or take another store")])
    return body


def _rows(body: bytes) -> int:
    """How many rows an answer has; none when it is no result, which who reads it will tell."""
    try:
        found = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        return len(list(found)) if isinstance(found, ox.QuerySolutions) else 0
    except (SyntaxError, ValueError):
        return 0


def _limited(call: Call) -> Call | None:
    """The query with a LIMIT; none when it has one, or is of a form that has no rows."""
    text = f"{call.query}\nLIMIT {MOST}"
    if call.form != "SELECT":
        return None
    try:
        read_query(text)
    except SyntaxError:
        return None
    return replace(call, query=text)
