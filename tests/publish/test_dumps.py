"""Dumps are made once, kept small, and are the release."""

import csv
import io
from pathlib import Path

import pytest

from govkg.core.dataset import Release, read_release, release_file
from govkg.publish.dumps import Dumps


@pytest.fixture(scope="module")
def release(built_world: Path) -> Release:
    return read_release(release_file(built_world))


def test_a_dump_unpacks_to_the_release(release: Release) -> None:
    dump = Dumps(release).get("govkg.nq")
    assert dump.plain() == release.data
    assert dump.size == len(release.data)
    assert len(dump.packed) < dump.size


def test_a_dump_is_read_as_it_is_and_under_gzip(release: Release) -> None:
    dumps = Dumps(release)
    assert dumps.open_plain("govkg.nq").read() == release.data
    assert dumps.open_packed("govkg.nq").read() == dumps.get("govkg.nq").packed


def test_a_dump_is_made_once(release: Release) -> None:
    dumps = Dumps(release)
    assert dumps.get("govkg.trig") is dumps.get("govkg.trig")


def test_the_table_of_claims_is_there_in_each_language(release: Release) -> None:
    dumps = Dumps(release)
    roles = {
        file: {row["role"] for row in csv.DictReader(io.StringIO(dumps.get(file).plain().decode(), newline=""))}
        for file in ("claims.csv", "claims.sv.csv", "claims.en.csv")
    }
    assert (
        "päättää" in roles["claims.csv"],
        "beslutar" in roles["claims.sv.csv"],
        "decides" in roles["claims.en.csv"],
    ) == (True, True, True)


def test_the_same_release_has_the_same_bytes_again(release: Release) -> None:
    assert [dump.packed for dump in Dumps(release).all()] == [dump.packed for dump in Dumps(release).all()]


def test_there_is_no_dump_of_another_name_and_none_without_a_release(release: Release) -> None:
    with pytest.raises(KeyError):
        Dumps(release).get("govkg.xml")
    assert Dumps(None).all() == []
