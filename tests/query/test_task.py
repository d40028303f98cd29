"""Frames between the server and its workers."""

import socket
import threading
from collections.abc import Iterator

import pytest

from govkg.query.task import Reply, Task, receive, send


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


@pytest.mark.parametrize("query", ["", "ASK {}", 'ASK { "ä\\u0000\x00🌲" ?p "\n" }', "\ud800", "x" * 200_000])
def test_a_task_comes_as_it_was_sent(pair: tuple[socket.socket, socket.socket], query: str) -> None:
    task = Task(query, "text/csv", base="http://h/", default_graphs=("urn:a", "urn:b"), compress=True, seconds=3.0)
    thread = threading.Thread(target=send, args=(pair[0], task))  # what is long is read while it is written
    thread.start()
    assert receive(pair[1], Task) == task
    thread.join()


@pytest.mark.parametrize(
    "reply", [Reply(), Reply(b"\x00\xff" * 100_000, compressed=True), Reply(reason="rows", line=7)]
)
def test_a_reply_comes_as_it_was_sent(pair: tuple[socket.socket, socket.socket], reply: Reply) -> None:
    thread = threading.Thread(target=send, args=(pair[0], reply))
    thread.start()
    assert receive(pair[1], Reply) == reply
    thread.join()


def test_what_is_told_at_the_sending_stands_in_place_of_the_value(pair: tuple[socket.socket, socket.socket]) -> None:
    send(pair[0], Task("ASK {}", "text/csv", seconds=3.0), seconds=9.0)
    assert receive(pair[1], Task).seconds == 9.0


def test_the_end_of_the_other_is_told(pair: tuple[socket.socket, socket.socket]) -> None:
    pair[0].sendall(b"\0\0")
    pair[0].close()
    with pytest.raises(EOFError):
        receive(pair[1], Reply)
