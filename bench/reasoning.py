"""The reasoner against its peers, each in a process of its own: `python -m bench.reasoning [small|large|growth]`.

CPU seconds (user and system) and peak memory of whole processes, start and reading included, interleaved; ratios are
medians of the rounds. Peers that are not installed are left out.
"""

import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Cost, Row, exponent, row, run

SMALL, LARGE = 20_000, 1_000_000
SIZES = (10_000, 100_000, 1_000_000)
PEERS = ("owlrl", "reasonable", "sparq")
WORLDS = {"real shape": "bench.world", "dense": "bench.dense"}
"""The programs that write them: this process stays small, since a child's peak of memory begins with its parent's."""


def small(rounds: int = 1) -> list[Row]:
    """Both engines of ours against all peers on 20,000 triples of both worlds. owlrl takes minutes."""
    return list(_compared(SMALL, ("compiled", "columns"), PEERS, rounds))


def large(rounds: int = 3) -> list[Row]:
    """The column engine against the fastest peer on a million triples of both worlds."""
    return list(_compared(LARGE, ("columns",), ("sparq",), rounds))


def growth(rounds: int = 3) -> list[Row]:
    """The exponents with which CPU time and memory of the column engine grow, and each step's cost."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{size}.nt" for size in SIZES]
        for size, path in zip(SIZES, paths, strict=True):
            run(["-m", WORLDS["real shape"], str(size), str(path)])
        runs = [[_run("columns", path) for path in paths] for _ in range(rounds)]
    found = [row(f"columns, {size} triples", [r[i].cpu for r in runs], "CPU s") for i, size in enumerate(SIZES)]
    found.append(row("growth exponent of CPU time", [exponent(SIZES, [c.cpu for c in r]) for r in runs], ""))
    found.append(row("growth exponent of memory", [exponent(SIZES, [c.memory for c in r]) for r in runs], ""))
    return found


def _compared(size: int, ours: Sequence[str], peers: Sequence[str], rounds: int) -> Iterator[Row]:
    there = [peer for peer in peers if find_spec(peer)]
    for name, program in WORLDS.items():
        with TemporaryDirectory() as folder:
            path = Path(folder) / "world.nt"
            run(["-m", program, str(size), str(path)])
            runs = [{engine: _run(engine, path) for engine in (*ours, *there)} for _ in range(rounds)]
        for engine in (*ours, *there):
            sizes = {r[engine].output for r in runs}
            label = f"{name}, {size} triples, {engine} (closure {', '.join(sorted(sizes))})"
            yield row(label, [r[engine].cpu for r in runs], "CPU s")
            yield row(label, [r[engine].memory for r in runs], "MB")
        for engine, peer in ((engine, peer) for engine in ours for peer in there):
            label = f"{name}, {size} triples, {engine} : {peer}"
            yield row(label, [r[engine].cpu / r[peer].cpu for r in runs], "of the CPU time")
            yield row(label, [r[engine].memory / r[peer].memory for r in runs], "of the memory")


def _run(engine: str, path: Path) -> Cost:
    return run(["-m", "bench.reasoner", engine, str(path)])


PARTS = {"small": small, "large": large, "growth": growth}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        for found in PARTS[part]():
            print(found, flush=True)
