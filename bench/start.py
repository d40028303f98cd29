"""How soon there is a first answer, and how that, opening, loading and reasoning grow with the data.

Wall seconds, since this is what people wait for: the processes that are measured are started one after the other.
"""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Row, exponent, row, run
from bench.peers import OURS, PEERS, MissingError, Start, govkg_waitress
from bench.questions import SAVED, SMALL

from govkg.core.dataset import release_file
from govkg.query.built import build_store

SIZES = (10_000, 100_000, 1_000_000)
_OPEN = """import sys, time
import pyoxigraph as ox
began = time.perf_counter()
assert ox.Store.read_only(sys.argv[1]).query("ASK { ?s ?p ?o }", use_default_graph_as_union=True)
print(time.perf_counter() - began)
"""
_RDFLIB = """import sys, rdflib
data = rdflib.Dataset(default_union=True)
data.parse(sys.argv[1], format="nquads")
assert len(list(data.query(sys.argv[2])))
"""
_LOAD = """import sys, time
from pathlib import Path
from govkg.query.built import build_store
began = time.perf_counter()
folder = build_store(Path(sys.argv[1]))
print(time.perf_counter() - began, folder)
"""

_QUERY = ("-m", "govkg", "query", SAVED, "--format", "json")


def first_answers(rounds: int) -> Iterator[Row | str]:
    """From the start of a process to its first answer over the released data."""
    build_store(release_file())  # as `govkg build` leaves it
    for name, start in (OURS | PEERS).items():
        try:
            found = [_served(start, release_file()) for _ in range(1 if name in PEERS else rounds)]
        except MissingError as missing:
            yield f"left out: {missing}"
            continue
        yield row(f"start, {name}: first answer", found, "s")
    rdflib = ["-c", _RDFLIB, str(release_file()), SMALL]
    pairs = [(run(_QUERY).seconds, run(rdflib).seconds) for _ in range(rounds)]
    yield row("start, govkg query: answer and end", [a for a, _ in pairs], "s")
    yield row("start, rdflib reading and answering: end", [b for _, b in pairs], "s")
    yield row("start, govkg query : rdflib", [a / b for a, b in pairs], "times")


def scale(rounds: int, sizes: Sequence[int] = SIZES) -> Iterator[Row]:
    """Load (the store on disk is made), open, first answer of `govkg serve` and a saved question, on generated worlds."""
    with TemporaryDirectory() as folder:
        found = [_steps(_world(Path(folder), size), rounds) for size in sizes]
    for step, unit in found[0]:
        by_size = [steps[step, unit] for steps in found]
        for size, runs in zip(sizes, by_size, strict=True):
            yield row(f"scale, {size} triples: {step}", runs, unit)
        together = list(zip(*by_size, strict=True))
        yield row(f"scale, growth exponent: {step}", [exponent(sizes, costs) for costs in together], "")


def _world(folder: Path, size: int) -> Path:
    root = folder / str(size)
    run(["-m", "bench.world", str(size), str(root), "--as", "root"])
    return root


def _steps(root: Path, rounds: int) -> dict[tuple[str, str], list[float]]:
    """What each step takes, by its name and unit."""
    release = release_file(root)
    load = run(["-c", _LOAD, str(release)])
    seconds, store = load.output.split()
    os.sync()  # so that nothing is still written while the next is measured
    opened = [run(["-c", _OPEN, store]) for _ in range(rounds)]
    asked = [run(_QUERY, {"GOVKG_ROOT": str(root)}) for _ in range(rounds)]
    return {
        ("store made on disk", "s"): [float(seconds)],
        ("store made on disk, memory", "MB"): [load.memory],
        ("opened and asked", "s"): [float(found.output) for found in opened],
        ("opened and asked, memory", "MB"): [found.memory for found in opened],
        ("first answer", "s"): [_served(govkg_waitress, release) for _ in range(rounds)],
        ("govkg query", "s"): [found.seconds for found in asked],
        ("govkg query, memory", "MB"): [found.memory for found in asked],
    }


def _served(start: Start, release: Path) -> float:
    """Seconds to the first answer to a query, which a small world may answer without rows."""
    began = time.perf_counter()
    with ExitStack() as stack:
        server = stack.enter_context(start(release))
        server.rows(SMALL)
        return time.perf_counter() - began
