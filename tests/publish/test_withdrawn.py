"""The list of withdrawn IRIs."""

from pathlib import Path

import pytest

from govkg.core.errors import GovkgError
from govkg.core.paths import registry
from govkg.publish.resource import is_known
from govkg.publish.withdrawn import FILE, read_withdrawn
from govkg.query.engine import embedded
from tests.conftest import ROOT

GOOD = """- iri: https://w3id.org/govkg/id/body/old
  withdrawn: 2026-12-01
  reason_fi: Kaksi tunnistetta samalla toimielimellä.
  reason_sv: Två identifierare för samma organ.
  reason_en: Two identifiers for the same body.
  replacement: https://w3id.org/govkg/id/body/new
"""


def read(folder: Path, text: str) -> object:
    path = folder / FILE
    path.write_text(text, encoding="utf-8")
    return read_withdrawn(path)


def test_an_entry_tells_since_when_why_and_what_is_in_its_place(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(GOOD, encoding="utf-8")
    stone = read_withdrawn(tmp_path / FILE)["https://w3id.org/govkg/id/body/old"]
    assert (stone.since, stone.reasons["en"], stone.replacement) == (
        "2026-12-01",
        "Two identifiers for the same body.",
        "https://w3id.org/govkg/id/body/new",
    )


def test_a_list_without_entries_is_none(tmp_path: Path) -> None:
    assert read(tmp_path, "# nothing\n[]\n") == {}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            GOOD.replace("  reason_sv: Två identifierare för samma organ.\n", ""),
            r"withdrawn\.yaml:1: `reason_sv` is missing",
        ),
        (GOOD.replace("2026-12-01", "soon"), r"withdrawn\.yaml:2: `withdrawn` is no date"),
        (
            GOOD.replace("replacement: https://w3id.org/govkg", "replacement: https://example.org"),
            r"withdrawn\.yaml:6: `replacement` is none of our IRIs",
        ),
        (GOOD.replace("body/new", "body/old"), "cannot replace itself"),
        (GOOD.replace("reason_en", "because"), "unknown key `because`"),
        (GOOD + GOOD, "listed twice"),
        ("iri: x\n", "no list"),
        ("- just a text\n", "no mapping"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_line(tmp_path: Path, wrong: str, said: str) -> None:
    with pytest.raises(GovkgError, match=said):
        read(tmp_path, wrong)


def test_nothing_that_is_listed_is_still_in_the_data_and_what_replaces_it_is() -> None:
    stones = read_withdrawn(registry(ROOT) / FILE)
    engine = embedded(ROOT / "data" / "release" / "govkg.nq")
    assert not [iri for iri in stones if is_known(engine, iri)]
    assert not [
        stone.replacement for stone in stones.values() if stone.replacement and not is_known(engine, stone.replacement)
    ]
