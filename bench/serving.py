"""Answers a second by wrk, against the peers: same data, same queries, same client, one server after the other in rounds.

A new query differs in a comment from all before, for every server, so that no cache knows it. What only we have (kept
answers, 304) is compared with the peer answering the same query.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field

from bench.load import Load, NoAnswerError, installed, measure
from bench.measure import Row, row
from bench.peers import JSON, OURS, PEERS, MissingError, Running
from bench.questions import LARGE, SAVED, SAVED_LARGE, SMALL, saved
from bench.quiet import settled

from govkg.core.dataset import release_file

CONNECTIONS = (1, 8, 32)
MIDDLE = 8
Rates = dict[tuple[str, int, str], list[float]]
FIRST, SECOND = OURS
_SLOW = 0.25  # seconds of an answer
_LONGER = 5  # times as long, where there was no answer in the usual time


@dataclass(frozen=True)
class Kind:
    """A kind of request: what we are asked, the query that a peer is asked for it, and by how many connections.

    `same_as` is the kind for which a peer is asked the same.
    """

    name: str
    query: str
    path: str = ""
    accept: str = JSON
    new: bool = False
    tagged: bool = False
    connections: tuple[int, ...] = (MIDDLE,)
    same_as: str = ""

    def ours(self, server: Running) -> Load:
        """The request to us."""
        address = server.url + self.path if self.path else server.asking(self.query)
        return Load(address, self.accept, server.tag(address, self.accept) if self.tagged else "", self.new)

    def of_peer(self, server: Running) -> Load:
        """The request to a peer."""
        return Load(server.asking(self.query), JSON, new=self.new)


def kinds() -> list[Kind]:
    """All kinds of request."""
    one, large, api = saved(SAVED), saved(SAVED_LARGE), "application/json"
    api_warm, new = "saved, API, warm", "ad hoc, 20 rows, new"
    return [
        Kind(api_warm, one, f"/api/queries/{SAVED}", api, connections=CONNECTIONS),
        Kind("saved, page, warm", one, f"/en/q/{SAVED}", "text/html", same_as=api_warm),
        Kind("saved, large, warm", large, f"/api/queries/{SAVED_LARGE}", api),
        Kind(new, SMALL, new=True, connections=CONNECTIONS),
        Kind("ad hoc, 5000 rows, new", LARGE, new=True),
        Kind("ad hoc, 20 rows, warm", SMALL, same_as=new, connections=CONNECTIONS),
        Kind("ad hoc, 20 rows, 304", SMALL, tagged=True, same_as=new, connections=CONNECTIONS),
    ]


def label(kind: str, connections: int, server: str) -> str:
    """The name of a row of answers a second; `server` may be a ratio, `one : other`."""
    return f"{kind}, {connections} conn., {server}"


def serving(rounds: int, seconds: int) -> Iterator[Row | str]:
    """Rates of all servers, and ours over each peer's in the same round."""
    if not installed():
        yield "left out: wrk is not installed (apt-get install wrk)"
        return
    with ExitStack() as stack:
        servers = {}
        for name, start in (OURS | PEERS).items():
            try:
                servers[name] = stack.enter_context(start(release_file()))
            except MissingError as missing:
                yield f"left out: {missing}"
        yield from _same(servers)
        if noise := settled():
            yield noise
        yield from _measured(servers, rounds, seconds)


def _same(servers: Mapping[str, Running]) -> Iterator[str]:
    """How many rows each server answers with; what is compared must be the same."""
    for query, name in ((SMALL, "20 rows at most"), (LARGE, "5000 rows")):
        found = {server: running.rows(query) for server, running in servers.items()}
        if len(set(found.values())) > 1:
            yield f"the answers to the query of {name} differ: {found}"
        else:
            yield f"all answer the query of {name} with {min(found.values())} rows"


def _measured(servers: Mapping[str, Running], rounds: int, seconds: int) -> Iterator[Row | str]:
    run = _Run(_slow(servers), seconds)
    for _ in range(rounds):
        for kind in kinds():
            for connections in kind.connections:
                for name, server in servers.items():
                    if name != SECOND or connections == MIDDLE:
                        run.rates[kind.name, connections, name].append(run.take(kind, connections, name, server))
    for kind in kinds():
        for connections in kind.connections:
            yield from _rows(kind.name, connections, {n: run.rates[kind.name, connections, n] for n in servers}, rounds)
    for (kind_name, name), took in run.slow.items():
        yield f"{name} is asked one question after the other: {kind_name} ({took:.2g} s)"


@dataclass(frozen=True)
class _Run:
    """Rates by kind, connections and server, a round after the other; what is too slow for a load; seconds of a load."""

    slow: dict[tuple[str, str], float]
    seconds: int
    rates: Rates = field(default_factory=lambda: defaultdict(list))

    def take(self, kind: Kind, connections: int, name: str, server: Running) -> float:
        """One measurement. What a peer is asked for several kinds of ours it is asked once a round."""
        if name not in OURS and kind.same_as:
            return self.rates[kind.same_as, connections, name][-1]
        load = kind.ours(server) if name in OURS else kind.of_peer(server)
        if (kind.name, name) not in self.slow:
            return self._rate(kind, connections, name, server, load)
        if connections != kind.connections[0]:
            return self.rates[kind.name, kind.connections[0], name][-1]
        return 1 / server.seconds(load.url, load.accept)

    def _rate(self, kind: Kind, connections: int, name: str, server: Running, load: Load) -> float:
        for seconds in (self.seconds, _LONGER * self.seconds):
            with suppress(NoAnswerError):
                return measure(load, connections, seconds).rate
        took = self.slow[kind.name, name] = server.seconds(load.url, load.accept)
        return 1 / took


def _slow(servers: Mapping[str, Running]) -> dict[tuple[str, str], float]:
    """What takes a peer so long that a load would go on in it after its round; all is asked once, so that all is warm."""
    found = {}
    for kind in kinds():
        for name, server in servers.items():
            if name not in OURS and kind.same_as:
                continue
            load = kind.ours(server) if name in OURS else kind.of_peer(server)
            took = [server.seconds(load.url, load.accept) for _ in range(2)][-1]
            if name not in OURS and took > _SLOW:
                found[kind.name, name] = took
    return found


def _rows(kind: str, connections: int, rates: Mapping[str, list[float]], rounds: int) -> Iterator[Row]:
    whole = {name: found for name, found in rates.items() if len(found) == rounds}
    for name, found in whole.items():
        yield row(label(kind, connections, name), found, "answers/s")
    for ours in (name for name in OURS if name in whole):
        for peer in (name for name in PEERS if name in whole):
            ratios = [a / b for a, b in zip(whole[ours], whole[peer], strict=True)]
            yield row(label(kind, connections, f"{ours} : {peer}"), ratios, "times")
