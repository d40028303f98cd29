"""CPU time and memory of other processes: what the operating system counted for them, not what a clock showed."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from statistics import median


@dataclass(frozen=True)
class Cost:
    """What one process used, with its children: CPU seconds (user and system) and the most memory in MB."""

    cpu: float
    memory: float
    output: str


def run(arguments: Sequence[str], environment: dict[str, str] | None = None) -> Cost:
    """Run a Python program to its end. Raises RuntimeError when it fails.

    It may keep the bytecode of our sources, as pip has made that of the installed peers.
    """
    command = [sys.executable, *arguments]
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**inherited, **(environment or {})}
    ) as child:
        assert child.stdout is not None
        output = child.stdout.read()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {child.returncode}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, output.strip())


@dataclass(frozen=True)
class Row:
    """One line of results: what was measured, the median, the least and the most, and in what unit."""

    name: str
    middle: float
    least: float
    most: float
    unit: str

    def __str__(self) -> str:
        return f"{self.name}: {self.middle:.3g} {self.unit} ({self.least:.3g} to {self.most:.3g})"


def row(name: str, values: Sequence[float], unit: str) -> Row:
    """Median and spread of some runs."""
    return Row(name, median(values), min(values), max(values), unit)


def exponent(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """The power of the size with which a cost grows, from the first size to the last (1 is linear)."""
    return log(costs[-1] / costs[0]) / log(sizes[-1] / sizes[0])
