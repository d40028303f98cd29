"""What is drawn: things as boxes, and statements between them as arrows."""

from collections.abc import Iterable
from dataclasses import dataclass

from govkg.server.facts import Value


@dataclass(frozen=True)
class Node:
    """A thing: its name, the word for its kind, and the shape that stands for the kind. `href` is its page or anchor."""

    iri: str
    name: Value
    kind: Value
    shape: str = "box"
    href: str = ""
    middle: bool = False


@dataclass(frozen=True)
class Edge:
    """A statement from one thing to another; `proof` is the page of the claim that makes it, where one does."""

    source: str
    target: str
    name: Value
    proof: str = ""


@dataclass(frozen=True)
class Graph:
    """Things and the statements between them; `total` things there would be without a limit."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    total: int

    def __getitem__(self, iri: str) -> Node:
        """A thing of the graph by its IRI."""
        return next(node for node in self.nodes if node.iri == iri)


def graph_of(nodes: Iterable[Node], edges: Iterable[Edge], total: int = 0) -> Graph:
    """A graph in an order that depends on its content alone, so that the same data give the same drawing.

    Statements that appear twice are drawn once, and those about things that are not drawn are left out.
    """
    kept = {node.iri: node for node in sorted(nodes, key=lambda node: (not node.middle, node.name.text, node.iri))}
    drawn = {edge for edge in edges if edge.source in kept and edge.target in kept}
    order = sorted(drawn, key=lambda edge: (edge.source, edge.target, edge.name.text, edge.proof))
    return Graph(tuple(kept.values()), tuple(order), max(total, len(kept)))
