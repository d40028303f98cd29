"""Claims files and documents broken in any way: the build says what is wrong and where, or reads them, and never falls over."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govkg.build.curate import curate
from govkg.core.errors import GovkgError
from tests.conftest import make_world

PIECES = [
    "",
    "\n",
    "\t",
    ":",
    "- ",
    "  ",
    "[",
    "{",
    "&a",
    "*a",
    "<<: ",
    "!!python/object:os.system",
    "'",
    '"',
    "|",
    ">",
]
PIECES += [
    "\x00",
    "\ufeff",
    "\u2028",
    "é",
    "𝄞",
    "quote: ",
    "status: proposed",
    "~",
    "null",
    "1e400",
    "0x1F",
    "---",
    "%",
    "#",
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_world(tmp_path_factory.mktemp("fuzzed") / "world")


def files(root: Path) -> list[Path]:
    return sorted(path for path in (root / "data").rglob("*") if path.is_file() and "release" not in path.parts)


@st.composite
def edits(draw: st.DrawFn) -> tuple[float, float, bytes, bool]:
    """Which file, where in it, what is put there, and whether it takes the place of as much."""
    piece = draw(st.one_of(st.sampled_from(PIECES).map(str.encode), st.binary(max_size=4), st.just(b"[" * 3_000)))
    return draw(st.floats(0, 0.999)), draw(st.floats(0, 1)), piece, draw(st.booleans())


def read(root: Path) -> None:
    """Read the documents; what is wrong with them has a place and words."""
    try:
        curate(root)
    except GovkgError as error:
        assert error.problems
        assert all(problem.where and problem.what for problem in error.problems)


@settings(max_examples=150, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(edits(), min_size=1, max_size=3))
def test_a_broken_file_is_told_of_or_read(root: Path, changes: list[tuple[float, float, bytes, bool]]) -> None:
    known = files(root)
    kept: dict[Path, bytes] = {}
    try:
        for which, where, piece, replaces in changes:
            path = known[int(which * len(known))]
            data = path.read_bytes()
            kept.setdefault(path, data)
            at = int(where * len(data))
            path.write_bytes(data[:at] + piece + data[at + (max(1, len(piece)) if replaces else 0) :])
        read(root)
    finally:
        for path, data in kept.items():
            path.write_bytes(data)


@settings(max_examples=60, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.floats(0, 0.999), st.integers(0, 200))
def test_a_file_that_lost_a_line_is_told_of_or_read(root: Path, which: float, line: int) -> None:
    known = files(root)
    path = known[int(which * len(known))]
    data = path.read_bytes()
    lines = data.splitlines(keepends=True)
    del lines[line % len(lines)]
    try:
        path.write_bytes(b"".join(lines))
        read(root)
    finally:
        path.write_bytes(data)
