"""What goes to a query worker and what comes back, one frame each way over a socket; and frames as such."""

import json
import socket
import struct
import time
from dataclasses import MISSING, dataclass, fields
from typing import Any, ClassVar, TypeVar

_HEAD = struct.Struct("!II")  # length of the JSON head, length of the bytes that follow
_AT_ONCE = 2**16  # bytes that are written or read in one call
_ANY = "surrogatepass"  # what is no text goes through too, and is refused by the engine
_SILENCE = 30  # seconds in which a frame that began must have come


@dataclass(frozen=True)
class Frame:
    """What can be sent: a dataclass of plain values. The one called `long` goes as it is, bytes or text, which costs less than JSON."""

    long: ClassVar[str] = ""
    is_text: ClassVar[bool] = False  # the long one


_USUAL: dict[type[Frame], dict[str, Any]] = {}  # the values of a frame that need not be sent, by name


Sent = TypeVar("Sent", bound=Frame)


@dataclass(frozen=True)
class Task(Frame):
    """A query to answer, and how. `default_graphs` and `named_graphs` are the dataset that the request names, or None where it names none.

    `ours`: a query of the site itself, whose answer has any number of rows and bytes.
    """

    long: ClassVar[str] = "query"
    is_text: ClassVar[bool] = True

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

    long: ClassVar[str] = "body"

    body: bytes = b""
    compressed: bool = False
    reason: str = ""
    what: str = ""
    line: int = 0
    column: int = 0
    heavy: bool = False  # the worker has grown, and had better be replaced


def send(link: socket.socket, frame: Frame, **more: float) -> None:
    """Write one frame, with `more` in place of its values. Raises OSError when the other end is gone."""
    usual = _USUAL.get(type(frame)) or _note_usual(type(frame))
    told = {name: value for name, value in vars(frame).items() if name not in usual or value != usual[name]}
    long: bytes | str = told.pop(frame.long, b"")
    data = long.encode("utf-8", _ANY) if isinstance(long, str) else long
    text = json.dumps(told | more).encode()
    head = _HEAD.pack(len(text), len(data)) + text
    if len(data) < _AT_ONCE:
        link.sendall(head + data)
    else:
        link.sendall(head)
        link.sendall(data)


def receive(link: socket.socket, kind: type[Sent]) -> Sent:
    """Read one frame. Raises EOFError when the other end is gone."""
    return receive_rest(link, kind, begin(link))


def begin(link: socket.socket) -> bytes:
    """The beginning of a frame, as soon as something comes; mostly it is all of it, since no frame follows before it was answered.

    Raises EOFError when the other end is gone.
    """
    found = link.recv(_AT_ONCE)
    if not found:
        raise EOFError
    return found


def receive_rest(link: socket.socket, kind: type[Sent], found: bytes) -> Sent:
    """Read the frame that begins so. Raises EOFError when the other end is gone, OSError when it falls silent."""
    if (missing := _HEAD.size - len(found)) > 0:
        found += _exactly(link, missing)
    head_length, body_length = _HEAD.unpack_from(found)
    body_start = _HEAD.size + head_length
    if missing := body_start + body_length - len(found):
        found += _exactly(link, missing)
    told = json.loads(found[_HEAD.size : body_start])
    if body_length or kind.is_text:
        data = found[body_start:]
        told[kind.long] = data.decode("utf-8", _ANY) if kind.is_text else data
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in told.items()})


def _note_usual(kind: type[Frame]) -> dict[str, Any]:
    _USUAL[kind] = {field.name: field.default for field in fields(kind) if field.default is not MISSING}
    return _USUAL[kind]


def _exactly(link: socket.socket, length: int) -> bytearray:
    data = bytearray(length)
    view, done, until = memoryview(data), 0, time.monotonic() + _SILENCE
    while done < length:
        try:
            count = link.recv_into(view[done:])
        except BlockingIOError:  # the link has a time-out of its own
            if time.monotonic() > until:
                raise
            continue
        if not count:
            raise EOFError
        done += count
    return data
