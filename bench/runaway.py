"""Runaway queries: when they are ended, how soon the next answer comes, and what other users feel meanwhile."""

import http.client
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from urllib.parse import urlsplit

from bench.load import Load, installed, measure
from bench.measure import Row, row
from bench.peers import DEADLINE, JSON, OURS, PEERS, MissingError, Running
from bench.questions import ENDLESS, SAVED, SMALL
from bench.quiet import settled

from govkg.core.dataset import release_file

FIRST = next(iter(OURS))
RUNAWAYS = 2
_ELSEWHERE = "127.0.0.2"  # the address of whoever sends them: limits are by client
_PATIENCE = 10  # seconds until a query counts as one without end
_UNDER_WAY = 0.5  # seconds until they run


def runaway(rounds: int, seconds: int) -> Iterator[Row | str]:
    """Ends of runaway queries and the answers after; 99 of 100 answers to others with two of them under way and without."""
    for name, start in OURS.items():
        with ExitStack() as stack:
            try:
                server = stack.enter_context(start(release_file()))
            except MissingError as missing:
                yield f"left out: {missing}"
                continue
            if noise := settled():
                yield noise
            yield from _ended(name, server, rounds)
            if not installed():
                yield "left out: wrk is not installed (apt-get install wrk)"
                continue
            for connections in (1, 8) if name == FIRST else (8,):
                yield from _others(name, server, connections, rounds, seconds)
    yield _of_peer()


def _of_peer() -> str:
    """What becomes of a runaway query in the Oxigraph server, told the same deadline."""
    try:
        with PEERS["Oxigraph server"](release_file()) as server:
            began = time.monotonic()
            try:
                status = _ask(server, ENDLESS)
                return (
                    f"Oxigraph server: a runaway query ends with status {status} after {time.monotonic() - began:.1f} s"
                )
            except TimeoutError:
                return f"Oxigraph server: a runaway query has no end {_PATIENCE} s after its start (--timeout-s {DEADLINE:.0f})"
    except MissingError as missing:
        return f"left out: {missing}"


def _ended(name: str, server: Running, rounds: int) -> Iterator[Row]:
    late, after = [], []
    for number in range(rounds):
        began = time.monotonic()
        if (status := _ask(server, f"{ENDLESS} # {number}")) != 503:
            raise RuntimeError(f"{name} answers a runaway query with {status}")
        late.append(time.monotonic() - began - DEADLINE)
        began = time.monotonic()
        _ask(server, f"{SMALL} # {number}")
        after.append(time.monotonic() - began)
    yield row(f"runaway, {name}: end after the deadline", late, "s")
    yield row(f"runaway, {name}: the next answer", after, "s")


def _others(name: str, server: Running, connections: int, rounds: int, seconds: int) -> Iterator[Row]:
    loads = {
        "ad hoc, 20 rows, new": Load(server.asking(SMALL), JSON, new=True),
        "saved, warm": Load(f"{server.url}/api/queries/{SAVED}", "application/json"),
    }
    for kind, load in loads.items():
        calm, disturbed = [], []
        for _ in range(rounds):
            calm.append(measure(load, connections, seconds))
            with _runaways(server):
                disturbed.append(measure(load, connections, seconds))
        what = f"runaway, {name}, {kind}, {connections} conn."
        yield row(f"{what}: p99 without", [1000 * told.p99 for told in calm], "ms")
        yield row(f"{what}: p99 with two", [1000 * told.p99 for told in disturbed], "ms")
        pairs = list(zip(disturbed, calm, strict=True))
        yield row(f"{what}: p99 with : without", [a.p99 / b.p99 for a, b in pairs], "times")
        yield row(f"{what}: answers with : without", [a.rate / b.rate for a, b in pairs], "times")


@contextmanager
def _runaways(server: Running) -> Iterator[None]:
    """Two of them at any time, from another address: each that is ended is sent again."""
    over = threading.Event()

    def send(number: int) -> None:
        while not over.is_set():
            number += RUNAWAYS
            with suppress(OSError, http.client.HTTPException):
                _ask(server, f"{ENDLESS} # {time.monotonic_ns()} {number}", _ELSEWHERE)

    threads = [threading.Thread(target=send, args=(number,)) for number in range(RUNAWAYS)]
    for thread in threads:
        thread.start()
    time.sleep(_UNDER_WAY)
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()


def _ask(server: Running, query: str, source: str = "127.0.0.1") -> int:
    """The status of an answer, read whole."""
    parts = urlsplit(server.asking(query))
    connection = http.client.HTTPConnection(parts.netloc, timeout=_PATIENCE, source_address=(source, 0))
    try:
        connection.request("GET", f"{parts.path}?{parts.query}", headers={"Accept": JSON})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()
