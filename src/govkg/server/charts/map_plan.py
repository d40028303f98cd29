"""How the region map lies on the page: outlines as SVG paths, and the small southern areas again in an inset, three times as large."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from govkg.core.paths import web
from govkg.server.charts.geometry import Area, Box, areas, box_of

FILE = "wellbeing-services-counties.geojson"
SMALL = ("02", "04", "90")  # Central Uusimaa, Vantaa and Kerava, Helsinki
MARGIN, CLOSE, SCALE = 8.0, 3.0, 3.0  # kilometres about the map and about what the inset shows; how much larger it is
INSET_TOP = 0.235  # of the height of the map: west of Lapland, where the map is empty


@dataclass(frozen=True)
class Shape:
    """An area on the map: its path, and where its label stands."""

    code: str
    path: str
    x: float
    y: float


@dataclass(frozen=True)
class Plan:
    """The whole map: its size, its areas, and the inset with its frame; `marked` is what the inset shows larger. In kilometres."""

    width: float
    height: float
    shapes: dict[str, Shape]
    marked: Box
    frame: Box
    inset: dict[str, Shape]
    around: tuple[Shape, ...]


def plan() -> Plan:
    """The map of the areas that there are."""
    return _plan(web() / "map" / FILE)


@cache
def _plan(file: Path) -> Plan:
    found = areas(file)
    whole, marked = box_of(found.values(), MARGIN), box_of((found[code] for code in SMALL), CLOSE)
    frame = Box(1, INSET_TOP * whole.height, marked.width * SCALE, marked.height * SCALE)
    near = {code: _shape(area, marked, SCALE, frame) for code, area in found.items()}
    return Plan(
        whole.width,
        whole.height,
        {code: _shape(area, whole, 1, Box(0, 0, 0, 0)) for code, area in found.items()},
        Box(marked.left - whole.left, marked.top - whole.top, marked.width, marked.height),
        frame,
        {code: near[code] for code in SMALL},
        tuple(near[code] for code in ("01", "03", "07", "09")),
    )


def _shape(area: Area, seen: Box, scale: float, frame: Box) -> Shape:
    """An area as seen through a rectangle of the plane, enlarged, in a frame."""

    def there(x: float, y: float) -> tuple[float, float]:
        return frame.left + (x - seen.left) * scale, frame.top + (y - seen.top) * scale

    points = (there(x, y) for x, y in area.outline)
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"
    x, y = there(*area.centre)
    return Shape(area.code, path, round(x, 1), round(y, 1))
