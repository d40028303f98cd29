"""Call the command line: in this process, or as a person would, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from govkg.cli import main
from tests.conftest import ROOT

CODE = "from govkg.cli import main; main(prog_name='govkg')"


def call(root: Path, *args: str) -> Result:
    """The result of `govkg ARGS` over the documents below `root`."""
    return CliRunner().invoke(main, args, prog_name="govkg", env={"GOVKG_ROOT": str(root)})


def start(root: Path, *args: str, **env: str) -> "subprocess.Popen[bytes]":
    """`govkg ARGS` in a process of its own, with pipes."""
    everything = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "GOVKG_ROOT": str(root), **env}
    return subprocess.Popen(
        [sys.executable, "-c", CODE, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=everything
    )
