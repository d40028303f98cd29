"""Reference data: every faulty row is told with its file and line, and none is half taken."""

from pathlib import Path

import pytest

from govkg.build.pipeline import build
from govkg.build.registry import read_registry, registered
from govkg.core.errors import GovkgError


def changed(world: Path, name: str, old: str, new: str) -> Path:
    path = world / "data" / "registry" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return world


def test_the_rows_are_what_claims_may_refer_to(world: Path) -> None:
    assert {
        "region/testila",
        "authority/kokeelan-hyvinvointialue",
        "municipality/kyla",
        "organisation/virasto",
        "law/koelaki",
    } <= registered(read_registry(world))


@pytest.mark.parametrize(
    ("name", "old", "new", "what"),
    [
        ("regions.csv", "kokeela,Region", "kokeela,", r"regions\.csv:3: region `kokeela` lacks `class`"),
        ("regions.csv", "kokeela,Region", "Kokeela,Region", r"regions\.csv:3: a row needs a slug"),
        (
            "regions.csv",
            "Toinen keksitty alue.",
            "Toinen, keksitty",
            r"regions\.csv:3: a row needs a slug and no more values than the header",
        ),
        ("regions.csv", "kokeela,Region", "testila,Region", r"regions\.csv:3: region `testila` is given twice"),
        (
            "municipalities.csv",
            "Kylä,testila",
            "Kylä,testla",
            r"municipalities\.csv:2: municipality `kyla` lies in an unknown region `testla`(.|\n)*nearest: testila",
        ),
        (
            "organisations.yaml",
            "kind: state-agency, ",
            "",
            r"organisations\.yaml:1: organisation `virasto` lacks `kind`",
        ),
        (
            "reforms.yaml",
            "lapsed: ",
            "lapsed: 8.3.",
            r"reforms\.yaml:1: reform `koeuudistus` has no date that it lapsed",
        ),
    ],
)
def test_a_faulty_row_is_told_with_its_line(world: Path, name: str, old: str, new: str, what: str) -> None:
    with pytest.raises(GovkgError, match=what):
        read_registry(changed(world, name, old, new))


def test_an_organisation_of_an_unknown_kind_stops_the_build(world: Path) -> None:
    claims = world / "data/sources/testila-2022/claims/2-kokeela.yaml"
    claims.write_text(
        claims.read_text("utf-8")
        + "- at: kokeela/hallinto\n  quote: Avustuksista\n  says:\n    - organisation: {id: virasto, status: referenced}\n",
        "utf-8",
    )
    with pytest.raises(
        GovkgError,
        match=r"organisations\.yaml:1: organisation `virasto` has an unknown kind `state-agncy`(.|\n)*nearest: state-agency",
    ):
        build(changed(world, "organisations.yaml", "state-agency", "state-agncy"))
