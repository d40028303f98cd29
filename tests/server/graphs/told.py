"""A graph in short, for tests to compare."""

from govkg.core.names import ID
from govkg.server.graphs.model import Graph


def said(graph: Graph) -> set[tuple[str, str, str]]:
    return {(edge.source[len(ID) :], edge.name.text, edge.target[len(ID) :]) for edge in graph.edges}
