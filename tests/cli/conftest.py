"""An installation of its own for the command line: the real saved queries over a release of one claim."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from govkg.cli.main import main
from govkg.core.dataset import seal
from govkg.core.names import graph
from tests.conftest import ROOT
from tests.query.worlds import claim, read_for, store_of

DECIDED = (
    "a gov:ResponsibilityClaim ; gov:region region:a ; gov:body body:board ; gov:task task:ngo-grants ; gov:role role:decides ; "
    "gov:status status:in-rules ; gov:verb 'päättää'@fi"
)


class Shell:
    """Runs `govkg` with the installation's data."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __call__(self, *words: str) -> Result:
        return CliRunner().invoke(main, list(words))


@pytest.fixture
def govkg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """The command line over a small release."""
    release = tmp_path / "data" / "release"
    release.mkdir(parents=True)
    store = store_of(read_for("grant-decider", "a", "b"), claim("c", DECIDED, quote="Lautakunta päättää."))
    for scheme in ("questions", "tasks-common"):  # which the saved queries name
        store.load(path=ROOT / "ontology" / "schemes" / f"{scheme}.ttl", to_graph=graph("ontology"))
    lines = (store.dump(format=ox.RdfFormat.N_QUADS) or b"").decode().splitlines(keepends=True)
    (release / "govkg.nq").write_bytes(seal("".join(sorted(lines)).encode()))
    (tmp_path / "queries").symlink_to(ROOT / "queries")
    monkeypatch.setenv("GOVKG_ROOT", str(tmp_path))
    return Shell(tmp_path)
