"""`govkg mcp`."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from govkg.cli.main import main
from tests.conftest import ROOT


def test_without_the_library_it_says_what_to_install_and_exits_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp", None)
    result = CliRunner().invoke(main, ["mcp"])
    assert result.exit_code == 1
    assert "mcp: the library `mcp` is not installed\n    → run `pip install 'govkg[mcp]'`" in result.output


def test_a_missing_release_is_said_and_exits_with_1(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GOVKG_ROOT", str(tmp_path))
    result = CliRunner().invoke(main, ["mcp"])
    assert result.exit_code == 1
    assert "there is no release yet" in result.output


def running() -> subprocess.Popen[str]:
    """The command, once it has answered a first message."""
    process = subprocess.Popen(
        [sys.executable, "-m", "govkg", "mcp"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(ROOT / "src")},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write('{"jsonrpc": "2.0", "id": 1, "method": "ping"}\n')
    process.stdin.flush()
    assert '"jsonrpc":"2.0"' in process.stdout.readline()
    return process


def test_it_ends_when_its_input_ends() -> None:
    with running() as process:
        process.communicate()
        assert process.returncode == 0


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_when_asked_though_its_input_is_open(stop: signal.Signals) -> None:
    with running() as process:
        process.send_signal(stop)
        assert process.wait(10) == -stop
