"""Search by the index against a scan of all labels and quotes, in our engine and in rdflib."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import rdflib
from bench.measure import Row, row, run

from govkg.core.dataset import release_file
from govkg.query.catalogue import read_catalogue
from govkg.query.engine import EmbeddedEngine, embedded
from govkg.query.search import Search

WORDS = ("avustus", "maakunta", "lautakunta")
_SCAN = """PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX gov: <https://w3id.org/govkg/def#>
SELECT ?thing ?text WHERE {{ ?thing skos:prefLabel|gov:quote ?text FILTER(CONTAINS(LCASE(STR(?text)), "{word}")) }}"""

_INDEX = """from govkg.query.catalogue import read_catalogue
from govkg.query.engine import embedded
from govkg.query.search_index import write_index
write_index(embedded(), read_catalogue())
"""


def searching(rounds: int) -> Iterator[Row]:
    """What the index costs once, and milliseconds a search. The scan knows no inflection and no rank: it finds less."""
    yield from _making()
    engine = embedded()
    index = Search(engine, read_catalogue())
    index.find(WORDS[0])  # opens the index, or makes it
    data = rdflib.Dataset(default_union=True)
    data.parse(str(release_file()), format="nquads")
    runs = [_round(index, engine, data) for _ in range(rounds)]
    names = ("index (inflected, ranked)", "scan by pyoxigraph", "scan by rdflib")
    for number, name in enumerate(names):
        yield row(f"search, {name}", [1000 * run[number] for run in runs], "ms")
    for number in (1, 2):
        yield row(f"search, index : {names[number]}", [run[0] / run[number] for run in runs], "times")


def _making() -> Iterator[Row]:
    """The index of the released data, made anew in a process of its own, the dictionaries included."""
    with TemporaryDirectory() as folder:
        cost = run(["-c", _INDEX], {"GOVKG_CACHE": folder})
        size = sum(path.stat().st_size for path in Path(folder).rglob("search-*.sqlite"))
    yield row("search, the index made", [cost.cpu], "CPU s")
    yield row("search, the index made: memory", [cost.memory], "MB")
    yield row("search, the index: size", [size / 1e6], "MB")


def _round(index: Search, engine: EmbeddedEngine, data: rdflib.Dataset) -> list[float]:
    """Seconds a search of each, the mean of the words."""

    ways: list[Callable[[str], object]] = [
        index.find,
        lambda word: list(engine.select(_SCAN.format(word=word))),
        lambda word: list(data.query(_SCAN.format(word=word))),
    ]
    return [_mean(way) for way in ways]


def _mean(way: Callable[[str], object]) -> float:
    began = time.perf_counter()
    for word in WORDS:
        way(word)
    return (time.perf_counter() - began) / len(WORDS)
