"""`govkg doctor`."""

import shutil
from pathlib import Path

import pytest

from tests.cli.calls import call
from tests.conftest import make_world

LABELS = "{fi: Alue, sv: Område, en: Region}"
QUERY = """#+ summary: s
#+ summary_fi: s
#+ summary_sv: s
#+ description: d
#+ description_fi: d
#+ description_sv: d
#+ theme: bodies
#+ columns:
#+   region: thing
#+ tags:
#+   - a
SELECT ?region WHERE { ?region a gov:Region }
"""


@pytest.fixture
def installed(built_world: Path, tmp_path: Path) -> Path:
    """The invented region with its release and one saved query."""
    root = make_world(tmp_path / "installed")
    shutil.copytree(built_world / "data" / "release", root / "data" / "release")
    (root / "queries").mkdir()
    (root / "queries" / "words.yaml").write_text(
        f"themes:\n  bodies: {LABELS}\ncolumns:\n  region: {LABELS}\n", "utf-8"
    )
    (root / "queries" / "regions.rq").write_text(QUERY, "utf-8")
    return root


def test_a_whole_installation_is_told_piece_by_piece(installed: Path) -> None:
    result = call(installed, "doctor")
    assert result.exit_code == 0
    assert result.stdout.count("✓") == 6
    assert f"✓ data folders: {installed} (2 documents)" in result.stdout
    assert "✓ saved queries: 1 saved queries" in result.stdout
    assert "✓ engine: 15 claims answer" in result.stdout
    assert "✓ SPARQL editor: not built" in result.stdout


def test_a_missing_release_is_found_and_ends_with_1(installed: Path) -> None:
    (installed / "data/release/govkg.nq").unlink()
    result = call(installed, "doctor")
    assert result.exit_code == 1
    assert "✗ release: govkg.nq: there is no release yet\n    → run `govkg build`" in result.stdout
    assert "✓ saved queries" in result.stdout


def test_a_damaged_release_is_found(installed: Path) -> None:
    path = installed / "data/release/govkg.nq"
    path.write_bytes(path.read_bytes()[:-5])
    result = call(installed, "doctor")
    assert result.exit_code == 1
    assert "its checksum differs" in result.stdout


def test_a_faulty_saved_query_is_found(installed: Path) -> None:
    (installed / "queries/regions.rq").write_text(QUERY.replace("theme: bodies", "theme: nothing"), "utf-8")
    result = call(installed, "doctor")
    assert result.exit_code == 1
    assert "✗ saved queries: queries/regions.rq:7: unknown theme `nothing`" in result.stdout


def test_a_library_that_is_not_installed_is_found(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govkg.cli.doctor.LIBRARIES", ("click", "no-such-library"))
    result = call(installed, "doctor")
    assert result.exit_code == 1
    assert "✗ libraries: no-such-library: is not installed" in result.stdout


def test_a_folder_without_documents_is_found(tmp_path: Path) -> None:
    result = call(tmp_path, "doctor")
    assert result.exit_code == 1
    assert "✗ data folders: " in result.stdout
