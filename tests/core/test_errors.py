"""Errors: all problems together, in order, each with its place and what to do."""

import pytest

from govkg.core.errors import GovkgError, Problem, UsageError, stop_if

LATE, EARLY, OTHER = (
    Problem("b.yaml", 1, "late", "mend it"),
    Problem("a.yaml", 2, "early"),
    Problem("a.yaml", 10, "later"),
)


def test_problems_are_sorted_by_place_and_told_once() -> None:
    assert GovkgError([LATE, OTHER, EARLY, LATE]).problems == (EARLY, OTHER, LATE)


def test_a_problem_is_told_with_file_line_and_what_to_do() -> None:
    assert str(LATE) == "b.yaml:1: late\n    → mend it"
    assert str(Problem("a.nq", 0, "damaged")) == "a.nq: damaged"
    assert str(GovkgError([LATE, EARLY])) == "a.yaml:2: early\nb.yaml:1: late\n    → mend it"


def test_no_problem_stops_nothing() -> None:
    stop_if([])


def test_problems_stop_together() -> None:
    with pytest.raises(GovkgError) as caught:
        stop_if(iter([LATE, EARLY]))
    assert caught.value.problems == (EARLY, LATE)


def test_several_wrong_arguments_are_one_usage_error() -> None:
    error = UsageError.of([LATE, EARLY])
    assert error.problems == (EARLY, LATE)
    assert str(error).count("\n") == 2
