"""The versions of a question on its pages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from govkg.query.catalogue import Catalogue, SavedQuery
from govkg.query.engine import EmbeddedEngine
from govkg.query.history import read_history, version_of
from govkg.query.keep import keep
from govkg.server.pages import history


@pytest.fixture
def old(
    engine: EmbeddedEngine, catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SavedQuery]:
    """An earlier text of a question, kept before the present one."""
    present = next(iter(catalogue.queries.values()))
    found = replace(present, sparql=present.sparql.replace("ORDER BY", "# <old>\nORDER BY") + "# end\n")
    keep(engine, found, date(2026, 1, 1), tmp_path)
    keep(engine, present, date(2026, 2, 2), tmp_path)
    monkeypatch.setattr(history, "read_history", lambda query: read_history(query, tmp_path))
    yield found


def test_the_history_names_every_version_with_its_day_and_when_the_answer_was_kept(
    client: FlaskClient, old: SavedQuery
) -> None:
    for lang in ("fi", "sv", "en"):
        page = client.get(f"/{lang}/q/{old.id}/history").text
        assert f'href="/{lang}/q/{old.id}/version/{version_of(old.sparql)}"' in page
        assert "2026-01-01" in page
        assert "2026-02-02" in page


def test_a_version_shows_its_text_and_can_be_asked_of_the_present_data(client: FlaskClient, old: SavedQuery) -> None:
    page = client.get(f"/en/q/{old.id}/version/{version_of(old.sparql)}").text
    assert old.sparql.strip() in unescape(page)
    assert 'href="/en/sparql?query=' in page
    assert "<ins>" not in page


def test_the_differences_of_two_versions_are_told_by_signs(
    client: FlaskClient, old: SavedQuery, catalogue: Catalogue
) -> None:
    present, before = version_of(catalogue.queries[old.id].sparql), version_of(old.sparql)
    page = client.get(f"/en/q/{old.id}/version/{present}?against={before}").text
    assert "<del>− # end</del>" in page
    assert "<ins>+ # end</ins>" in client.get(f"/en/q/{old.id}/version/{before}?against={present}").text
    assert "The versions are the same" in client.get(f"/en/q/{old.id}/version/{before}?against={before}").text


def test_a_version_that_there_is_not_leads_to_those_there_are(client: FlaskClient, old: SavedQuery) -> None:
    for url in (f"/en/q/{old.id}/version/none", f"/en/q/{old.id}/version/{version_of(old.sparql)}?against=none"):
        response = client.get(url)
        assert response.status_code == 404
        assert version_of(old.sparql) in response.text
    assert client.get("/en/q/none/history").status_code == 404


def test_an_answers_page_leads_to_the_versions_of_its_question(client: FlaskClient, old: SavedQuery) -> None:
    assert f'href="/sv/q/{old.id}/history"' in client.get(f"/sv/q/{old.id}").text
