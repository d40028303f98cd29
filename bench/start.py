"""How soon there is a first answer, and how that, opening, loading and reasoning grow with the data.

Wall seconds, since this is what people wait for: the processes that are measured are started one after the other.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Row, exponent, row
from bench.peers import OURS, PEERS, MissingError, Start, govkg_waitress
from bench.questions import SAVED, SMALL

from govkg.core.dataset import release_file

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


def first_answers(rounds: int) -> Iterator[Row | str]:
    """From the start of a process to its first answer over the released data."""
    for name, start in (OURS | PEERS).items():
        try:
            found = [_served(start, release_file()) for _ in range(1 if name in PEERS else rounds)]
        except MissingError as missing:
            yield f"left out: {missing}"
            continue
        yield row(f"start, {name}: first answer", found, "s")
    release, command = str(release_file()), ["-m", "govkg", "query", SAVED, "--format", "json"]
    pairs = [(_wall(command), _wall(["-c", _RDFLIB, release, SMALL])) for _ in range(rounds)]
    yield row("start, govkg query: answer and end", [a for a, _ in pairs], "s")
    yield row("start, rdflib reading and answering: end", [b for _, b in pairs], "s")
    yield row("start, govkg query : rdflib", [a / b for a, b in pairs], "times")


def scale(rounds: int, sizes: Sequence[int] = SIZES) -> Iterator[Row]:
    """Load (the store on disk is made), open, first answer of `govkg serve` and a saved question, on generated worlds."""
    steps: dict[str, list[list[float]]] = {"load": [], "open": [], "serve": [], "query": []}
    with TemporaryDirectory() as folder:
        for size in sizes:
            root = Path(folder) / str(size)
            _output(["-m", "bench.world", str(size), str(root), "--as", "root"])
            for step, found in _steps(root, rounds).items():
                steps[step].append(found)
    names = {"load": "store made on disk", "open": "opened and asked", "serve": "first answer", "query": "govkg query"}
    for step, by_size in steps.items():
        for size, found in zip(sizes, by_size, strict=True):
            yield row(f"scale, {size} triples: {names[step]}", found, "s")
        runs = [[found[number] for found in by_size] for number in range(len(by_size[0]))]
        yield row(f"scale, growth exponent: {names[step]}", [exponent(sizes, run) for run in runs], "")


def _steps(root: Path, rounds: int) -> dict[str, list[float]]:
    release = release_file(root)
    seconds, store = _output(["-c", _LOAD, str(release)]).split()
    command, there = ["-m", "govkg", "query", SAVED, "--format", "json"], {"GOVKG_ROOT": str(root)}
    return {
        "load": [float(seconds)],
        "open": [float(_output(["-c", _OPEN, store])) for _ in range(rounds)],
        "serve": [_served(govkg_waitress, release) for _ in range(rounds)],
        "query": [_wall(command, there) for _ in range(rounds)],
    }


def _served(start: Start, release: Path) -> float:
    """Seconds to the first answer to a query, which a small world may answer without rows."""
    began = time.perf_counter()
    with ExitStack() as stack:
        server = stack.enter_context(start(release))
        server.rows(SMALL)
        return time.perf_counter() - began


def _wall(arguments: Sequence[str], environment: dict[str, str] | None = None) -> float:
    began = time.perf_counter()
    _output(arguments, environment)
    return time.perf_counter() - began


def _output(arguments: Sequence[str], environment: dict[str, str] | None = None) -> str:
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, env={**os.environ, **(environment or {})}, check=True, stdout=subprocess.PIPE, text=True
    ).stdout
