"""The reasoner against its peers, each in a process of its own.

CPU seconds (user and system) and peak memory of whole processes, start and reading included, interleaved; beside it the CPU
seconds after the imports, of reading and closure alone. Ratios are medians of the rounds. Peers that are not installed are left out.
"""

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Cost, Row, exponent, row, run

SMALL, LARGE = 20_000, 1_000_000
SIZES = (10_000, 100_000, 1_000_000)
PEERS = ("owlrl", "reasonable", "sparq")
WORLDS = {"real shape": "bench.world", "dense": "bench.dense"}
"""The programs that write them."""


def small(rounds: int = 1, size: int = SMALL) -> Iterator[Row | str]:
    """Both engines of ours against all peers on 20,000 triples of both worlds. owlrl takes minutes."""
    return _compared(size, ("compiled", "columns"), PEERS, rounds)


def large(rounds: int = 3, size: int = LARGE) -> Iterator[Row | str]:
    """The column engine against the fastest peer on a million triples of both worlds."""
    return _compared(size, ("columns",), ("sparq",), rounds)


def growth(rounds: int = 3, sizes: Sequence[int] = SIZES) -> list[Row]:
    """The exponents with which CPU time and memory of the column engine grow, and each step's cost."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{size}.nt" for size in sizes]
        for size, path in zip(sizes, paths, strict=True):
            run(["-m", WORLDS["real shape"], str(size), str(path)])
        runs = [[_run("columns", path) for path in paths] for _ in range(rounds)]
    found = [row(f"columns, {size} triples", [r[i].cpu for r in runs], "CPU s") for i, size in enumerate(sizes)]
    found.append(row("columns, growth exponent of CPU time", [exponent(sizes, [c.cpu for c in r]) for r in runs], ""))
    found.append(row("columns, growth exponent of memory", [exponent(sizes, [c.memory for c in r]) for r in runs], ""))
    return found


def _compared(size: int, ours: Sequence[str], peers: Sequence[str], rounds: int) -> Iterator[Row | str]:
    there = [peer for peer in peers if find_spec(peer)]
    yield from (f"left out: {peer} is not installed" for peer in peers if peer not in there)
    for name, program in WORLDS.items():
        with TemporaryDirectory() as folder:
            path = Path(folder) / "world.nt"
            run(["-m", program, str(size), str(path)])
            runs = [{engine: _run(engine, path) for engine in (*ours, *there)} for _ in range(rounds)]
        for engine in (*ours, *there):
            label = f"reasoning, {name}, {size} triples, {engine}"
            yield row(f"{label}: time", [r[engine].cpu for r in runs], "CPU s")
            yield row(f"{label}: memory", [r[engine].memory for r in runs], "MB")
            yield row(f"{label}: time after imports", [_after_imports(r[engine]) for r in runs], "CPU s")
            yield row(f"{label}: closure", [int(r[engine].output.split()[0]) for r in runs], "triples")
        for engine, peer in ((engine, peer) for engine in ours for peer in there):
            label = f"reasoning, {name}, {size} triples, {engine} : {peer}"
            yield row(f"{label}: time", [r[engine].cpu / r[peer].cpu for r in runs], "times")
            after = [_after_imports(r[engine]) / _after_imports(r[peer]) for r in runs]
            yield row(f"{label}: time after imports", after, "times")
            yield row(f"{label}: memory", [r[engine].memory / r[peer].memory for r in runs], "times")


def _after_imports(cost: Cost) -> float:
    return float(cost.output.split()[1])


def _run(engine: str, path: Path) -> Cost:
    return run(["-m", "bench.reasoner", engine, str(path)])
