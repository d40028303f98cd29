"""Where boxes lie and how arrows run."""

from itertools import combinations

from govkg.server.graphs.layout import DOWN, Line, Size, plan

BOX, LABEL = Size(120, 40), Size(60, 16)
FAN = [Line(0, number, LABEL) for number in range(1, 9)]


def test_an_arrow_points_to_a_later_layer_across_or_down() -> None:
    across, down = plan([BOX, BOX], [Line(0, 1)]), plan([BOX, BOX], [Line(0, 1)], DOWN)
    assert across.middles[0][0] < across.middles[1][0]
    assert down.middles[0][1] < down.middles[1][1]


def test_boxes_and_labels_do_not_cover_each_other() -> None:
    laid = plan([BOX] * 9, FAN)
    places = [(middle, BOX) for middle in laid.middles]
    places += [(course.label, LABEL) for course in laid.courses if course.label]
    assert len(places) == 17
    for ((x, y), a), ((v, w), b) in combinations(places, 2):
        assert abs(x - v) >= (a.width + b.width) / 2 or abs(y - w) >= (a.height + b.height) / 2


def test_an_arrow_runs_from_box_to_label_to_box() -> None:
    laid = plan([BOX, BOX], [Line(0, 1, LABEL)])
    first, second = laid.courses[0].stretches
    assert first[0][0] == laid.middles[0][0] + BOX.width / 2
    assert second[-1][0] == laid.middles[1][0] - BOX.width / 2


def test_everything_lies_within_the_size_of_the_plan() -> None:
    laid = plan([BOX] * 9, FAN)
    points = [point for course in laid.courses for line in course.stretches for point in line]
    assert all(0 <= x <= laid.size.width and 0 <= y <= laid.size.height for x, y in [*points, *laid.middles])


def test_the_same_boxes_and_arrows_lie_in_the_same_places_each_time() -> None:
    assert plan([BOX] * 9, FAN) == plan([BOX] * 9, FAN)


def test_without_boxes_there_is_nothing() -> None:
    assert plan([], []).size == Size(0, 0)


def test_a_circle_of_arrows_is_laid_out_too() -> None:
    assert len(plan([BOX, BOX], [Line(0, 1, LABEL), Line(1, 0, LABEL)]).courses) == 2
