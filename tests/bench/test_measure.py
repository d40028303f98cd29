import math
from pathlib import Path

import pytest
from bench.aims import Aim
from bench.measure import exponent, row, run
from bench.parts import Result, keep, results


def test_the_exponent_of_a_linear_cost_is_one_and_of_a_square_one_two() -> None:
    sizes = (10, 100, 1000)
    assert math.isclose(exponent(sizes, [3.0 * n for n in sizes]), 1)
    assert math.isclose(exponent(sizes, [n * n for n in sizes]), 2)


def test_a_row_has_the_median_and_the_spread_of_its_runs() -> None:
    found = row("x", [5.0, 1.0, 2.0], "s")
    assert (found.middle, found.least, found.most) == (2, 1, 5)
    assert found.runs == 3


def test_the_memory_of_a_process_is_its_own_and_not_that_of_who_measures_it() -> None:
    held = bytearray(b"x" * 200_000_000)
    assert run(["-c", "pass"]).memory < 100
    assert run(["-c", "x = bytearray(b'x' * 200_000_000)"]).memory > 190
    assert len(held) == 200_000_000


def test_a_process_that_fails_is_no_measurement() -> None:
    with pytest.raises(RuntimeError, match="ended with 3"):
        run(["-c", "raise SystemExit(3)"])


@pytest.mark.parametrize(("is_least", "median", "reached"), [(True, 4, True), (True, 3.9, False), (False, 4.1, False)])
def test_an_aim_is_held_against_the_median(is_least: bool, median: float, reached: bool) -> None:
    assert Aim("text", "x", 4, is_least).is_reached(row("x", [0.1, median, 99], "times")) is reached


def test_a_part_measured_anew_takes_the_place_of_its_last_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bench.parts.RESULTS", tmp_path / "results.json")
    start, search, again = (
        Result(part, False, "abc", "2026-01-01 00:00", seconds, (0.5, 1.5), (row("x", [seconds], "s"),), ("said",))
        for part, seconds in (("start", 1.0), ("search", 2.0), ("start", 3.0))
    )
    for result in (start, search, again):
        keep(result)
    assert results() == [again, search]
