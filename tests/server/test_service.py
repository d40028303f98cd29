"""The site as it is served: from disk or memory, one release after the other, none that is damaged."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.conftest import ROOT
from werkzeug.test import Client

from govkg.core.dataset import read_release, release_file, seal
from govkg.core.errors import GovkgError
from govkg.query.built import build_store
from govkg.query.limits import Limits
from govkg.server import service as served
from govkg.server.gate.gate import Gate
from govkg.server.gate.web_limits import WebLimits
from govkg.server.kept_answers import KeptAnswers
from govkg.server.service import Service

pytestmark = pytest.mark.alone

LIMITS = Limits(seconds=5, workers=2)
URL = "/api/queries"


@pytest.fixture
def release(built_world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A release of the invented region, for a test to change."""
    root = tmp_path / "root"
    shutil.copytree(built_world / "data" / "release", root / "data" / "release")
    shutil.copytree(ROOT / "queries", root / "queries")
    for name in ("data/registry", "data/sources", "web"):
        (root / name).symlink_to(ROOT / name)
    monkeypatch.setenv("GOVKG_ROOT", str(root))
    monkeypatch.setattr(served, "LOOK", 0.05)
    return release_file(root)


@pytest.fixture
def service(release: Path) -> Iterator[Service]:
    with Service(release, LIMITS, Gate(WebLimits(log="off")), KeptAnswers(10_000_000)) as found:
        yield found


def until(is_so: Callable[[], bool]) -> None:
    """Wait for what shall come about."""
    end = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.02)


def another(release: Path) -> bytes:
    """The same release with one statement more."""
    return seal(read_release(release).data.split(b"\n", 1)[1] + b"<urn:zz> <urn:p> <urn:o> <urn:zz> .\n")


def put(release: Path, data: bytes) -> None:
    new = release.with_name("new")
    new.write_bytes(data)
    new.replace(release)


def statements(service: Service) -> int:
    query = "SELECT ?s { GRAPH ?g { ?s ?p ?o } } LIMIT 1000000"
    lines: list[bytes] = (
        Client(service).get("/sparql", query_string={"query": query, "format": "csv"}).data.splitlines()
    )
    return len(lines) - 1


def test_it_answers_over_the_release(service: Service, release: Path) -> None:
    answer = Client(service).get(URL)
    assert answer.status_code == 200
    assert answer.get_json()["data_version"] == read_release(release).version == service.version


def test_it_answers_from_the_store_on_disk_and_then_from_memory(release: Path) -> None:
    build_store(release)
    with Service(release, LIMITS, Gate(WebLimits(log="off")), KeptAnswers(10_000_000)) as service:
        assert not service.is_settled
        before = statements(service)
        service.watch()
        until(lambda: service.is_settled)
        assert statements(service) == before > 0


def test_a_large_release_stays_on_disk(release: Path) -> None:
    build_store(release)
    with Service(release, LIMITS, Gate(WebLimits(log="off")), KeptAnswers(10_000_000), in_memory=0) as service:
        assert service.is_settled
        assert statements(service) > 0


def test_a_store_that_cannot_be_opened_is_passed_over(release: Path) -> None:
    folder = build_store(release)
    for file in folder.glob("*.sst"):
        file.unlink()
    with Service(release, LIMITS, Gate(WebLimits(log="off")), KeptAnswers(10_000_000)) as service:
        assert service.is_settled
        assert statements(service) > 0


def test_a_new_release_is_taken_up_and_answers_that_readers_have_are_old(service: Service, release: Path) -> None:
    client = Client(service)
    before, tag = service.version, client.get(URL).headers["ETag"]
    assert client.get(URL, headers={"If-None-Match": tag}).status_code == 304
    service.watch()
    put(release, another(release))
    until(lambda: service.version != before)
    answer = client.get(URL, headers={"If-None-Match": tag})
    assert answer.status_code == 200
    assert answer.get_json()["data_version"] == read_release(release).version


def test_no_request_fails_while_a_new_release_is_taken_up(service: Service, release: Path) -> None:
    before, statuses, done = service.version, list[int](), threading.Event()

    def keep_asking(number: int) -> None:
        client, count = Client(service), 0
        while not done.is_set():
            count += 1
            query = f"SELECT ?s {{ ?s ?p ?o }} LIMIT {number * 1_000 + count}"
            statuses.append(client.get("/sparql", query_string={"query": query, "format": "json"}).status_code)
            statuses.append(client.get("/fi/documents").status_code)

    threads = [threading.Thread(target=keep_asking, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    service.watch()
    put(release, another(release))
    until(lambda: service.version != before)
    seen = len(statuses)
    until(lambda: len(statuses) > seen + 20)
    done.set()
    for thread in threads:
        thread.join()
    assert set(statuses) == {200}


@pytest.mark.parametrize(
    "damage",
    [lambda data: data[:-20], lambda data: data.replace(b"urn:zz", b"urn:yy"), lambda data: b""],
    ids=["cut", "changed", "empty"],
)
def test_a_damaged_release_is_refused_and_the_one_before_stays(
    service: Service, release: Path, damage: Callable[[bytes], bytes], caplog: pytest.LogCaptureFixture
) -> None:
    before = service.version
    service.watch()
    put(release, damage(another(release)))
    until(lambda: any("goes on being served" in record.getMessage() for record in caplog.records))
    assert service.version == before
    assert Client(service).get(URL).status_code == 200
    whole = another_of(release, damage)
    put(release, whole)
    until(lambda: service.version != before)


def another_of(release: Path, damage: Callable[[bytes], bytes]) -> bytes:
    return seal(b"<urn:zz> <urn:p> <urn:o> <urn:zz> .\n")


def test_a_release_that_is_gone_is_told_of_and_the_one_before_stays(
    service: Service, release: Path, caplog: pytest.LogCaptureFixture
) -> None:
    service.watch()
    release.unlink()
    until(lambda: any("there is no release yet" in record.getMessage() for record in caplog.records))
    assert Client(service).get(URL).status_code == 200


def test_a_damaged_release_is_no_start(release: Path) -> None:
    release.write_bytes(release.read_bytes()[:-20])
    with pytest.raises(GovkgError, match="damaged"):
        Service(release, LIMITS, Gate(WebLimits(log="off")), KeptAnswers(1_000))


def test_a_page_whose_query_runs_out_of_time_says_so(release: Path) -> None:
    endless = " ".join(f"VALUES ?{v} {{ {' '.join(map(str, range(300)))} }}" for v in "abcde")
    for file in (release.parents[2] / "queries").glob("grant-deciders.rq"):
        file.write_text(file.read_text("utf-8").replace("WHERE {", "WHERE { " + endless, 1), "utf-8")
    with Service(release, Limits(saved=0.5, workers=2), Gate(WebLimits(log="off")), KeptAnswers(1_000)) as service:
        client = Client(service)
        page, api = client.get("/en/q/grant-deciders"), client.get("/api/queries/grant-deciders")
    assert (page.status_code, page.headers["Retry-After"]) == (503, "5")
    assert "ran out of time" in page.text
    assert (api.status_code, api.get_json()["type"].rpartition("#")[2]) == (503, "unanswered")
