"""A graph → what the template of a drawing needs: outlines, lines of text and courses, in px."""

from dataclasses import dataclass
from itertools import groupby

from govkg.server.graphs.layout import ACROSS, Course, Line, Point, Size, plan
from govkg.server.graphs.model import Edge, Graph, Node
from govkg.server.graphs.shapes import OUTLINES
from govkg.server.graphs.wrap import lines_of, width_of

NAME, KIND, LABEL = 14, 11, 12  # font sizes in px, as in graphs.css
STEP, LABEL_STEP = 17, 15  # from one line of text to the next
EDGE = 6  # free room around the drawing
MOST = 3  # statements named on one arrow


@dataclass(frozen=True)
class Text:
    """A line of text by the middle of its base line, and its language."""

    x: int
    y: int
    words: str
    lang: str


@dataclass(frozen=True)
class Box:
    """A thing as drawn."""

    node: Node
    outline: str
    kind: Text | None
    lines: tuple[Text, ...]


@dataclass(frozen=True)
class Arrow:
    """All statements from one thing to another, as drawn."""

    course: str
    labels: tuple[Text, ...]


@dataclass(frozen=True)
class Drawing:
    """A whole drawing; its size in px."""

    graph: Graph
    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def draw(graph: Graph, named: int = MOST, direction: str = ACROSS) -> Drawing:
    """The drawing of a graph; an arrow names at most `named` statements."""
    at = {node.iri: number for number, node in enumerate(graph.nodes)}
    bundles = [list(edges) for _, edges in groupby(graph.edges, key=lambda edge: (edge.source, edge.target))]
    labels = [_labels(bundle, named) for bundle in bundles]
    lines = [
        Line(at[bundle[0].source], at[bundle[0].target], _label_size(texts))
        for bundle, texts in zip(bundles, labels, strict=True)
    ]
    sizes = [_box_size(node) for node in graph.nodes]
    laid = plan(sizes, lines, direction)
    boxes = tuple(_box(*item) for item in zip(graph.nodes, sizes, laid.middles, strict=True))
    arrows = tuple(_arrow(*item) for item in zip(laid.courses, labels, strict=True))
    return Drawing(graph, round(laid.size.width) + 2 * EDGE, round(laid.size.height) + 2 * EDGE, boxes, arrows)


def _box_size(node: Node) -> Size:
    lines = lines_of(node.name.text)
    wide = max(*(width_of(line, NAME) for line in lines), width_of(node.kind.text, KIND), 60)
    return Size(round(wide) + 28, STEP * len(lines) + (14 if node.kind.text else 0) + 14)


def _labels(bundle: list[Edge], most: int) -> list[tuple[str, str]]:
    """The names of an arrow's statements, each with its language; the last line says how many more there are."""
    names = list(dict.fromkeys((edge.name.text, edge.name.lang) for edge in bundle if edge.name.text))
    shown = names if len(names) <= most else [*names[: most - 1], (f"+ {len(names) - most + 1}", "")]
    return [(line, lang) for text, lang in shown for line in lines_of(text, 2)]


def _label_size(texts: list[tuple[str, str]]) -> Size | None:
    if not texts:
        return None
    return Size(round(max(width_of(text, LABEL) for text, _ in texts)) + 8, LABEL_STEP * len(texts) + 2)


def _box(node: Node, size: Size, middle: Point) -> Box:
    x, top = middle[0] + EDGE, middle[1] + EDGE - size.height / 2
    first = top + 21 + (13 if node.kind.text else 0)
    lang = node.name.lang
    names = tuple(
        Text(round(x), round(first + STEP * i), line, lang) for i, line in enumerate(lines_of(node.name.text))
    )
    kind = Text(round(x), round(top + 17), node.kind.text, node.kind.lang) if node.kind.text else None
    return Box(node, OUTLINES[node.shape](x - size.width / 2, top, size.width, size.height), kind, names)


def _arrow(course: Course, labels: list[tuple[str, str]]) -> Arrow:
    path = "".join("M" + "L".join(f"{x + EDGE:.1f} {y + EDGE:.1f}" for x, y in line) for line in course.stretches)
    if course.label is None:
        return Arrow(path, ())
    x, y = course.label[0] + EDGE, course.label[1] + EDGE + 4 - LABEL_STEP * (len(labels) - 1) / 2
    return Arrow(path, tuple(Text(round(x), round(y + LABEL_STEP * i), *label) for i, label in enumerate(labels)))
