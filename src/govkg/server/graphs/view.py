"""The view of an answer as a graph."""

from collections.abc import Mapping

from govkg.query.run import Table
from govkg.server.graphs.drawing import draw
from govkg.server.graphs.network import Statement, network
from govkg.server.site import site
from govkg.server.view import Look, View


def _fits(table: Table) -> bool:
    """Answers that are graphs: their rows are statements."""
    return table.query.form != "SELECT"


def _make(look: Look) -> Mapping[str, object]:
    return {"drawing": draw(network(site().engine, _statements(look.table), look.lang))}


def _statements(table: Table) -> list[Statement]:
    """The statements between things; values that are texts stand in the table alone."""
    rows = ([cell.iris for cell in row] for row in table.rows)
    return [(s[0], p[0], o[0]) for s, p, o in rows if s and p and o]


GRAPH = View("view.graph", "_view_graph.html", fits=_fits, make=_make)
