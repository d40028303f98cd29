"""Whether a client has left, seen by the connections of this process."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from govkg.server import leaving
from govkg.server.leaving import Leaving


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving, "_LOOK", 0)


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.9", 0)) as server:
        yield server


def connected(server: socket.socket, host: str) -> tuple[socket.socket, socket.socket]:
    client = socket.create_connection(server.getsockname(), source_address=(host, 0))
    return client, server.accept()[0]


def test_a_client_has_left_when_its_connection_is_closed(listening: socket.socket) -> None:
    client, served = connected(listening, "127.0.0.7")
    with client, served:
        looking = Leaving("127.0.0.7")
        assert not looking.has_left()
        client.close()
        assert looking.has_left()


def test_a_client_has_left_when_the_web_server_has_closed_its_connection(listening: socket.socket) -> None:
    client, served = connected(listening, "127.0.0.7")
    looking = Leaving("127.0.0.7")
    assert not looking.has_left()
    client.close()
    served.close()
    assert looking.has_left()


def test_a_client_that_waits_has_not_left_and_may_have_asked_for_more(listening: socket.socket) -> None:
    client, served = connected(listening, "127.0.0.7")
    with client, served:
        client.sendall(b"GET /next HTTP/1.1\r\n")
        looking = Leaving("127.0.0.7")
        assert [looking.has_left() for _ in range(3)] == [False] * 3


@pytest.mark.parametrize(("host", "is_missed"), [("127.0.0.7", False), ("127.0.0.8", True)])
def test_a_client_is_missed_unless_it_keeps_another_connection_whoever_else_has_one(
    listening: socket.socket, host: str, is_missed: bool
) -> None:
    client, served = connected(listening, "127.0.0.7")
    other, served_too = connected(listening, host)
    with served, other, served_too:
        looking = Leaving("127.0.0.7")
        assert not looking.has_left()
        client.close()
        assert looking.has_left() is is_missed


def test_a_client_that_was_never_seen_is_not_taken_for_one_that_left() -> None:
    looking = Leaving("127.0.0.6")
    assert [looking.has_left() for _ in range(3)] == [False] * 3


def test_looking_leaves_no_handle_open(listening: socket.socket) -> None:
    client, served = connected(listening, "127.0.0.7")
    with client, served:
        before = len(list(Path("/dev/fd").iterdir()))
        Leaving("127.0.0.7").has_left()
        assert len(list(Path("/dev/fd").iterdir())) == before
