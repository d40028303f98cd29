"""A graph as drawn."""

from govkg.server.facts import Value
from govkg.server.graphs.drawing import Drawing, draw
from govkg.server.graphs.model import Edge, Node, graph_of
from govkg.server.graphs.shapes import OUTLINES, shape_of


def node(iri: str, **given: str) -> Node:
    return Node(iri, Value(iri.upper()), Value(given.get("kind", "")), given.get("shape", "box"))


def edge(source: str, target: str, name: str = "") -> Edge:
    return Edge(source, target, Value(name))


def labels(drawing: Drawing) -> list[list[str]]:
    return [[label.words for label in arrow.labels] for arrow in drawing.arrows]


def test_statements_about_the_same_two_things_share_an_arrow() -> None:
    drawing = draw(graph_of([node("a"), node("b")], [edge("a", "b", "prepares"), edge("a", "b", "decides")]))
    assert labels(drawing) == [["decides", "prepares"]]


def test_an_arrow_that_stands_for_many_statements_says_how_many_it_does_not_name() -> None:
    drawing = draw(graph_of([node("a"), node("b")], [edge("a", "b", name) for name in "vwxyz"]), named=3)
    assert labels(drawing) == [["v", "w", "+ 3"]]


def test_an_arrow_that_says_nothing_has_no_label() -> None:
    assert labels(draw(graph_of([node("a"), node("b")], [edge("a", "b")]))) == [[]]


def test_a_statement_about_a_thing_that_is_not_drawn_is_left_out() -> None:
    assert draw(graph_of([node("a")], [edge("a", "b")])).arrows == ()


def test_the_drawing_does_not_depend_on_the_order_in_which_the_data_come() -> None:
    nodes, edges = [node(x) for x in "abc"], [edge("a", "b", "x"), edge("a", "c", "y")]
    assert draw(graph_of(nodes, edges)) == draw(graph_of(reversed(nodes), reversed(edges)))


def test_each_kind_of_thing_has_a_shape_of_its_own_beside_its_word() -> None:
    kinds = ("body", "region", "task", "document", "organisation")
    assert len({OUTLINES[shape_of(kind)](0, 0, 100, 40) for kind in kinds}) == len(kinds)
    box = draw(graph_of([node("a", kind="committee")], [])).boxes[0]
    assert box.kind is not None
    assert box.kind.words == "committee"


def test_a_graph_says_how_many_things_there_would_be() -> None:
    assert (graph_of([node("a")], [], 7).total, graph_of([node("a")], []).total) == (7, 1)
