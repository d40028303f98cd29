"""What a build that was killed leaves beside the release."""

from pathlib import Path

import pytest

from govkg.build.release import write_release
from tests.writing import kill_writing

WRITING = """
from govkg.build import release
os.fsync = wait
release.write_release(Path(sys.argv[1]), b"of another build\\n")
"""


@pytest.mark.parametrize("lines", [b"first\n", b"second\n"], ids=["unchanged", "changed"])
def test_the_next_build_removes_what_a_killed_one_left(tmp_path: Path, lines: bytes) -> None:
    path = tmp_path / "govkg.nq"
    write_release(path, b"first\n")
    kill_writing(WRITING, path)
    assert len(list(tmp_path.iterdir())) == 2
    write_release(path, lines)
    assert [found.name for found in tmp_path.iterdir()] == ["govkg.nq"]
