"""Only changed documents are read again, and the release is what a build from nothing gives."""

import shutil
from pathlib import Path

import pytest

from govkg.build.curate import curate
from govkg.build.kept import Kept
from govkg.build.pipeline import build
from govkg.build.sources import read_source
from govkg.core.model import Curation
from tests.conftest import ROOT

CLAIMS = "data/sources/testila-2022/claims/1-testila.yaml"


@pytest.fixture(autouse=True)
def fresh_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("GOVKG_CACHE", str(folder))
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that were read, by slug."""
    slugs: list[str] = []

    def reading(folder: Path) -> object:
        slugs.append(folder.name)
        return read_source(folder)

    monkeypatch.setattr("govkg.build.curate.read_source", reading)
    return slugs


def from_nothing(world: Path, cache: Path) -> bytes:
    shutil.rmtree(cache, ignore_errors=True)
    return build(world, out=world / "fresh.nq").path.read_bytes()


def test_a_second_build_reads_no_document(world: Path, read: list[str]) -> None:
    first = build(world).path.read_bytes()
    assert read
    read.clear()
    assert build(world).path.read_bytes() == first
    assert read == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (CLAIMS, "status: referenced", "status: in-rules"),
        ("data/registry/laws.yaml", "\n", "\n# a remark\n"),
    ],
)
def test_after_a_change_the_release_is_that_of_a_build_from_nothing(
    world: Path, read: list[str], fresh_cache: Path, file: str, old: str, new: str
) -> None:
    build(world)
    read.clear()
    path = world / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    again = build(world).path.read_bytes()
    assert read
    assert again == from_nothing(world, fresh_cache)


def test_only_the_changed_document_is_read(world: Path, read: list[str]) -> None:
    sources = world / "data" / "sources"
    build(world)
    slugs = set(read)
    read.clear()
    changed = sorted(slugs)[0]
    path = sources / changed / "source.yaml"
    path.write_text(path.read_text("utf-8") + "\n# a remark\n", "utf-8")
    build(world)
    assert read == [changed]


def test_a_damaged_reading_is_not_used(world: Path, read: list[str], fresh_cache: Path) -> None:
    first = build(world).path.read_bytes()
    for path in (fresh_cache / "documents").iterdir():
        path.write_bytes(path.read_bytes()[:-10])
    read.clear()
    assert build(world).path.read_bytes() == first
    assert read


def test_what_is_kept_equals_what_was_read() -> None:
    first, second = curate(ROOT), curate(ROOT)
    assert first == second
    assert all(isinstance(Kept(ROOT).find(Path(c.source.folder)), Curation) for c in first.curations)


def test_a_document_with_a_fault_is_not_kept(world: Path, fresh_cache: Path) -> None:
    path = world / CLAIMS
    path.write_text(path.read_text("utf-8").replace("role: decides", "role: decide"), "utf-8")
    for _ in range(2):
        with pytest.raises(Exception, match="decide"):
            build(world)
