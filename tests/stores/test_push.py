"""`govkg push`: whole or not at all, wherever it is cut."""

import subprocess
import sys
from pathlib import Path

import pytest

from govkg.core.dataset import Release, read_release
from govkg.core.errors import AwayError, GovkgError, UsageError
from govkg.core.paths import home
from govkg.core.store import Login, checked_address, login_for, seconds_of
from govkg.publish.push import Target, push
from govkg.query.remote import GRAPHS
from tests.stores.conftest import engine_of, load
from tests.stores.fake import Told, fake
from tests.stores.servers import Running

STEPS = len(GRAPHS) + 1  # what is told before the version stands in the store


@pytest.fixture
def small(built_world: Path) -> Release:
    return read_release(built_world / "data" / "release" / "govkg.nq")


def test_what_was_pushed_answers_with_its_version(store: Running, small: Release) -> None:
    load(store, small)
    engine = engine_of(store)
    assert engine.version == small.version
    (row,) = engine.select("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")
    assert int(row["n"].value) == small.data.count(b" .\n")


def test_a_push_that_is_cut_at_any_step_is_no_release_and_can_be_started_anew(store: Running, small: Release) -> None:
    for step in range(STEPS):
        load(store, small)
        with pytest.raises(KeyboardInterrupt):
            cut_at(step, store, small)
        with pytest.raises(AwayError, match="no whole release"):
            engine_of(store)
    load(store, small)
    assert engine_of(store).version == small.version


def cut_at(step: int, store: Running, release: Release) -> None:
    heard: list[str] = []

    def hear(text: str) -> None:
        if len(heard) == step:
            raise KeyboardInterrupt
        heard.append(text)

    push(release, Target(store.push, None, 60), hear, pause=lambda seconds: None)


def test_a_push_that_is_killed_leaves_no_version(store: Running, built_world: Path, small: Release) -> None:
    load(store, small)
    command = [sys.executable, "-m", "govkg", "push", store.push]
    environment = {"PYTHONPATH": str(home() / "src"), "GOVKG_ROOT": str(built_world), "HOME": "/nonexistent"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr is not None
        assert "withdrawn" in process.stderr.readline()
        process.kill()
    with pytest.raises(AwayError, match="no whole release"):
        engine_of(store)


def test_a_digest_is_answered_before_the_body_is_sent(small: Release) -> None:
    asks = {"WWW-Authenticate": 'Digest realm="SPARQL", nonce="abc", qop="auth", algorithm="MD5"'}
    with fake(Told(401, headers=asks), Told()) as store:
        push(small, Target(store.url, Login("anna", "s3cret"), 5), pause=lambda seconds: None)
    first, second = store.asked[:2]
    assert (first[0], second[0]) == ("GET", "DELETE")
    assert second[1]["Authorization"].startswith('Digest username="anna"')
    assert not any(b"s3cret" in body or "s3cret" in str(headers) for _, headers, body in store.asked)


@pytest.mark.parametrize(("status", "said"), [(401, "who we are"), (404, "no graphs are taken"), (400, "refuses it")])
def test_a_store_that_takes_nothing_is_told(small: Release, status: int, said: str) -> None:
    with fake(Told(204), Told(status)) as store, pytest.raises(GovkgError, match=said):
        push(small, Target(store.url, None, 5), pause=lambda seconds: None)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError) as refused:
        checked_address("http://anna:s3cret@example.org/", "URL")
    assert "s3cret" not in str(refused.value)


@pytest.mark.parametrize(
    "url", ["example.org", "ftp://example.org/", "http://", "http://a b/", "http://x:y/", "http://[/"]
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(UsageError):
        checked_address(url, "URL")


def test_credentials_come_from_the_environment_or_netrc(tmp_path: Path) -> None:
    file = tmp_path / "netrc"
    file.write_text("machine example.org login anna password s3cret\n", "utf-8")
    file.chmod(0o600)
    assert login_for("http://example.org/x", {"NETRC": str(file)}) == Login("anna", "s3cret")
    assert login_for("http://other.org/x", {"NETRC": str(file)}) is None
    given = {"GOVKG_STORE_USER": "bo", "GOVKG_STORE_PASSWORD": "p", "NETRC": str(file)}
    assert login_for("http://example.org/x", given) == Login("bo", "p")
    with pytest.raises(UsageError, match="GOVKG_STORE_PASSWORD"):
        login_for("http://example.org/x", {"GOVKG_STORE_USER": "bo"})


@pytest.mark.parametrize("text", ["0", "-1", "inf", "nan", "soon"])
def test_a_time_limit_is_a_number_above_zero(text: str) -> None:
    with pytest.raises(UsageError):
        seconds_of({"GOVKG_STORE_SECONDS": text})
