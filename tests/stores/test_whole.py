"""What is asked of a store that caps its rows comes whole or is refused, never cut."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from govkg.core.dataset import Release, read_release
from govkg.core.errors import GovkgError
from govkg.publish.gathered import gathered
from govkg.query.catalogue import read_catalogue
from govkg.query.remote import RemoteEngine
from govkg.query.search import Search
from tests.query.dictionaries import Few
from tests.stores.conftest import engine_of, load
from tests.stores.servers import virtuoso

MOST = 60  # rows that the store gives; the small world has more statements than that
CUT = "left rows out"


@pytest.fixture(scope="module")
def small(built_world: Path) -> Release:
    return read_release(built_world / "data" / "release" / "govkg.nq")


@pytest.fixture(scope="module")
def capped(tmp_path_factory: pytest.TempPathFactory, small: Release) -> Iterator[RemoteEngine]:
    with virtuoso(tmp_path_factory.mktemp("capped"), rows=MOST) as store:
        load(store, small)
        yield engine_of(store)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ORDER BY ?s LIMIT 100",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "CONSTRUCT { <urn:x> a ?class } WHERE { ?s a ?class ; ?p ?o }",
        "DESCRIBE ?s WHERE { ?s ?p ?o }",
        "SELECT ?p (COUNT(*) AS ?n) { { SELECT * { ?s ?p ?o } } { ?s2 ?p ?o2 } } GROUP BY ?p ?s",
    ],
)
def test_an_answer_beyond_the_cap_is_refused(capped: RemoteEngine, sparql: str) -> None:
    with pytest.raises(GovkgError, match=CUT):
        capped.construct(sparql) if sparql[0] in "CD" else list(capped.select(sparql))


@pytest.mark.parametrize("limit", [1, MOST - 1])
def test_an_answer_below_the_cap_comes(capped: RemoteEngine, limit: int) -> None:
    assert len(list(capped.select(f"SELECT * {{ ?s ?p ?o }} LIMIT {limit}"))) == limit
    assert capped.construct(f"CONSTRUCT {{ ?s ?p ?o }} {{ ?s ?p ?o }} LIMIT {limit}")
    assert capped.construct(f"DESCRIBE ?s {{ ?s ?p ?o }} LIMIT {limit}")


def test_what_is_counted_is_counted_whole(capped: RemoteEngine, small: Release) -> None:
    (row,) = capped.select("SELECT (COUNT(*) AS ?n) { { SELECT * { GRAPH ?g { ?s ?p ?o } } } }")
    assert int(row["n"].value) == small.data.count(b" .\n") > MOST


def test_the_search_is_refused_and_no_index_of_a_part_is_kept(
    capped: RemoteEngine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GOVKG_CACHE", str(tmp_path))
    with pytest.raises(GovkgError, match=CUT):
        Search(capped, read_catalogue(), Few).find("lautakunta")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_an_export_is_refused(capped: RemoteEngine) -> None:
    with pytest.raises(GovkgError, match=CUT):
        gathered(capped)
