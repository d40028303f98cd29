"""Dumps: the release's own bytes, the same quads in other syntaxes, and one line a claim."""

import csv
import io
from pathlib import Path

import pyoxigraph as ox
import pytest

from govkg.core.dataset import Release, read_release, release_file
from govkg.core.errors import UsageError
from govkg.publish.export import CLAIM_COLUMNS, export
from govkg.query.engine import EmbeddedEngine


@pytest.fixture(scope="module")
def release(built_world: Path) -> Release:
    return read_release(release_file(built_world))


def rows(release: Release, lang: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export("claims.csv", release, lang).decode(), newline=""), strict=True))


def test_nquads_are_the_release(release: Release) -> None:
    assert export("nquads", release, "fi") == release.path.read_bytes()


@pytest.mark.parametrize(("name", "form"), [("trig", ox.RdfFormat.TRIG), ("jsonld", ox.RdfFormat.JSON_LD)])
def test_another_syntax_holds_the_same_quads(release: Release, name: str, form: ox.RdfFormat) -> None:
    given = set(ox.parse(input=release.data, format=ox.RdfFormat.N_QUADS))
    assert set(ox.parse(input=export(name, release, "fi"), format=form)) == given


def test_the_table_of_claims_has_one_line_a_claim(release: Release, world_engine: EmbeddedEngine) -> None:
    claims = {row["c"].value for row in world_engine.select("SELECT ?c WHERE { ?c gov:order ?o }")}
    found = rows(release, "fi")
    assert tuple(found[0]) == CLAIM_COLUMNS
    assert len(found) == len(claims)
    assert {row["claim"] for row in found} == claims


def test_a_claim_is_told_by_labels_in_the_language_asked_for(release: Release) -> None:
    (finnish,) = (row for row in rows(release, "fi") if row["role"] == "päättää")
    (english,) = (row for row in rows(release, "en") if row["claim"] == finnish["claim"])
    assert (english["document"], english["status"], english["role"]) == ("Test survey", "in the rules", "decides")
    assert english["subject"] == finnish["subject"] == "Hyvinvointi- ja järjestölautakunta"
    assert (english["line_from"], english["line_to"]) == ("4", "7")
    assert english["quote"] == "Hyvinvointi- ja järjestölautakunta päättää järjestöavustusten myöntämisestä."


def test_a_silent_claim_has_an_answer_and_no_status(release: Release) -> None:
    (row,) = (row for row in rows(release, "en") if row["answer"] == "stated absent")
    assert (row["status"], row["subject"], row["quote"]) == ("", "", "Avustuksista ei ole kirjauksia.")
    assert row["question"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fi", "Alue on vain Pohjois-Testila."),
        ("sv", "Området är bara Norra Testland."),
        ("en", "The area is North Testland only."),
    ],
)
def test_a_doubt_stands_in_its_column_in_the_language_asked_for(release: Release, lang: str, words: str) -> None:
    assert [row["doubt"] for row in rows(release, lang) if row["doubt"]] == [words]


def test_an_unknown_dump_is_answered_with_the_known_ones(release: Release) -> None:
    with pytest.raises(UsageError, match=r"unknown dump `xml`(.|\n)*nquads, trig, jsonld, claims\.csv"):
        export("xml", release, "fi")
