"""Measurements begin when the machine is quiet."""

from bench.quiet import settled


def test_it_waits_for_three_quiet_looks_in_a_row() -> None:
    looks = iter([0.9, 0.01, 0.01, 0.5, 0.01, 0.02, 0.03, 0.8])
    assert settled(spent=lambda: next(looks)) == ""
    assert list(looks) == [0.8]


def test_a_machine_that_is_never_quiet_is_told_of() -> None:
    assert "40% of the processors' time" in settled(patience=0.01, spent=lambda: 0.4)
