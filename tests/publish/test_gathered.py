"""The release out of a store is kept beside the caches."""

from pathlib import Path

import pytest

from govkg.publish.gathered import release_of
from govkg.query.engine import embedded
from tests.writing import kill_writing

GATHERING = """
from govkg.publish.gathered import release_of
from govkg.query.engine import embedded
os.fsync = wait
release_of(embedded(Path(sys.argv[1])), lambda: Path("none"))
"""


def test_what_was_left_of_a_gathered_release_is_removed_by_the_next(
    built_world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOVKG_CACHE", str(tmp_path))
    path = built_world / "data" / "release" / "govkg.nq"
    kill_writing(GATHERING, path)
    assert len(list(tmp_path.iterdir())) == 1
    found = release_of(embedded(path), lambda: tmp_path / "none")
    assert found.data == path.read_bytes()
    assert [kept.name for kept in tmp_path.iterdir()] == [f"release-{found.version}.nq"]
