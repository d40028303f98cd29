"""A document's folder: what source.yaml must say and what is refused, each with its line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from govkg.build.sources import read_source
from govkg.core.errors import GovkgError, Problem

SLUG = "testila-2022"


def problems(world: Path, change: Callable[[str], str]) -> tuple[Problem, ...]:
    folder = world / "data" / "sources" / SLUG
    path = folder / "source.yaml"
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    with pytest.raises(GovkgError) as caught:
        read_source(folder)
    return caught.value.problems


def test_a_source_is_cut_into_its_outline(world: Path) -> None:
    source = read_source(world / "data" / "sources" / SLUG)
    assert [s.id for s in source.segments] == [
        "johdanto",
        "testila",
        "testila/hallinto",
        "testila/strategia",
        "kokeela",
        "kokeela/hallinto",
    ]
    assert source.segments[2].region == "testila"


def test_an_offset_leads_back_to_its_line(world: Path) -> None:
    source = read_source(world / "data" / "sources" / SLUG)
    start = source.reading.text.index("järjestölautakunta")
    assert source.reading.lines_of(start, start + len("järjestölautakunta")) == (4, 6)


def test_a_changed_text_is_refused(world: Path) -> None:
    text = world / "data" / "sources" / SLUG / "text.txt"
    text.write_text(text.read_text("utf-8").replace("päättää", "vastaa"), "utf-8")
    (problem,) = problems(world, lambda yaml: yaml)
    assert "checksum differs" in problem.what
    assert problem.where == f"{SLUG}/source.yaml"
    assert problem.line == 9


@pytest.mark.parametrize("key", ["title", "publisher", "date"])
def test_a_missing_title_publisher_or_date_is_refused(world: Path, key: str) -> None:
    found = problems(world, lambda yaml: "\n".join(line for line in yaml.split("\n") if not line.startswith(f"{key}:")))
    assert [p.what for p in found] == [f"`{key}` is missing"]


def test_a_document_described_in_fewer_than_three_languages_is_refused(world: Path) -> None:
    (problem,) = problems(world, lambda yaml: yaml.replace(" sv: En uppfunnen översikt.,", ""))
    assert problem.what == "`definition` has no sv"
    assert problem.line == 3


def test_two_segments_may_not_share_an_id(world: Path) -> None:
    (problem,) = problems(world, lambda yaml: yaml.replace("id: kokeela,", "id: testila,"))
    assert "two segments share the id `testila`" in problem.what
    assert problem.line == 16


def test_a_tab_in_the_yaml_is_named_with_its_line(world: Path) -> None:
    (problem,) = problems(world, lambda yaml: yaml.replace("date: 2022-06\n", "date:\t\n\t2022-06\n"))
    assert "tab" in problem.what
    assert problem.line in (5, 6)


def test_a_date_that_is_none_is_refused(world: Path) -> None:
    (problem,) = problems(world, lambda yaml: yaml.replace("\ndate: 2022-06", "\ndate: 2022-13"))
    assert "there is no month 13" in problem.what


def test_a_listed_hyphen_that_never_occurs_is_refused(world: Path) -> None:
    (problem,) = problems(world, lambda yaml: yaml.replace("[syys-lokakuussa,", "[syys-lokakuussa, elo-syyskuussa,"))
    assert "`elo-syyskuussa` never stands broken" in problem.what


@pytest.mark.parametrize(
    ("data", "what"),
    [
        ("väärä".encode("utf-16"), "UTF-16"),
        (b"\x89PNG\0\0", "NUL"),
        ("ä".encode("latin-1") + b"bc", "not UTF-8"),
        (b"\xef\xbb\xbfabc", "byte order mark"),
    ],
)
def test_a_text_that_is_not_utf8_is_refused(world: Path, data: bytes, what: str) -> None:
    (world / "data" / "sources" / SLUG / "text.txt").write_bytes(data)
    (problem,) = problems(world, lambda yaml: yaml)
    assert what in problem.what
    assert "UTF-8" in problem.todo


def test_all_faults_of_a_file_are_told_together(world: Path) -> None:
    found = problems(
        world, lambda yaml: yaml.replace("title: Katsaus 6/2022\n", "", 1).replace("kind: survey", "sort: survey")
    )
    assert len(found) == 3
