"""The real server at a real socket: what is slow, too much or malformed is served or refused, and others are served meanwhile."""

import contextlib
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from .test_serve import serving

pytestmark = pytest.mark.alone

SILENCE = 2
DUMP = "dumps/govkg.nq"
LONG = 60  # seconds after which a test says that the server is stuck
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c FILTER EXISTS { ?d ?e ?f FILTER(?d != ?d && ?a = ?d) } }"
"""Has no end, and keeps nothing in memory, so that no other limit than that of time can bite."""
PATIENT: dict[str, Any] = {
    "GOVKG_SPARQL_SECONDS": "3",
    "GOVKG_SPARQL_QUICK": "0.5",
    "GOVKG_WEB_SILENCE": str(SILENCE),
    "GOVKG_WEB_LOG": "off",
}


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with serving("--port", "0", "--threads", "8", **PATIENT) as (_, found):
        yield found


def connect(url: str, source: str = "127.0.0.1") -> socket.socket:
    host, _, port = url.removeprefix("http://").strip("/").partition(":")
    return socket.create_connection((host, int(port)), timeout=LONG, source_address=(source, 0))


def exchange(url: str, data: bytes, source: str = "127.0.0.1") -> bytes:
    """What the server sends until it closes the connection, or has sent one whole answer."""
    with connect(url, source) as link:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            link.sendall(data)
        found = b""
        with contextlib.suppress(ConnectionResetError):
            while b"\r\n\r\n" not in found:
                chunk = link.recv(65_536)
                if not chunk:
                    break
                found += chunk
        return found


def is_closed(link: socket.socket) -> bool:
    """Whether the server closes the connection, though nothing is read from it."""
    deadline = time.monotonic() + LONG
    while time.monotonic() < deadline:
        try:
            link.send(b" ")
        except ConnectionError:
            return True
        time.sleep(SILENCE * 2)  # each byte that is sent counts as a sign of life
    return False


def status(url: str, path: str = "fi/about") -> int:
    try:
        with urlopen(url + path, timeout=LONG) as response:
            return int(response.status)
    except HTTPError as error:
        return error.code


@pytest.mark.parametrize(
    ("request_bytes", "statuses"),
    [
        (b"\x00\x01\x02\r\n\r\n", (400, 0)),
        (b"GET\r\n\r\n", (400,)),
        (b"GET / HTTP/9.9\r\nHost: x\r\n\r\n", (400, 303, 505)),
        (b"G\x00T /fi/ HTTP/1.1\r\nHost: x\r\n\r\n", (400, 405, 501)),
        (b"GET /fi/\x00 HTTP/1.1\r\nHost: x\r\n\r\n", (400, 404)),
        (b"GET /fi/%00 HTTP/1.1\r\nHost: x\r\n\r\n", (404,)),
        (b"GET /fi/q/grant-deciders?region=\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n", (400,)),
        (b"GET /\xc3\x28 HTTP/1.1\r\nHost: x\r\n\r\n", (400, 404)),
        (b"GET /fi/ HTTP/1.1\r\n\r\n", (400,)),
        (b"GET /fi/ HTTP/1.1\r\nHost: \x00\r\n\r\n", (400,)),
        (b"GET /fi/ HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", (400,)),
        (b"GET /fi/ HTTP/1.1\r\nHost: a b<c>\r\n\r\n", (400,)),
        (b"GET /fi/ HTTP/1.1\r\nHost: x\r\nA\x00: b\r\n\r\n", (400, 200)),
        (b"GET /fi/ HTTP/1.1\r\nHost: x\r\nX: " + b"x" * 300_000 + b"\r\n\r\n", (431,)),
        (b"GET /fi/ HTTP/1.1\r\nHost: x\r\n" + b"X: y\r\n" * 60_000 + b"\r\n", (431,)),
        (b"GET /" + b"x" * 300_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", (431,)),
        (b"GET /fi/" + b"x" * 9_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", (414,)),
        (b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n", (413,)),
        (b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n", (400,)),
        (
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            (400,),
        ),
        (b"POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", (400,)),
        (b"POST /fi/about HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc", (405,)),
    ],
    ids=range(22),
)
def test_what_is_malformed_or_too_much_is_refused(url: str, request_bytes: bytes, statuses: tuple[int, ...]) -> None:
    answer = exchange(url, request_bytes)
    assert int(answer.split(b" ", 2)[1] if answer else 0) in statuses
    assert status(url) == 200


@pytest.mark.parametrize(
    ("request_bytes", "limit"),
    [
        (b"GET /fi/ HTTP/1.1\r\nHost: x\r\nX: " + b"x" * 300_000 + b"\r\n\r\n", b"headers=262144"),
        (b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n", b"length=100000"),
    ],
    ids=["headers", "body"],
)
def test_a_limit_that_bites_before_the_application_is_asked_is_named(
    url: str, request_bytes: bytes, limit: bytes
) -> None:
    assert b"\r\ngovkg-limit: " + limit + b"\r\n" in exchange(url, request_bytes).lower()


def test_hundreds_who_send_slowly_are_closed_and_others_are_served_meanwhile(url: str) -> None:
    with contextlib.ExitStack() as open_links:
        slow = [open_links.enter_context(connect(url)) for _ in range(300)]
        for link in slow:
            link.sendall(b"GET /fi/ HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        assert status(url) == 200
        for link in slow:
            with contextlib.suppress(OSError):
                assert link.recv(1_000)[:12] in (b"", b"HTTP/1.1 408")  # closed by the server, which waits no longer
        assert status(url) == 200


def test_who_sends_a_byte_now_and_then_keeps_no_thread(url: str) -> None:
    with contextlib.ExitStack() as open_links:
        drip = [open_links.enter_context(connect(url)) for _ in range(50)]
        for byte in b"POST /sparql":
            for link in drip:
                with contextlib.suppress(OSError):
                    link.send(bytes([byte]))
            assert status(url, "healthz") == 200


def test_a_client_that_does_not_read_its_answer_keeps_no_thread_and_is_closed() -> None:
    with serving("--port", "0", "--threads", "2", **PATIENT) as (_, url), contextlib.ExitStack() as open_links:
        links = [open_links.enter_context(connect(url)) for _ in range(3)]
        for link in links:
            link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
            link.sendall(f"GET /{DUMP} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert status(url) == 200  # more clients than threads
        assert all(is_closed(link) for link in links)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="the system does not tell what a process has open")
@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_clients_that_do_not_read_a_dump_share_one_copy_of_it(coding: str) -> None:
    with serving("--port", "0", **PATIENT) as (process, url), contextlib.ExitStack() as open_links:
        links = [open_links.enter_context(connect(url)) for _ in range(20)]
        for link in links:
            link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
            link.sendall(f"GET /{DUMP} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: {coding}\r\n\r\n".encode())
        assert all(link.recv(15) == b"HTTP/1.1 200 OK" for link in links)
        assert len(nameless(process.pid)) <= 1


def nameless(process: int) -> list[Path]:
    """The files that a process itself has opened and that have no name, as what waits for a client has none."""
    own = (path for path in Path(f"/proc/{process}/fd").iterdir() if int(path.name) > 2)
    return [path for path in own if str(path.readlink()).endswith("(deleted)")]


def test_a_request_that_comes_in_too_slowly_is_closed(url: str) -> None:
    with connect(url) as link, pytest.raises(ConnectionError):
        for _ in range(LONG):
            link.send(b"x")
            time.sleep(SILENCE / 4)


def test_two_thousand_connections_at_once_and_the_next_is_served() -> None:
    with serving("--port", "0", **PATIENT, GOVKG_WEB_CONNECTIONS="200") as (_, url), contextlib.ExitStack() as links:
        host, _, port = url.removeprefix("http://").strip("/").partition(":")
        for _ in range(2_000):
            link = links.enter_context(socket.socket())
            link.setblocking(False)
            link.connect_ex((host, int(port)))
        links.close()
        assert status(url) == 200


def test_a_client_may_have_so_many_connections_and_others_are_served() -> None:
    with serving("--port", "0", GOVKG_WEB_EACH="5", GOVKG_WEB_FREE="") as (_, url), contextlib.ExitStack() as links:
        for _ in range(5):
            links.enter_context(connect(url)).sendall(b"GET /fi/ HTTP/1.1\r\n")
        asked = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
        refused = exchange(url, asked)
        assert refused.startswith(b"HTTP/1.1 429")
        assert b"Govkg-Limit: each=5" in refused
        assert exchange(url, asked, "127.0.0.2").startswith(b"HTTP/1.1 200")


def test_two_runaway_queries_are_stopped_and_others_are_served_meanwhile(url: str) -> None:
    runaway = f"sparql?query={quote(ENDLESS)}"
    found: list[int] = []
    running = [threading.Thread(target=lambda: found.append(status(url, runaway))) for _ in range(2)]
    for thread in running:
        thread.start()
    served = 0
    while any(thread.is_alive() for thread in running):
        assert status(url, "sparql?query=ASK%7B%7D") == 200
        assert status(url) == 200
        served += 1
        time.sleep(0.05)
    assert found == [503, 503]
    assert served > 2


def test_who_leaves_frees_the_place_of_the_query(url: str) -> None:
    for _ in range(6):
        with connect(url) as link:
            link.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    deadline = time.monotonic() + LONG
    while (found := status(url, "sparql?query=ASK%7B%7D")) != 200 and time.monotonic() < deadline:
        time.sleep(0.1)
    assert found == 200


def test_each_client_is_limited_at_the_real_server() -> None:
    with serving("--port", "0", GOVKG_WEB_REQUESTS="3", GOVKG_WEB_FREE="") as (_, url):
        assert [status(url, "healthz") for _ in range(4)] == [200, 200, 200, 429]
        assert b"429 Too Many Requests" in exchange(url, b"GET /fi/ HTTP/1.1\r\nHost: x\r\n\r\n")


def test_a_log_that_nobody_reads_stops_nothing() -> None:
    """The standard error is a pipe that is never read, as a careless parent leaves it."""
    with serving("--port", "0", errors=subprocess.PIPE, GOVKG_WEB_LOG="full") as (_, url):
        path = "fi/none?" + "x" * 7_000
        assert {status(url, path) for _ in range(60)} == {404}
