"""Every version of a saved query that was ever published stays readable."""

import pytest

from govkg.query.catalogue import read_catalogue
from govkg.query.history import read_history
from tests.conftest import ROOT

CATALOGUE = read_catalogue()


@pytest.mark.parametrize("query_id", CATALOGUE.queries)
def test_the_present_version_of_a_query_is_kept(query_id: str) -> None:
    *_, present = read_history(CATALOGUE.get(query_id)).versions
    assert present.day, "this version is not kept; run `make golden`, which keeps it"


def test_every_history_has_its_query() -> None:
    assert {path.name for path in (ROOT / "queries" / "history").iterdir()} == set(CATALOGUE.queries)
