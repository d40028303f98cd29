"""Where boxes lie and how arrows run. The only module that knows the layout library.

A layered layout after Sugiyama, Tagawa and Toda (Methods for Visual Understanding of Hierarchical System Structures,
1981): what stands at the tail of an arrow lies in an earlier layer than what stands at its head. A label gets a place
of its own in a layer between, so that it never covers a box, an arrow or another label.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import graphlay

Point = tuple[float, float]
ACROSS, DOWN = "leftright", "topbottom"
_SPACING = {"layer_gap": 30.0, "node_gap": 12.0, "dummy_gap": 8.0, "isolated_gap": 12.0, "port_gap": 8.0}


@dataclass(frozen=True)
class Size:
    """A width and a height in px."""

    width: float
    height: float


@dataclass(frozen=True)
class Line:
    """An arrow from box `source` to box `target`, by their numbers, and the size of its label, if it has one."""

    source: int
    target: int
    label: Size | None = None


@dataclass(frozen=True)
class Course:
    """The stretches of an arrow from its tail to its head, and the middle of its label; a label parts it in two."""

    stretches: tuple[tuple[Point, ...], ...]
    label: Point | None


@dataclass(frozen=True)
class Plan:
    """The middle of each box and the course of each arrow, in the order given; the upper left corner is 0, 0."""

    middles: tuple[Point, ...]
    courses: tuple[Course, ...]
    size: Size


def plan(boxes: Sequence[Size], lines: Sequence[Line], direction: str = ACROSS) -> Plan:
    """The layout of boxes and arrows; the same input gives the same layout."""
    if not boxes:
        return Plan((), (), Size(0, 0))
    graph = graphlay.Graph()
    for box in boxes:
        graph.node(width=box.width, height=box.height)
    parts = [_add(graph, line) for line in lines]
    found = graphlay.layout(graph, options={"direction": direction, "spacing": _SPACING})
    middles = [(float(node["center"]["x"]), float(node["center"]["y"])) for node in found.nodes]
    points = [tuple((float(p["x"]), float(p["y"])) for p in edge["points"]) for edge in found.edges]
    sizes = [Size(node["size"]["width"], node["size"]["height"]) for node in found.nodes]
    left, top, size = _frame(middles, sizes, [point for line in points for point in line])

    def moved(point: Point) -> Point:
        return point[0] - left, point[1] - top

    courses = (
        Course(
            tuple(tuple(map(moved, points[edge])) for edge in edges),
            moved(middles[label]) if label is not None else None,
        )
        for label, edges in parts
    )
    return Plan(tuple(map(moved, middles[: len(boxes)])), tuple(courses), size)


def _add(graph: graphlay.Graph, line: Line) -> tuple[int | None, tuple[int, ...]]:
    """Put an arrow into the library's graph; the number of its label's place, and those of its parts."""
    if line.label is None:
        return None, (graph.edge(line.source, line.target),)
    label = graph.node(width=line.label.width, height=line.label.height)
    return label, (graph.edge(line.source, label), graph.edge(label, line.target))


def _frame(middles: Sequence[Point], sizes: Sequence[Size], points: Sequence[Point]) -> tuple[float, float, Size]:
    """The left and the upper border of all that is drawn, and its size."""
    spots = [*zip(middles, sizes, strict=True), *((point, Size(0, 0)) for point in points)]
    left, top = min(x - size.width / 2 for (x, _), size in spots), min(y - size.height / 2 for (_, y), size in spots)
    right, low = max(x + size.width / 2 for (x, _), size in spots), max(y + size.height / 2 for (_, y), size in spots)
    return left, top, Size(right - left, low - top)
