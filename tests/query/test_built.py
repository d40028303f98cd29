"""The store on disk beside the release."""

import os
from pathlib import Path

import pyoxigraph as ox
import pytest

from govkg.core.dataset import seal
from govkg.core.errors import GovkgError
from govkg.query.built import FOLDER, build_store, whole_release
from govkg.query.engine import opened
from tests.writing import kill_writing, writing

LINES = b"<urn:s> <urn:p> <urn:o> <urn:g> .\n"
OTHER = b"<urn:s> <urn:p> <urn:other> <urn:g> .\n"
STORE = """
from govkg.query import built
built._write_note = wait
built.build_store(Path(sys.argv[1]))
"""


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "govkg.nq"
    path.write_bytes(seal(LINES))
    return path


def test_it_holds_what_the_release_holds(release: Path) -> None:
    store = ox.Store.read_only(str(build_store(release)))
    assert [str(quad) for quad in store] == ["<urn:s> <urn:p> <urn:o> <urn:g>"]


def test_it_is_found_and_not_made_again(release: Path) -> None:
    folder = build_store(release)
    made = (folder / "CURRENT").stat().st_mtime_ns
    assert build_store(release) == folder
    assert (folder / "CURRENT").stat().st_mtime_ns == made
    found, store = whole_release(release)
    assert (found.data, store) == (seal(LINES), folder)


def test_without_a_store_the_release_is_read(release: Path) -> None:
    found, store = whole_release(release)
    assert (found.data, store) == (seal(LINES), None)


def test_another_release_has_no_store_yet(release: Path) -> None:
    build_store(release)
    release.write_bytes(seal(OTHER))
    assert whole_release(release)[1] is None


def test_a_release_changed_under_its_checksum_is_refused_though_there_is_a_store(release: Path) -> None:
    build_store(release)
    release.write_bytes(seal(LINES).replace(b"urn:o", b"urn:x"))
    with pytest.raises(GovkgError, match="damaged"):
        whole_release(release)


def test_the_same_file_at_another_time_is_compared_and_its_store_found(release: Path) -> None:
    folder = build_store(release)
    os.utime(release, (1, 1))
    assert whole_release(release)[1] == folder


def test_a_folder_without_its_note_is_no_store_and_is_made_again(release: Path) -> None:
    folder = build_store(release)
    (folder / "release.json").unlink()
    assert whole_release(release)[1] is None
    assert build_store(release) == folder
    assert whole_release(release)[1] == folder


def test_the_two_newest_stores_are_kept(release: Path) -> None:
    versions = []
    for number in range(3):
        release.write_bytes(seal(f"<urn:s> <urn:p> <urn:{number}> .\n".encode()))
        versions.append(build_store(release).name)
    assert {folder.name for folder in (release.parent / FOLDER).iterdir()} == set(versions[1:])


def test_what_was_left_of_a_store_is_removed_by_the_next(release: Path) -> None:
    kill_writing(STORE, release)
    assert len(list((release.parent / FOLDER).iterdir())) == 2
    folder = build_store(release)
    assert list((release.parent / FOLDER).iterdir()) == [folder]


def test_a_store_that_another_process_is_making_stays(release: Path) -> None:
    with writing(STORE, release) as process:
        before = set((release.parent / FOLDER).iterdir())
        release.write_bytes(seal(OTHER))
        made = build_store(release)
        assert set((release.parent / FOLDER).iterdir()) == before | {made}
        process.communicate("")
    assert process.returncode == 0


def test_a_release_that_is_read_later_is_the_one_that_was_opened(release: Path) -> None:
    build_store(release)
    found, _ = whole_release(release)
    new = release.with_name("new")
    new.write_bytes(seal(OTHER))
    new.replace(release)
    assert found.data == seal(LINES)


def test_a_release_overwritten_before_it_is_read_is_refused(release: Path) -> None:
    build_store(release)
    found, _ = whole_release(release)
    release.write_bytes(seal(OTHER))
    with pytest.raises(GovkgError, match="damaged"):
        _ = found.data


def test_one_question_is_answered_from_the_store_on_disk(release: Path) -> None:
    folder = build_store(release)
    other = ox.Store(folder)
    other.add(ox.Quad(*[ox.NamedNode("urn:disk")] * 4))
    other.flush()
    del other
    engine = opened(release)
    assert engine.version == folder.name
    assert [row["s"].value for row in engine.select("SELECT ?s { ?s ?p ?o } ORDER BY ?s")] == ["urn:disk", "urn:s"]


@pytest.mark.parametrize("damage", ["no store", "a damaged store"])
def test_without_a_store_that_opens_one_question_is_answered_from_the_release(release: Path, damage: str) -> None:
    if damage == "a damaged store":
        (build_store(release) / "CURRENT").write_text("MANIFEST-0\n", "utf-8")
    assert [row["s"].value for row in opened(release).select("SELECT ?s { ?s ?p ?o }")] == ["urn:s"]
