"""A disk that is full while the release is written."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

from govkg.build.pipeline import build
from tests.conftest import ROOT

CLAIMS = "data/sources/testila-2022/claims/1-testila.yaml"
SMALL = 20_000  # bytes that a file may have


def _no_room() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # so that writing fails as on a full disk
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))


def test_a_full_disk_is_told_of_and_the_previous_release_stays(world: Path) -> None:
    path = build(world).path
    before = path.read_bytes()
    claims = world / CLAIMS
    claims.write_text(claims.read_text("utf-8").replace("status: referenced", "status: in-rules"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "govkg", "build"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "GOVKG_ROOT": str(world)},
        preexec_fn=_no_room,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "File too large" in done.stderr
    assert "free some room" in done.stderr
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir() if found.is_file()] == [path.name]
