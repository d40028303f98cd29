"""The engine of the pages: the same answers as the engine in the process, and an end to every question."""

from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from govkg.core.errors import GovkgError
from govkg.query.engine import EmbeddedEngine
from govkg.query.limits import Limits
from govkg.query.pooled import PooledEngine, UnansweredError
from govkg.query.workers import Pool

pytestmark = pytest.mark.alone

DATA = b'<urn:s> <urn:p> <urn:o1> <urn:g1> .\n<urn:s> <urn:q> "\\u00e4\\t\\"x\\"\\n"@fi <urn:g2> .\n<urn:s> <urn:q> "007"^^<urn:t> .\n'
LIMITS = Limits(seconds=1, quick=0.4, rows=5, size=200, memory=128, workers=2)
ENDLESS = (
    "SELECT (COUNT(*) AS ?n) { "
    + " ".join(f"VALUES ?{v} {{ {' '.join(map(str, range(300)))} }}" for v in "abcde")
    + " }"
)
STORE = ox.Store()
STORE.load(input=DATA, format=ox.RdfFormat.N_QUADS)
DIRECT = EmbeddedEngine(STORE, "v")


@pytest.fixture(scope="module")
def engine() -> Iterator[PooledEngine]:
    with Pool(STORE, LIMITS) as pool:
        yield PooledEngine(pool, "v")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?p ?o",
        "SELECT ?x { VALUES ?x { UNDEF 1 1.50 1e3 true 'a\\tb\\\\' 'x'@en-GB UNDEF '' } }",
        'SELECT ?x { BIND("5"^^xsd:decimal AS ?x) }',
        "SELECT ?x { }",
        "SELECT ?x { ?x <urn:none> ?y }",
        "SELECT (BNODE() AS ?b) (1 AS ?n) { }",
    ],
)
def test_solutions_are_those_of_the_engine_in_the_process(engine: PooledEngine, query: str) -> None:
    assert list(engine.select(query)) == list(DIRECT.select(query))


def test_triples_are_those_of_the_engine_in_the_process(engine: PooledEngine) -> None:
    query = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"
    assert engine.construct(query) == DIRECT.construct(query)


def test_an_answer_of_ours_may_be_longer_than_those_of_strangers(engine: PooledEngine) -> None:
    query = f"SELECT ?x {{ VALUES ?x {{ {' '.join(map(str, range(1_000)))} }} }}"
    assert len(list(engine.select(query))) == 1_000


@pytest.mark.parametrize("ask", [PooledEngine.select, PooledEngine.construct])
@pytest.mark.parametrize("query", ["SELECT ?x {", "ASK {}"])
def test_what_cannot_be_run_so_is_said(engine: PooledEngine, ask: object, query: str) -> None:
    assert callable(ask)
    with pytest.raises(GovkgError):
        list(ask(engine, query))


def test_a_question_without_end_is_ended_and_the_next_is_answered(engine: PooledEngine) -> None:
    with pytest.raises(UnansweredError, match="ran out of time") as caught:
        list(engine.select(ENDLESS))
    assert caught.value.reason == "seconds"
    assert list(engine.select("SELECT (1 AS ?x) {}"))
