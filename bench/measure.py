"""CPU time and memory of other processes: what the operating system counted for them, not what a clock showed."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from statistics import median

_STARTER = """
import os, sys, time
began = time.perf_counter()
child = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, used = os.wait4(child, 0)
seconds = time.perf_counter() - began
with open(sys.argv[1], "w") as told:
    print(os.waitstatus_to_exitcode(status), seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, file=told)
"""
"""A process of Python alone, between this one and what is measured: the peak of a child begins with that of its parent
(getrusage(2): it survives execve), and this one holds the client, the peers' packages and the answers."""


@dataclass(frozen=True)
class Cost:
    """What one process used, with its children: seconds, CPU seconds (user and system) and the most memory in MB."""

    seconds: float
    cpu: float
    memory: float
    output: str


def run(arguments: Sequence[str], environment: dict[str, str] | None = None) -> Cost:
    """Run a Python program to its end. Raises RuntimeError when it fails.

    It may keep the bytecode of our sources, as pip has made that of the installed peers.
    """
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.NamedTemporaryFile("r", encoding="ascii") as told:
        command = [sys.executable, "-I", "-S", "-c", _STARTER, told.name, sys.executable, *arguments]
        done = subprocess.run(
            command, env={**inherited, **(environment or {})}, stdout=subprocess.PIPE, text=True, check=True
        )
        status, seconds, cpu, memory = told.read().split()
    if status != "0":
        raise RuntimeError(f"{' '.join(arguments)} ended with {status}")
    return Cost(float(seconds), float(cpu), float(memory), done.stdout.strip())


@dataclass(frozen=True)
class Row:
    """One line of results: what was measured, the median, the least and the most of so many runs, and in what unit."""

    name: str
    middle: float
    least: float
    most: float
    unit: str
    runs: int

    def __str__(self) -> str:
        return f"{self.name}: {self.middle:.3g} {self.unit} ({self.least:.3g} to {self.most:.3g}; runs: {self.runs})"


def row(name: str, values: Sequence[float], unit: str) -> Row:
    """Median and spread of some runs."""
    return Row(name, median(values), min(values), max(values), unit, len(values))


def exponent(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """The power of the size with which a cost grows, from the first size to the last (1 is linear)."""
    return log(costs[-1] / costs[0]) / log(sizes[-1] / sizes[0])
