"""Endpoints that an operator lists: really called, and no other."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pyoxigraph as ox
import pytest

from govkg.query.limits import Limits
from govkg.query.task import Reply, Task
from govkg.query.workers import Pool

pytestmark = pytest.mark.alone

JSON = "application/sparql-results+json"
FOUND = {"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "kaukaa"}}]}}


class Other(BaseHTTPRequestHandler):
    """Another endpoint; below /moved it sends the caller on."""

    calls: list[str]
    moved_to: str

    def do_POST(self) -> None:
        self.calls.append(self.path)
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/moved":
            self.send_response(307)
            self.send_header("Location", self.moved_to)
            self.end_headers()
            return
        body = json.dumps(FOUND).encode()
        self.send_response(200)
        self.send_header("Content-Type", JSON)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *about: object) -> None: ...


@contextmanager
def other(moved_to: str = "") -> Iterator[tuple[str, list[str]]]:
    """The address of another endpoint, and the paths at which it was called."""
    calls: list[str] = []
    handler = type("Handler", (Other,), {"calls": calls, "moved_to": moved_to})
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", calls
        server.shutdown()
        thread.join()


def asked(service: str, *listed: str) -> Reply:
    with Pool(ox.Store(), Limits(seconds=5, workers=2, services=frozenset(listed))) as pool:
        return pool.ask(Task(f"SELECT ?x {{ SERVICE <{service}> {{ ?s ?p ?x }} }}", JSON))


def test_a_listed_endpoint_is_called_and_its_answer_is_joined() -> None:
    with other() as (address, calls):
        reply = asked(f"{address}/sparql", f"{address}/sparql")
    assert json.loads(reply.body)["results"]["bindings"][0]["x"]["value"] == "kaukaa", reply
    assert calls == ["/sparql"]


def test_a_listed_endpoint_cannot_send_the_caller_on_to_another() -> None:
    with other() as (secret, calls), other(moved_to=f"{secret}/inside") as (address, first):
        reply = asked(f"{address}/moved", f"{address}/moved")
    assert (first, calls) == (["/moved"], [])
    assert reply.reason == "failed"


def test_without_a_list_workers_can_open_no_socket() -> None:
    with other() as (address, calls):
        assert asked(f"{address}/sparql").reason == "failed"
    assert calls == []


@pytest.mark.parametrize("duty", ["parse", "plan"])
@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?x {{ SERVICE {0} }}",
        "ASK {{ service SILENT {0} }}",
        "SELECT (COUNT(*) AS ?n) {{ Service {0} }}",
        "SELECT ?x {{ SERVICE {0} }} ORDER BY ?x",
    ],
)
def test_a_query_that_is_only_read_calls_no_endpoint_however_it_is_spelled(duty: str, query: str) -> None:
    with other() as (address, calls):
        listed = f"{address}/sparql"
        with Pool(ox.Store(), Limits(seconds=5, workers=2, services=frozenset({listed}))) as pool:
            reply = pool.ask(Task(query.format(f"<{listed}> {{ ?s ?p ?x }}"), JSON, duty=duty))
    assert calls == []
    assert reply.reason == ""
