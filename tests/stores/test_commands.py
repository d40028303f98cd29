"""The commands over a store give what they give over the release."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from govkg.cli.main import main
from govkg.core.dataset import Release, read_release
from govkg.publish.export import EXPORTS
from tests.stores.conftest import load
from tests.stores.servers import Running


@pytest.fixture
def small(built_world: Path) -> Release:
    return read_release(built_world / "data" / "release" / "govkg.nq")


@pytest.fixture
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without a release, for what shall come from the store."""
    monkeypatch.setenv("GOVKG_CACHE", str(tmp_path / "cache"))
    (tmp_path / "away").mkdir()
    return tmp_path / "away"


def call(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, words, prog_name="govkg", env={"GOVKG_ROOT": str(root)})


def test_every_export_has_the_same_bytes(store: Running, small: Release, built_world: Path, away: Path) -> None:
    load(store, small)
    for name in EXPORTS:
        found = call(away, "export", name, "--endpoint", store.query)
        assert found.exit_code == 0, found.output
        assert found.stdout_bytes == call(built_world, "export", name).stdout_bytes


def test_the_doctor_asks_the_store_that_is_named(store: Running, small: Release, built_world: Path) -> None:
    assert "✗ engine" in call(built_world, "doctor", "--endpoint", store.query).stdout  # nothing is in it yet
    load(store, small)
    assert (
        f"✓ engine: 15 claims answer, data version {small.version} in {store.query}"
        in call(built_world, "doctor", "--endpoint", store.query).stdout
    )


@pytest.mark.parametrize("words", [("publish", "site", "--base", "https://example.org/"), ("mcp",)])
def test_a_store_without_a_release_is_said(store: Running, built_world: Path, words: tuple[str, ...]) -> None:
    found = call(built_world, *words, "--endpoint", store.query)
    assert found.exit_code == 1
    assert "no whole release is in the store" in found.stderr
