"""The areas of the region map as outlines on a plane.

The plane is a transverse Mercator projection of the sphere about 27° E, as on Finnish maps; its unit is a kilometre, and y grows southward.
Source and licence of the geometry: web/map/README.md.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import atan2, atanh, cos, radians, sin, tan
from pathlib import Path

MERIDIAN, RADIUS = 27.0, 6371.0  # degrees east; kilometres

Point = tuple[float, float]


@dataclass(frozen=True)
class Area:
    """An area by its code: its outline, and the centre of its surface, where its label stands."""

    code: str
    outline: tuple[Point, ...]
    centre: Point


@dataclass(frozen=True)
class Box:
    """A rectangle of the plane."""

    left: float
    top: float
    width: float
    height: float


@cache
def areas(file: Path) -> dict[str, Area]:
    """The areas of a GeoJSON file (RFC 7946) of polygons by the id of each feature.

    Of each polygon the outer ring counts: no region encloses another, and the inner rings are slivers that simplifying left.
    """
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    return {feature["id"]: _area(feature["id"], feature["geometry"]["coordinates"][0]) for feature in features}


def projected(longitude: float, latitude: float) -> Point:
    """A point in degrees on the plane (Snyder, Map Projections: A Working Manual, 1987, formulas 8-1 to 8-3)."""
    away, up = radians(longitude - MERIDIAN), radians(latitude)
    return RADIUS * atanh(cos(up) * sin(away)), -RADIUS * atan2(tan(up), cos(away))


def box_of(found: Iterable[Area], margin: float) -> Box:
    """The rectangle about some areas with a margin in kilometres."""
    xs, ys = zip(*(point for area in found for point in area.outline), strict=True)
    left, top = min(xs) - margin, min(ys) - margin
    return Box(left, top, max(xs) + margin - left, max(ys) + margin - top)


def _area(code: str, ring: list[list[float]]) -> Area:
    outline = tuple(projected(longitude, latitude) for longitude, latitude in ring)
    return Area(code, outline, _centre(outline))


def _centre(outline: tuple[Point, ...]) -> Point:
    """The centroid of a polygon by the shoelace formula."""
    double, x_sum, y_sum = 0.0, 0.0, 0.0
    for (x0, y0), (x1, y1) in zip(outline, (*outline[1:], outline[0]), strict=True):
        cross = x0 * y1 - x1 * y0
        double, x_sum, y_sum = double + cross, x_sum + (x0 + x1) * cross, y_sum + (y0 + y1) * cross
    return x_sum / (3 * double), y_sum / (3 * double)
