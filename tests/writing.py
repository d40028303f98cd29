"""Another process that has begun to write something, to be killed or to end."""

import os
import subprocess
import sys

from tests.conftest import ROOT

_BEGIN = """
import os, sys
from pathlib import Path
def wait(*_):
    print("writing", flush=True)
    sys.stdin.read()
"""


def writing(program: str, *given: object) -> subprocess.Popen[str]:
    """A process that has come to `wait` in a program, and goes on when its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", _BEGIN + program, *map(str, given)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    return process


def kill_writing(program: str, *given: object) -> None:
    """Let a process come to `wait` in a program, and kill it there (SIGKILL)."""
    with writing(program, *given) as process:
        process.kill()
