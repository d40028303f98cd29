"""The outline of a box: a shape for each kind of thing, so that the kind shows without colour."""

from collections.abc import Callable

Outline = Callable[[float, float, float, float], str]


def _box(x: float, y: float, w: float, h: float) -> str:
    return f"M{x:.0f} {y:.0f}h{w:.0f}v{h:.0f}h{-w:.0f}z"


def _round(x: float, y: float, w: float, h: float) -> str:
    r = min(18, h / 2)
    return (
        f"M{x + r:.0f} {y:.0f}h{w - 2 * r:.0f}a{r:.0f} {r:.0f} 0 0 1 {r:.0f} {r:.0f}v{h - 2 * r:.0f}"
        f"a{r:.0f} {r:.0f} 0 0 1 {-r:.0f} {r:.0f}h{2 * r - w:.0f}a{r:.0f} {r:.0f} 0 0 1 {-r:.0f} {-r:.0f}"
        f"v{2 * r - h:.0f}a{r:.0f} {r:.0f} 0 0 1 {r:.0f} {-r:.0f}z"
    )


def _hexagon(x: float, y: float, w: float, h: float) -> str:
    c = 12
    return f"M{x + c:.0f} {y:.0f}h{w - 2 * c:.0f}l{c} {h / 2:.0f}l{-c} {h / 2:.0f}h{2 * c - w:.0f}l{-c} {-h / 2:.0f}z"


def _sheet(x: float, y: float, w: float, h: float) -> str:
    """A sheet of paper with a corner turned down."""
    c = 12
    return f"M{x:.0f} {y:.0f}h{w - c:.0f}l{c} {c}v{h - c:.0f}h{-w:.0f}zM{x + w - c:.0f} {y:.0f}v{c}h{c}"


def _double(x: float, y: float, w: float, h: float) -> str:
    """A box with lines at its sides."""
    return f"{_box(x, y, w, h)}M{x + 5:.0f} {y:.0f}v{h:.0f}M{x + w - 5:.0f} {y:.0f}v{h:.0f}"


OUTLINES: dict[str, Outline] = {"box": _box, "round": _round, "hexagon": _hexagon, "sheet": _sheet, "double": _double}
OF_KIND = {"body": "box", "region": "round", "task": "hexagon", "document": "sheet", "claim": "sheet"} | dict.fromkeys(
    ("organisation", "actor", "authority", "municipality"), "double"
)


def shape_of(kind: str) -> str:
    """The shape for a kind of thing; concepts and all else have round corners."""
    return OF_KIND.get(kind, "round")
