"""Versions of a saved query, and what each answered on which data."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from govkg.core.errors import GovkgError
from govkg.query.catalogue import SavedQuery, read_catalogue
from govkg.query.engine import EmbeddedEngine
from govkg.query.history import read_history, version_of
from govkg.query.keep import alarm, digests, keep
from tests.server.conftest import WORLD, world_engine

DAY, LATER = date(2026, 1, 1), date(2026, 2, 2)


@pytest.fixture
def query() -> SavedQuery:
    return next(query for query in read_catalogue(WORLD / "queries").queries.values() if query.form == "SELECT")


@pytest.fixture
def engine() -> EmbeddedEngine:
    return world_engine("one")


def changed(query: SavedQuery) -> SavedQuery:
    return replace(query, sparql=query.sparql + "# mended\n")


def less(engine: EmbeddedEngine, query: SavedQuery) -> EmbeddedEngine:
    """Data of another version in which the query answers nothing."""
    engine.store.clear()
    return EmbeddedEngine(engine.store, "two")


def test_before_anything_is_kept_there_is_the_present_version_only(query: SavedQuery, tmp_path: Path) -> None:
    (only,) = read_history(query, tmp_path).versions
    assert (only.number, only.name, only.text, only.day) == (1, version_of(query.sparql), query.sparql, "")


def test_each_version_stays_readable_after_the_next(query: SavedQuery, engine: EmbeddedEngine, tmp_path: Path) -> None:
    assert keep(engine, query, DAY, tmp_path)
    assert keep(engine, changed(query), LATER, tmp_path)
    versions = read_history(changed(query), tmp_path).versions
    assert [(version.number, version.text, version.day) for version in versions] == [
        (1, query.sparql, "2026-01-01"),
        (2, changed(query).sparql, "2026-02-02"),
    ]


def test_what_is_kept_already_is_not_kept_again(query: SavedQuery, engine: EmbeddedEngine, tmp_path: Path) -> None:
    assert keep(engine, query, DAY, tmp_path)
    assert not keep(engine, query, LATER, tmp_path)
    assert not keep(EmbeddedEngine(engine.store, "two"), query, LATER, tmp_path)  # other data, the same answer


def test_an_answer_that_changes_with_the_data_raises_an_alarm_until_it_is_kept(
    query: SavedQuery, engine: EmbeddedEngine, tmp_path: Path
) -> None:
    assert alarm(engine, query, tmp_path) is None
    keep(engine, query, DAY, tmp_path)
    assert alarm(engine, query, tmp_path) is None
    rows = len(digests(engine, query))
    now = less(engine, query)
    found = alarm(now, query, tmp_path)
    assert found is not None
    assert (found.data, found.new, found.gone) == ("one", 0, rows)
    keep(now, query, LATER, tmp_path)
    assert alarm(now, query, tmp_path) is None
    first, second = read_history(query, tmp_path).changes
    assert (first.new, first.gone, second.new, second.gone) == (None, None, 0, rows)
    assert (second.answered.day, second.answered.data) == ("2026-02-02", "two")


def test_a_kept_text_that_was_edited_is_an_error_that_names_it(
    query: SavedQuery, engine: EmbeddedEngine, tmp_path: Path
) -> None:
    keep(engine, query, DAY, tmp_path)
    (path,) = (tmp_path / "history" / query.id).glob("*.rq")
    path.write_text("ASK {}", "utf-8")
    with pytest.raises(GovkgError, match=path.name):
        read_history(query, tmp_path)


def test_a_line_of_answers_that_is_no_line_is_an_error_that_names_it(query: SavedQuery, tmp_path: Path) -> None:
    (tmp_path / "history" / query.id).mkdir(parents=True)
    (tmp_path / "history" / query.id / "answers.tsv").write_text("2026\n", "utf-8")
    with pytest.raises(GovkgError, match=r"answers\.tsv:1"):
        read_history(query, tmp_path)
