"""What goes to a query worker and what comes back, one frame each way over a socket; and frames as such."""

import json
import socket
import struct
from dataclasses import dataclass
from typing import Any, TypeVar

_HEAD = struct.Struct("!II")  # length of the JSON head, length of the bytes that follow


@dataclass(frozen=True)
class Frame:
    """What can be sent: a dataclass of plain values, of which one called `body` may be bytes."""


Sent = TypeVar("Sent", bound=Frame)


@dataclass(frozen=True)
class Task(Frame):
    """A query to answer, and how. `default_graphs` and `named_graphs` are the dataset that the request names, or None where it names none.

    `ours`: a query of the site itself, whose answer has any number of rows and bytes.
    """

    query: str
    media_type: str
    base: str | None = None  # what relative IRIs are resolved against
    union: bool = True  # all graphs together are the default graph; not so when the query has FROM clauses of its own
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    compress: bool = False
    duty: str = "answer"  # or "parse": only read the query; or "plan": its steps, counted
    ours: bool = False
    seconds: float = 0  # after which the worker ends itself if nobody does; the pool sets it


@dataclass(frozen=True)
class Reply(Frame):
    """The answer's bytes; or, with a `reason`, why there is none: the name of a limit, `syntax`, `failed`, `xml`, `plan` or `crash`."""

    body: bytes = b""
    compressed: bool = False
    reason: str = ""
    what: str = ""
    line: int = 0
    column: int = 0
    heavy: bool = False  # the worker has grown, and had better be replaced


def send(link: socket.socket, frame: Frame) -> None:
    """Write one frame. Raises OSError when the other end is gone."""
    fields = vars(frame).copy()
    body = fields.pop("body", b"")
    text = json.dumps(fields).encode()
    link.sendall(_HEAD.pack(len(text), len(body)) + text + body)


def receive(link: socket.socket, kind: type[Sent]) -> Sent:
    """Read one frame. Raises EOFError when the other end is gone."""
    fields, body = _frame(link)
    if body:
        fields["body"] = body
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()})


def _frame(link: socket.socket) -> tuple[dict[str, Any], bytes]:
    head_length, body_length = _HEAD.unpack(_exactly(link, _HEAD.size))
    return json.loads(_exactly(link, head_length)), bytes(_exactly(link, body_length))


def _exactly(link: socket.socket, length: int) -> bytearray:
    data = bytearray(length)
    view, done = memoryview(data), 0
    while done < length:
        count = link.recv_into(view[done:])
        if not count:
            raise EOFError
        done += count
    return data
