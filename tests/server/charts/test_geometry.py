"""The plane of the map."""

from math import isclose
from pathlib import Path

from govkg.server.charts.geometry import areas, box_of, projected


def test_the_meridian_of_the_projection_is_a_straight_line_with_true_distances() -> None:
    (x0, y0), (x1, y1) = projected(27, 60), projected(27, 61)
    assert (x0, x1) == (0, 0)
    assert isclose(y0 - y1, 111.19, abs_tol=0.01)  # a degree of a sphere of 6371 km


def test_a_degree_of_longitude_is_half_as_long_at_60_north() -> None:
    assert isclose(projected(28, 60)[0], 55.6, abs_tol=0.1)


def test_the_label_of_an_area_stands_at_the_centre_of_its_surface(tmp_path: Path) -> None:
    file = tmp_path / "square.geojson"
    ring = "[[26,60],[28,60],[28,62],[26,62],[26,60]]"
    file.write_text(
        f'{{"features": [{{"id": "1", "geometry": {{"type": "Polygon", "coordinates": [{ring}]}}}}]}}', encoding="utf-8"
    )
    area = areas(file)["1"]
    box = box_of([area], margin=0)
    assert abs(area.centre[0]) < 0.001
    assert box.top < area.centre[1] < box.top + box.height
