"""The editor's bundle, which may be absent."""

import json
from pathlib import Path

import pytest

from govkg.core.bundle import Bundle, editor_bundle


def built(folder: Path, manifest: str) -> Path:
    (folder / "static" / "built").mkdir(parents=True)
    (folder / "static" / "built" / "manifest.json").write_text(manifest, "utf-8")
    return folder


def test_the_bundle_is_what_its_manifest_says(tmp_path: Path) -> None:
    built(tmp_path, json.dumps({"editor": "editor-X.js", "packages": ["a 1"]}))
    (tmp_path / "static" / "built" / "editor-X.js").touch()
    assert editor_bundle(tmp_path) == Bundle("built/editor-X.js", "built/THIRD_PARTY_LICENSES.txt", ("a 1",))


@pytest.mark.parametrize("manifest", ["", "{}", '{"editor": "gone.js", "packages": []}'])
def test_a_bundle_that_is_not_whole_is_none(tmp_path: Path, manifest: str) -> None:
    assert editor_bundle(tmp_path) is None
    assert editor_bundle(built(tmp_path, manifest)) is None
