"""`govkg serve`."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from govkg.cli.main import main
from govkg.core.paths import home

pytestmark = pytest.mark.alone


@contextmanager
def serving(
    *options: str, errors: int | None = None, also: Path | None = None, **environment: str
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command running, and the URL that it printed. `errors` is where its standard error goes, `also` more modules."""
    command = [sys.executable, "-m", "govkg", "serve", *options]
    environment["PYTHONPATH"] = os.pathsep.join(map(str, [home() / "src", *([also] if also else [])]))
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline().strip()
        finally:
            process.terminate()  # killed, granian's first process would leave the others behind
            process.wait(30)


@pytest.mark.parametrize("server", ["waitress", "granian"])
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_it_prints_the_url_serves_there_and_stops_when_asked(stop: signal.Signals, server: str) -> None:
    with serving("--port", "0", "--server", server) as (process, url):
        with urlopen(f"{url}fi/") as response:  # the pages of the release
            assert response.status == 200
        process.send_signal(stop)
        assert process.wait(30) == 0


def test_a_port_that_is_taken_is_said_and_exits_with_1() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", "--port", str(port)])
    assert result.exit_code == 1
    assert f"127.0.0.1:{port}: cannot listen there" in result.output


def test_a_missing_release_is_said_and_exits_with_1(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GOVKG_ROOT", str(tmp_path))
    result = CliRunner().invoke(main, ["serve", "--port", "0"])
    assert result.exit_code == 1
    assert "there is no release yet" in result.output


def test_granian_serves_from_several_processes() -> None:
    with serving("--port", "0", "--server", "granian", "--processes", "2") as (process, url):
        for _ in range(8):
            with urlopen(f"{url}api/queries") as response:
                assert response.status == 200
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0


def test_a_connection_goes_on_after_a_body_that_was_refused_while_it_came() -> None:
    with serving("--port", "0", "--server", "granian") as (_, url):
        parts = urlsplit(url)
        head = f"Host: {parts.netloc}\r\n".encode()
        with socket.create_connection((parts.hostname or "", parts.port or 0), 30) as connection:
            connection.sendall(
                b"POST /sparql HTTP/1.1\r\n" + head + b"Content-Type: application/x-nope\r\nContent-Length: 6\r\n\r\n"
            )
            time.sleep(0.5)  # an answer that does not wait for the body would be here now
            connection.sendall(b"ASK {}")
            for status in (415, 200):
                response = HTTPResponse(connection)
                response.begin()
                assert (response.status, response.headers["Connection"]) == (status, None)
                response.read()
                connection.sendall(b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\n" + head + b"\r\n")


def test_granian_refuses_a_request_without_a_host() -> None:
    with serving("--port", "0", "--server", "granian") as (_, url):
        link = socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2].strip("/"))))
        link.sendall(b"GET /fi/ HTTP/1.1\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: link.recv(1_000), b""))
        link.close()
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b"Host is missing" in answer


_ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.mark.parametrize("server", ["waitress", "granian"])
def test_a_query_whose_client_has_left_is_stopped(server: str) -> None:
    with serving("--port", "0", "--server", server, GOVKG_SPARQL_SECONDS="600") as (_, url):
        parts = urlsplit(url)
        with socket.create_connection((parts.hostname or "", parts.port or 0), 30) as connection:
            query = urlencode({"query": _ENDLESS, "format": "csv"})
            connection.sendall(f"GET /sparql?{query} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
            time.sleep(1)  # the query is under way
        until = time.monotonic() + 60
        while 'govkg_workers_ended_total{reason="gone"} 1.0' not in urlopen(f"{url}metrics").read().decode():
            assert time.monotonic() < until
            time.sleep(0.2)


def test_granian_takes_the_standard_loop_whatever_else_is_installed(tmp_path: Path) -> None:
    tmp_path.joinpath("uvloop.py").write_text("def new_event_loop():\n    raise RuntimeError\n", "utf-8")
    with serving("--port", "0", "--server", "granian", also=tmp_path) as (_, url):
        assert urlopen(f"{url}healthz").status == 200


def test_a_limit_that_granian_cannot_hold_is_refused_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVKG_WEB_HEADERS", "8191")
    result = CliRunner().invoke(main, ["serve", "--port", "0", "--server", "granian"])
    assert result.exit_code == 2
    assert "GOVKG_WEB_HEADERS: granian reads at least 8192 bytes" in result.output


def test_waitress_serves_from_one_process() -> None:
    result = CliRunner().invoke(main, ["serve", "--processes", "2"])
    assert result.exit_code == 2
    assert "--server granian" in result.output


@pytest.mark.parametrize("server", ["waitress", "granian"])
def test_a_damaged_release_is_no_start(server: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GOVKG_ROOT", str(tmp_path))
    release = tmp_path / "data" / "release" / "govkg.nq"
    release.parent.mkdir(parents=True)
    release.write_bytes(b"<urn:s> <urn:p> <urn:o> .\n")
    result = CliRunner().invoke(main, ["serve", "--port", "0", "--server", server])
    assert result.exit_code == 1
    assert "its first line has no checksum" in result.output
