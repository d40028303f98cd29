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
_ROUNDS = 3  # runs of a quick engine before and after a slow one
SIZES = (10_000, 100_000, 1_000_000)
PEERS = ("owlrl", "reasonable", "sparq")
WORLDS = {"real shape": "bench.world", "dense": "bench.dense"}
"""The programs that write them."""


def small(rounds: int = 1, size: int = SMALL) -> Iterator[Row | str]:
    """Both engines of ours against all peers on 20,000 triples of both worlds.

    owlrl takes minutes, the others less than a second, in which the machine can be in any mood: they are run before it and after it.
    """
    return _compared(size, ("compiled", "columns"), PEERS, rounds, once=("owlrl",))


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


def _compared(
    size: int, ours: Sequence[str], peers: Sequence[str], rounds: int, once: Sequence[str] = ()
) -> Iterator[Row | str]:
    there = [peer for peer in peers if find_spec(peer)]
    yield from (f"left out: {peer} is not installed" for peer in peers if peer not in there)
    for name, program in WORLDS.items():
        with TemporaryDirectory() as folder:
            path = Path(folder) / "world.nt"
            run(["-m", program, str(size), str(path)])
            runs = [each for _ in range(rounds) for each in _round(path, (*ours, *there), once)]
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


def _round(path: Path, engines: Sequence[str], once: Sequence[str]) -> list[dict[str, Cost]]:
    """Each engine once; with slow ones, which are to be run `once`, the others several times before and after them."""
    quick = [engine for engine in engines if engine not in once]
    before = [
        {engine: _run(engine, path) for engine in quick} for _ in range(_ROUNDS if len(quick) < len(engines) else 1)
    ]
    slow = {engine: _run(engine, path) for engine in engines if engine in once}
    after = [{engine: _run(engine, path) for engine in quick} for _ in range(_ROUNDS if slow else 0)]
    return [{**each, **slow} for each in (*before, *after)]


def _after_imports(cost: Cost) -> float:
    return float(cost.output.split()[1])


def _run(engine: str, path: Path) -> Cost:
    return run(["-m", "bench.reasoner", engine, str(path)])
