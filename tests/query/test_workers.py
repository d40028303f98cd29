"""Processes that answer and can be lost."""

import json
import os
import select
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from govkg.core.names import PREFIXES
from govkg.query.limits import Limits
from govkg.query.task import Reply, Task
from govkg.query.workers import Pool

pytestmark = pytest.mark.alone

JSON = "application/sparql-results+json"
LIMITS = Limits(seconds=1.5, aside=0.2, quick=0.4, rows=50, size=20_000, memory=128, workers=2, client=1)
DATA = b"<urn:s> <urn:p> <urn:o1> <urn:g1> .\n<urn:s> <urn:p> <urn:o2> <urn:g2> .\n"
ENDLESS = (
    "SELECT (COUNT(*) AS ?n) { "
    + " ".join(f"VALUES ?{v} {{ {' '.join(map(str, range(300)))} }}" for v in "abcde")
    + " }"
)
CRASHING = "ASK " + "{" * 100_000 + "}" * 100_000
HUNGRY = (
    "SELECT (STRLEN(?x33) AS ?n) { BIND('a' AS ?x0) "
    + " ".join(f"BIND(CONCAT(?x{i},?x{i}) AS ?x{i + 1})" for i in range(33))
    + " }"
)


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(store(), LIMITS) as found:
        yield found


def store() -> ox.Store:
    found = ox.Store()
    found.load(input=DATA, format=ox.RdfFormat.N_QUADS)
    return found


def ask(pool: Pool, query: str, media_type: str = JSON, **rest: object) -> Reply:
    return pool.ask(Task(query, media_type, **rest))  # type: ignore[arg-type]


def objects(reply: Reply) -> set[str]:
    assert not reply.reason, reply
    return {row["o"]["value"] for row in json.loads(reply.body)["results"]["bindings"]}


def test_the_answer_comes_as_bytes_in_the_format_asked_for(pool: Pool) -> None:
    assert ask(pool, "ASK {}").body == b'{"head":{},"boolean":true}'
    assert ask(pool, "SELECT (1 AS ?x) {}", "text/csv").body == b"x\r\n1\r\n"
    assert ask(pool, "CONSTRUCT { <urn:a> <urn:b> 1 } {}", "application/n-triples").body.startswith(b"<urn:a> <urn:b> ")


def test_all_graphs_together_are_the_default_graph(pool: Pool) -> None:
    assert objects(ask(pool, "SELECT ?o { ?s ?p ?o }")) == {"urn:o1", "urn:o2"}


def test_a_query_that_names_its_graphs_is_asked_of_them_only(pool: Pool) -> None:
    assert objects(ask(pool, "SELECT ?o FROM <urn:g1> { ?s ?p ?o }", union=False)) == {"urn:o1"}


def test_the_graphs_of_the_request_go_before_those_of_the_query_and_others_are_not_there(pool: Pool) -> None:
    assert objects(ask(pool, "SELECT ?o FROM <urn:g1> { ?s ?p ?o }", default_graphs=("urn:g2",))) == {"urn:o2"}
    assert objects(ask(pool, "SELECT ?o { GRAPH ?g { ?s ?p ?o } }", default_graphs=("urn:g2",))) == set()
    assert objects(ask(pool, "SELECT ?o { ?s ?p ?o }", named_graphs=("urn:g2",))) == set()


def test_a_query_is_killed_at_its_time_and_the_next_is_answered(pool: Pool) -> None:
    began = time.monotonic()
    assert ask(pool, ENDLESS).reason == "seconds"
    assert LIMITS.seconds <= time.monotonic() - began < LIMITS.seconds + 1
    assert not ask(pool, "ASK {}").reason


def test_a_query_that_ends_its_process_gets_a_reason_and_the_next_an_answer(pool: Pool) -> None:
    assert ask(pool, CRASHING).reason == "crash"
    assert not ask(pool, "ASK {}").reason


def test_a_query_that_takes_too_much_memory_is_stopped_before_its_time() -> None:
    patient = replace(LIMITS, seconds=60, aside=60, quick=60)  # on a busy machine it takes a while to take so much
    with Pool(store(), patient) as pool:
        assert ask(pool, HUNGRY).reason == "memory"
        assert not ask(pool, "ASK {}").reason


def test_a_worker_that_is_killed_while_idle_is_replaced_and_no_query_fails(pool: Pool) -> None:
    for number in workers_of(pool):
        os.kill(number, signal.SIGKILL)
    for _, child in pool._idle:
        select.select([child.link], [], [], 10)  # its end has come
    assert not any(ask(pool, "ASK {}").reason for _ in range(LIMITS.workers + 1))


@pytest.mark.parametrize("head", ["", "PREFIX x: <urn:x#>", "PREFIX prov: <urn:mine#>", "# PREFIX\n"])
def test_our_prefixes_are_there_whatever_a_query_declares_and_its_own_go_before(pool: Pool, head: str) -> None:
    namespace = "urn:mine#" if "mine" in head else PREFIXES["prov"]
    reply = ask(pool, f"{head} SELECT ?o {{ VALUES (?o ?w) {{ (prov:Entity skos:Concept) }} }}")
    assert objects(reply) == {f"{namespace}Entity"}


@pytest.mark.parametrize(
    "media_type", [JSON, "application/sparql-results+xml", "text/csv", "text/tab-separated-values"]
)
def test_as_many_rows_as_the_limit_come_and_one_more_gives_none(pool: Pool, media_type: str) -> None:
    tricky = " ".join(f"'{i}}}}},{{\\n\\r\\n\"<result>'" for i in range(LIMITS.rows + 1))
    assert ask(pool, f"SELECT ?x {{ VALUES ?x {{ {tricky} }} }} LIMIT {LIMITS.rows}", media_type).body
    reply = ask(pool, f"SELECT ?x {{ VALUES ?x {{ {tricky} }} }}", media_type)
    assert (reply.reason, reply.body) == ("rows", b"")


def test_a_graph_has_as_many_triples_as_the_limit_and_no_more(pool: Pool) -> None:
    query = "CONSTRUCT {{ <urn:s> <urn:p> ?x }} {{ VALUES ?x {{ {} }} }}"
    assert ask(pool, query.format(" ".join(map(str, range(50)))), "text/turtle").body
    assert ask(pool, query.format(" ".join(map(str, range(51)))), "text/turtle").reason == "rows"


def test_an_answer_longer_than_the_limit_gives_none(pool: Pool) -> None:
    reply = ask(pool, f"SELECT ('{'x' * LIMITS.size}' AS ?x) {{}}")
    assert (reply.reason, reply.body) == ("size", b"")


def test_what_xml_cannot_hold_is_not_sent_as_xml(pool: Pool) -> None:
    xml = "application/sparql-results+xml"
    assert ask(pool, "SELECT ('a\\u0001' AS ?x) {}", xml).reason == "xml"
    assert ask(pool, "CONSTRUCT { <urn:a> <http://a/1/> 1 } {}", "application/rdf+xml").reason == "xml"
    assert b"a&#13;b" in ask(pool, "SELECT ('a\\rb' AS ?x) {}", xml).body


def test_a_mistake_is_told_with_its_place(pool: Pool) -> None:
    reply = ask(pool, "SELECT *\n{ ?s ?p }")
    assert (reply.reason, reply.line, reply.column) == ("syntax", 2, 10)
    assert ask(pool, "SELECT (1 AS ?x) (2 AS ?x) {}").what == "Duplicated variable name in SELECT"


def test_a_worker_calls_no_other_server_even_when_the_guard_lets_the_query_through(pool: Pool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(0.3)
        reply = ask(pool, f"SELECT * {{ SERVICE <http://127.0.0.1:{other.getsockname()[1]}/> {{ ?s ?p ?o }} }}")
        assert reply.reason == "failed"
        with pytest.raises(TimeoutError):
            other.accept()


def test_a_quick_query_is_answered_while_long_ones_run_and_one_client_may_have_so_many_long_ones(pool: Pool) -> None:
    found: list[str] = []
    long = [threading.Thread(target=lambda: found.append(pool.ask(Task(ENDLESS, JSON), "a").reason)) for _ in range(3)]
    for thread in long:
        thread.start()
    time.sleep(LIMITS.quick / 2)
    assert not pool.ask(Task("ASK {}", JSON), "b").reason
    for thread in long:
        thread.join()
    assert "seconds" in found
    assert found.count("client") == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has an idle class")
@pytest.mark.parametrize(("aside", "stepped"), [(LIMITS.aside, 1), (LIMITS.seconds, 0)])
def test_a_query_of_some_time_gets_only_what_others_leave_of_the_processors_unless_the_limit_says_no(
    aside: float, stepped: int
) -> None:
    with Pool(store(), replace(LIMITS, aside=aside)) as pool:
        numbers = [child.number for _, child in pool._idle]
        asking = threading.Thread(target=ask, args=(pool, ENDLESS))
        asking.start()
        until = time.monotonic() + LIMITS.seconds / 2
        while time.monotonic() < until and {os.SCHED_IDLE} not in map(policies, numbers):
            time.sleep(0.05)
        found = [policies(number) for number in numbers]
        asking.join()
    assert found.count({os.SCHED_IDLE}) == stepped  # with all its threads
    assert found.count({os.SCHED_OTHER}) == len(numbers) - stepped


def policies(number: int) -> set[int]:
    return {os.sched_getscheduler(int(thread.name)) for thread in Path(f"/proc/{number}/task").iterdir()}


def test_a_query_whose_client_has_left_is_stopped(pool: Pool) -> None:
    began = time.monotonic()
    assert pool.ask(Task(ENDLESS, JSON), gone=lambda: time.monotonic() - began > 0.2).reason == "gone"
    assert time.monotonic() - began < LIMITS.seconds


def test_nothing_is_left_of_a_pool_that_was_closed() -> None:
    before = children(os.getpid())
    with Pool(store(), LIMITS) as pool:
        ask(pool, CRASHING)
        workers = workers_of(pool)
        assert len(workers) >= LIMITS.workers - 1
    assert children(os.getpid()) == before
    assert not any(Path(f"/proc/{number}").exists() for number in workers)


def test_when_the_keeper_is_killed_the_spare_takes_over_again_and_again() -> None:
    before = keepers()
    with Pool(store(), replace(LIMITS, seconds=60, aside=60, quick=60)) as pool:
        for _ in range(4):
            first = keeper_of(pool)
            os.kill(first, signal.SIGKILL)
            assert [ask(pool, CRASHING).reason for _ in range(3)] == ["crash"] * 3
            assert not ask(pool, "ASK {}").reason
            assert pool.state().mends
    assert keepers() == before


def test_a_spare_keeper_that_is_killed_is_replaced() -> None:
    with Pool(store(), LIMITS) as pool:
        os.kill(max(keepers()), signal.SIGKILL)
        time.sleep(0.1)
        assert pool.state().mends
        os.kill(keeper_of(pool), signal.SIGKILL)
        assert [ask(pool, CRASHING).reason for _ in range(3)] == ["crash"] * 3


def test_when_no_process_can_be_started_any_more_the_pool_says_so_and_still_closes() -> None:
    before = keepers()
    with Pool(store(), LIMITS) as pool:
        for number in keepers() - before:
            os.kill(number, signal.SIGKILL)
        until = time.monotonic() + 10
        while pool.state().mends and time.monotonic() < until:
            time.sleep(0.1)
        assert not pool.state().mends
        assert [ask(pool, CRASHING).reason for _ in range(3)][-1] == "closed"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process of its parent's end")
@pytest.mark.parametrize("both", [True, False])
def test_a_stopped_worker_goes_on_and_ends_when_its_keeper_is_killed(both: bool) -> None:
    """Even when the server is killed too, as whoever holds the other end of the link."""
    with Pool(store(), replace(LIMITS, seconds=60, aside=60, quick=60)) as pool:
        ask(pool, "ASK {}")
        child = pool._idle[-1][1]  # the one that has answered
        os.kill(child.number, signal.SIGSTOP)
        if both:
            child.link.close()
        os.kill(keeper_of(pool), signal.SIGKILL)
        if both:
            assert until_ended({child.number})
        else:
            assert not ask(pool, "ASK {}").reason


def test_a_worker_whose_keeper_was_killed_is_not_stopped_any_more() -> None:
    with Pool(store(), LIMITS) as pool:
        child = pool._idle[-1][1]
        assert child.is_kept
        os.kill(keeper_of(pool), signal.SIGKILL)
        until_ended({keeper_of(pool)})
        assert not child.is_kept
        assert pool.state().mends  # closes the socket to the keeper
        assert not child.is_kept


def test_the_pool_counts_what_it_lost_and_why() -> None:
    with Pool(store(), LIMITS) as pool:
        for query in (CRASHING, HUNGRY, ENDLESS, "ASK {}"):
            ask(pool, query)
        state = pool.state()
    assert state.ended == {"crash": 1, "memory": 1, "seconds": 1}
    assert (state.workers, state.busy, state.mends) == (LIMITS.workers, 0, True)


def test_a_worker_killed_in_mid_query_gives_a_reason_and_the_next_query_an_answer(pool: Pool) -> None:
    found: list[Reply] = []
    asking = threading.Thread(target=lambda: found.append(ask(pool, ENDLESS)))
    asking.start()
    time.sleep(LIMITS.quick / 2)
    for number in workers_of(pool):
        os.kill(number, signal.SIGKILL)
    asking.join()
    assert (found[0].reason, found[0].body) == ("memory", b"")  # the system's memory guard kills so
    assert not ask(pool, "ASK {}").reason
    assert not ask(pool, "ASK {}").reason


def test_ctrl_c_leaves_the_workers_to_the_server(pool: Pool) -> None:
    ask(pool, "ASK {}")
    for number in (*workers_of(pool), *keepers()):
        os.kill(number, signal.SIGINT)
    assert not ask(pool, "ASK {}").reason


def until_ended(numbers: set[int]) -> bool:
    """Wait until these processes have ended, if only as far as their parents let them."""
    until = time.monotonic() + 10
    while not (ended := not any(map(_lives, numbers))) and time.monotonic() < until:
        time.sleep(0.01)
    return ended


def _lives(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def children(number: int) -> set[int]:
    return set(map(int, Path(f"/proc/{number}/task/{number}/children").read_text("ascii").split()))


def keepers() -> set[int]:
    return children(os.getpid())


def keeper_of(pool: Pool) -> int:
    """The keeper that answers now."""
    return pool._nursery._keepers[0][0]


def workers_of(pool: Pool) -> set[int]:
    """The pool's workers; they are children of its keeper, not of ours."""
    return children(keeper_of(pool))
