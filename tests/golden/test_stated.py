"""What the saved answers over the real data rest on: claims, never conclusions; and why those without a row have none."""

from functools import cache

import pyoxigraph as ox
import pytest

from govkg.core.dataset import release_file
from govkg.core.names import graph
from govkg.query.engine import EmbeddedEngine, embedded
from govkg.query.outcome import outcome_of
from govkg.query.run import run
from tests.conftest import ROOT
from tests.golden.test_golden import CATALOGUE, answer, answer_of

ABOUT_CONCLUSIONS = "inferred"


@cache
def without_conclusions() -> EmbeddedEngine:
    """The release as if nothing had been inferred."""
    whole = embedded(release_file(ROOT))
    store = ox.Store()
    kept = [name for name in whole.store.named_graphs() if name not in (graph("inferred"), graph("proofs"))]
    store.bulk_extend(quad for name in kept for quad in whole.store.quads_for_pattern(None, None, None, name))
    return EmbeddedEngine(store, whole.version)


@pytest.mark.parametrize("query_id", [query_id for query_id in CATALOGUE.queries if query_id != ABOUT_CONCLUSIONS])
def test_a_saved_answer_rests_on_claims_alone(query_id: str) -> None:
    assert answer_of(without_conclusions(), query_id) == answer(query_id)


def test_the_question_about_conclusions_has_nothing_without_them() -> None:
    assert len(answer_of(without_conclusions(), ABOUT_CONCLUSIONS).splitlines()) == 1


@pytest.mark.parametrize(
    ("query_id", "given", "kind"),
    [
        ("grant-preparers", {"region": "helsinki"}, "not-stated"),  # read for the grants, names no body that prepares
        ("grant-preparers", {"region": "nimeamaton-maakunta"}, "not-read"),
        ("responsibilities", {"document": "etela-pohjanmaa-sotemaku-2016"}, "not-read"),  # not for who has a task
        ("responsibilities", {"region": "lappi", "task": "hyte", "document": "kainuu-esivalmistelu-2017"}, "not-read"),
        (
            "responsibilities",
            {"region": "kainuu", "task": "partnership-model"},
            "not-stated",
        ),  # read for who has which task
        (
            "responsibilities",
            {"region": "lappi", "task": "partnership-model"},
            "not-read",
        ),  # only for grants and wellbeing
        ("responsibilities", {"region": "lappi", "role": "negotiates"}, "limits"),
        ("seats", {"document": "johtamisrakenne-2026"}, "not-read"),
        ("working-groups", {"document": "maakunta-organisaatiokaaviot"}, "not-stated"),
        ("dated-decisions", {"region": "ita-uusimaa"}, "not-read"),
        ("cooperation", {"region": "keski-suomi"}, "not-stated"),  # the only one of whose cooperation nothing is said
        ("cooperation-network", {"region": "keski-suomi"}, "not-stated"),
        ("cooperation", {"region": "lappi", "document": "kainuu-esivalmistelu-2017"}, "not-read"),
        ("cooperation", {"region": "lappi", "scope": "state"}, "limits"),
        ("development-partners", {"document": "kainuu-esivalmistelu-2017"}, "not-stated"),
        ("proposals", {"document": "maakunta-organisaatiokaaviot"}, "not-stated"),
        ("quantities", {"region": "helsinki"}, "not-stated"),
        ("organisations", {"document": "johtamisrakenne-2026"}, "not-stated"),
        ("organisations", {"region": "kainuu", "document": "johtamisrakenne-2026"}, "not-read"),
        ("left-open", {"region": "ita-uusimaa"}, "not-stated"),  # that preparation is under way is a stage of it
        ("meetings", {"group": "kainuu-2017/tyoryhma-3"}, "not-stated"),
        ("meetings", {"group": "lappi/aluevaltuusto"}, "not-read"),
        ("not-stated", {"region": "lappi"}, "stated"),
    ],
)
def test_an_answer_without_a_row_says_why(query_id: str, given: dict[str, str], kind: str) -> None:
    assert outcome_of(run(embedded(release_file(ROOT)), CATALOGUE.get(query_id), given, "en")).kind == kind
