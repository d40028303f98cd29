"""Golden answers over the real data, one line a row, to be reviewed as a diff. Written anew only by `make golden`.

Columns of labels and quotes only: what a person can judge. Profiles, which list everything, are asked for one thing.
"""

from functools import cache
from pathlib import Path

import pytest

from govkg.core.dataset import release_file
from govkg.publish.formats import write
from govkg.query.catalogue import read_catalogue
from govkg.query.engine import Engine, embedded
from govkg.query.run import GraphAnswer, run
from tests.conftest import ROOT

ASKED = {
    "region-profile": {"region": "kainuu"},
    "body-profile": {"body": "lappi/hyvinvointi-ja-yhdyspintalautakunta"},
    "task-profile": {"task": "ngo-grants"},
}
LEFT_OUT = ("claim", "standing", "because", "rules")  # hashes, and the same words in every row of a document
FOLDER = ROOT / "tests" / "golden" / "answers"
CATALOGUE = read_catalogue()


@cache
def answer(query_id: str) -> str:
    return answer_of(embedded(release_file(ROOT)), query_id)


def answer_of(engine: Engine, query_id: str) -> str:
    """The answer of an engine as it stands in the golden file."""
    found = run(engine, CATALOGUE.get(query_id), ASKED.get(query_id, {}), "fi")
    if isinstance(found, GraphAnswer):
        return write(found, "turtle", engine).decode()
    at = [index for index, column in enumerate(found.columns) if column.name not in LEFT_OUT]
    lines = [[found.columns[index].name for index in at], *([row[index].text for index in at] for row in found.rows)]
    return "".join("\t".join(" ".join(text.split()) for text in line) + "\n" for line in lines)


@pytest.mark.parametrize("query_id", CATALOGUE.queries)
def test_a_saved_query_gives_its_golden_answer(query_id: str, request: pytest.FixtureRequest) -> None:
    path = FOLDER / f"{query_id}.txt"
    found = answer(query_id)
    if request.config.getoption("--write-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, "utf-8")
    assert path.is_file(), "no golden answer; run `make golden` and review the diff"
    assert found.splitlines() == path.read_text("utf-8").splitlines()


@pytest.mark.parametrize("query_id", CATALOGUE.queries)
def test_no_saved_query_is_empty_on_the_real_data(query_id: str) -> None:
    assert len(answer(query_id).splitlines()) > 1


def test_every_golden_answer_has_its_query() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(CATALOGUE.queries)


def test_golden_answers_are_small_enough_to_review(request: pytest.FixtureRequest) -> None:
    large = [path.name for path in Path(FOLDER).glob("*.txt") if path.stat().st_size > 700_000]
    assert not large
