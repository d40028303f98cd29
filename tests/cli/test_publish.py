"""`govkg publish`."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from govkg.core.dataset import seal
from tests.cli.calls import start
from tests.cli.conftest import Shell
from tests.conftest import ROOT
from tests.server.conftest import WORLD, world_engine


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """An installation of the invented small world, with the pages' templates."""
    root = tmp_path / "installed"
    (root / "data" / "release").mkdir(parents=True)
    lines = (world_engine().store.dump(format=ox.RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
    (root / "data" / "release" / "govkg.nq").write_bytes(seal(b"".join(sorted(lines))))
    for name, target in (("web", ROOT / "web"), ("data/registry", ROOT / "data" / "registry")):
        (root / name).symlink_to(target)
    for name, target in (("queries", WORLD / "queries"), ("data/sources", WORLD / "sources")):
        (root / name).symlink_to(target)
    monkeypatch.setenv("GOVKG_ROOT", str(root))
    return Shell(root)


def test_the_whole_site_is_written_and_what_was_done_is_told(installed: Shell, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = installed("publish", str(out), "--base", "https://example.org/x", "--workers", "2")
    assert first.exit_code == 0, first.output
    files = json.loads((out / "manifest.json").read_text("utf-8"))["files"]
    assert f"{len(files)} files: {len(files)} written, 0 as they were, 0 removed" in first.output
    assert "<loc>https://example.org/x/en/q/grant-deciders/</loc>" in (out / "sitemap-1.xml").read_text("utf-8")
    again = installed("publish", str(out), "--base", "https://example.org/x/")
    assert f"{len(files)} files: 0 written, {len(files)} as they were" in again.output


def test_killed_at_once_it_goes_on_when_called_again(installed: Shell, tmp_path: Path) -> None:
    words = ("--base", "https://example.org/x/", "--workers", "2")
    whole, out = tmp_path / "whole", tmp_path / "out"
    assert installed("publish", str(whole), *words).exit_code == 0
    running = start(installed.root, "publish", str(out), *words)
    journal = out / ".publishing.jsonl"
    while not journal.exists() or journal.read_bytes().count(b"\n") < 30:
        assert running.poll() is None, "it ended before it could be killed"
    running.kill()
    running.communicate()  # ends when the processes that it forked off have ended too, which have the same pipes
    assert not (out / "manifest.json").exists()
    again = installed("publish", str(out), *words)
    assert again.exit_code == 0, again.output
    files = {path.relative_to(whole): path.read_bytes() for path in whole.rglob("*") if path.is_file()}
    assert all((out / path).read_bytes() == data for path, data in files.items())


@pytest.mark.parametrize(
    "base",
    [
        "example.org",
        "ftp://example.org/",
        "https://",
        "https://example.org/?a=b",
        "/x",
        "http://[bad/",
        "http://example.org:99999/",
        "http://name:word@example.org/",
        'https://example.org/a"b/',
        "https://example.org/väestö/",
        "https://example.org/a/../b/",
        "https://example.org/a//b/",
    ],
)
def test_a_base_that_is_no_address_of_a_folder_is_refused(installed: Shell, tmp_path: Path, base: str) -> None:
    result = installed("publish", str(tmp_path / "out"), "--base", base)
    assert result.exit_code == 2
    assert "write it as https://example.org/govkg/" in result.output
    assert not (tmp_path / "out").exists()
