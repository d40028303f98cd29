"""The invented region that unit tests read, built once a session; each test that changes it gets its own copy."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from govkg.build.pipeline import build
from govkg.query.engine import EmbeddedEngine, embedded

settings.register_profile("govkg", deadline=None)  # no test is timed
settings.load_profile("govkg")

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-golden", action="store_true", help="write the golden answers anew")
    parser.addoption("--screens", metavar="FOLDER", help="keep a picture of every page that the browser tests look at")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What tests make of their worlds must not be met by others."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOVKG_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A copy of the invented region with the real ontology, for a test to change."""
    return make_world(tmp_path / "world")


@pytest.fixture(scope="session")
def built_world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented region, built. Not to be changed."""
    root = make_world(tmp_path_factory.mktemp("built") / "world")
    build(root)
    return root


@pytest.fixture(scope="session")
def world_engine(built_world: Path) -> EmbeddedEngine:
    return embedded(built_world / "data" / "release" / "govkg.nq")


def make_world(root: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "world", root)
    (root / "ontology").symlink_to(ROOT / "ontology")
    return root
