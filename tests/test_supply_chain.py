"""What govkg stands on: every package pinned with its hashes, its licence known, and listed for who checks them."""

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT

LOCKS = ROOT / "requirements"
COPYLEFT = re.compile(r"\b(?:A?GPL|SSPL|BUSL|CC-BY-NC)", re.IGNORECASE)


@pytest.fixture(scope="module")
def licences() -> ModuleType:
    spec = importlib.util.spec_from_file_location("licences", LOCKS / "licences.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("lock", ["run.lock", "dev.lock", "bench.lock"])
def test_every_package_is_pinned_with_hashes(lock: str) -> None:
    packages = re.split(r"\n(?=[a-zA-Z])", (LOCKS / lock).read_text("utf-8"))
    pins = [text for text in packages if "==" in text]
    assert pins
    assert all("--hash=sha256:" in text for text in pins)


def test_the_licences_are_listed_as_the_packages_tell_them_now(licences: ModuleType) -> None:
    assert (LOCKS / "LICENCES.md").read_text("utf-8") == licences.table(), "say `make licences`"


def test_every_package_tells_its_licence_and_none_binds_our_own(licences: ModuleType) -> None:
    for name in licences.pinned("dev.lock") | licences.pinned("run.lock"):
        assert licences.licence_of(name), name
    for name in licences.pinned("run.lock"):
        assert not COPYLEFT.search(licences.licence_of(name)), name


def test_the_bill_of_materials_is_the_same_each_time_and_lists_what_is_pinned(
    licences: ModuleType, tmp_path: Path
) -> None:
    made = [tmp_path / "1.json", tmp_path / "2.json"]
    for path in made:
        command = [
            sys.executable,
            "-m",
            "cyclonedx_py",
            "requirements",
            str(LOCKS / "run.lock"),
            "--output-reproducible",
        ]
        subprocess.run([*command, "--of", "JSON", "-o", str(path)], check=True, capture_output=True)
    assert made[0].read_bytes() == made[1].read_bytes()
    found = json.loads(made[0].read_text("utf-8"))
    assert found["bomFormat"] == "CycloneDX"
    assert {component["name"] for component in found["components"]} == licences.pinned("run.lock")
    assert all(component["purl"].startswith("pkg:") for component in found["components"])
