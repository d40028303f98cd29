"""Golden answers over the real data: every saved query in every language it is read in, to be reviewed as a diff.

Written anew only by `make golden`.
"""

from functools import cache
from pathlib import Path

import pytest

from govkg.core.dataset import release_file
from govkg.publish.formats import write
from govkg.query.catalogue import read_catalogue
from govkg.query.engine import embedded
from govkg.query.run import GraphAnswer, run
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "golden" / "answers"
CATALOGUE = read_catalogue()


@cache
def answer(query_id: str) -> bytes:
    engine = embedded(release_file(ROOT))
    found = run(engine, CATALOGUE.get(query_id), {}, "fi")
    return write(found, "turtle" if isinstance(found, GraphAnswer) else "tsv", engine)


@pytest.mark.parametrize("query_id", CATALOGUE.queries)
def test_a_saved_query_gives_its_golden_answer(query_id: str, request: pytest.FixtureRequest) -> None:
    path = FOLDER / f"{query_id}.txt"
    found = answer(query_id)
    if request.config.getoption("--write-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(found)
    assert path.is_file(), "no golden answer; run `make golden` and review the diff"
    assert found.decode().splitlines() == path.read_text("utf-8").splitlines()


@pytest.mark.parametrize("query_id", CATALOGUE.queries)
def test_no_saved_query_is_empty_on_the_real_data(query_id: str) -> None:
    assert len(answer(query_id).splitlines()) > 1


def test_every_golden_answer_has_its_query() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(CATALOGUE.queries)


def test_golden_answers_are_small_enough_to_review(request: pytest.FixtureRequest) -> None:
    large = [path.name for path in Path(FOLDER).glob("*.txt") if path.stat().st_size > 3_000_000]
    assert not large
