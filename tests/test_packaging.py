"""The wheel carries the data folders, and works alone, without the checkout and without development tools."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from govkg.core.bundle import editor_bundle
from govkg.core.paths import web
from tests.conftest import ROOT

FOLDERS = ("ontology", "data", "queries", "web")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(out.glob("*.whl"))


def test_the_wheel_holds_what_is_tracked_and_the_editors_bundle_and_nothing_else(wheel: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z", *FOLDERS], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    with zipfile.ZipFile(wheel) as archive:
        packed = {
            name.removeprefix("govkg/_assets/") for name in archive.namelist() if name.startswith("govkg/_assets/")
        }
    assert packed - set(filter(None, tracked)) == built_files()
    assert set(filter(None, tracked)) <= packed


def built_files() -> set[str]:
    """The bundle in this checkout, which the wheel takes along; none where it was not built, which a build server does not let pass."""
    found = editor_bundle(web(ROOT))
    assert found or "CI" not in os.environ
    return {f"web/static/{name}" for name in (found.file, found.licences, "built/manifest.json")} if found else set()


def test_the_bundle_holds_the_licence_of_every_package_in_it(wheel: Path) -> None:
    found = editor_bundle(web(ROOT))
    if found is None:
        pytest.skip("the editor's bundle was not built")
    with zipfile.ZipFile(wheel) as archive:
        licences = archive.read(f"govkg/_assets/web/static/{found.licences}").decode()
    assert [name for name in found.packages if f"{name} (MIT)" not in licences] == []
    assert licences.count("Permission is hereby granted") >= len(found.packages)


def test_the_installed_wheel_answers_a_saved_query(wheel: Path, tmp_path: Path) -> None:
    """The dependencies are those of this environment; the package itself comes from the wheel alone."""
    home = tmp_path / "env"
    venv.create(home, with_pip=False)
    site = next((home / "lib").glob("python*")) / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    others = [path for path in sys.path if path.endswith("site-packages")]
    (site / "dependencies.pth").write_text("\n".join(others))
    run = subprocess.run(
        [
            home / "bin" / "python",
            "-c",
            "import govkg, sys; assert 'env' in govkg.__file__, govkg.__file__; from govkg.cli import main; main(['query', 'grant-deciders', '--region', 'lappi', '--format', 'csv'])",
        ],
        cwd=tmp_path,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "Hyvinvointi- ja yhdyspintalautakunta" in run.stdout
