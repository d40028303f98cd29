"""Requests per second against the Oxigraph server: same data, same queries, same client (wrk), one after the other in rounds.

Prints, for each kind of request and each number of connections, the median and the spread of our rate over the peer's in the same
round; and how fast a runaway query is ended, the next one answered, and a store on disk opened. Needs wrk (Debian) and the package
`oxigraph` (`pip install oxigraph`), which brings the server.
"""

import argparse
import sys
import time
from pathlib import Path
from statistics import median
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.load import Load, rate
from bench.peers import Running, govkg_server, oxigraph_server

from govkg.core.dataset import release_file
from govkg.core.names import PREFIXES
from govkg.query.built import build_store
from govkg.query.catalogue import read_catalogue

CONNECTIONS = (1, 8, 32)
JSON = "application/sparql-results+json"
ROWS = (
    "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    + """SELECT ?claim ?region ?body ?regionLabel ?bodyLabel WHERE {
  ?claim gov:task task:ngo-grants ; gov:role role:decides ; gov:region ?region ; gov:body ?body .
  ?region skos:prefLabel ?regionLabel . ?body skos:prefLabel ?bodyLabel
  FILTER(LANG(?regionLabel) = "fi" && LANG(?bodyLabel) = "fi")
} LIMIT 20"""
)
SAVED = "grant-deciders"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d && ?d != ?g && ?c != ?f) }"


def main() -> None:
    """Run the rounds and print the ratios."""
    options = _options()
    store = build_store(release_file())
    with oxigraph_server(release_file()) as peer, govkg_server(options.server) as ours:
        found: dict[tuple[str, int], list[tuple[float, float]]] = {}
        for _ in range(options.rounds):
            for connections in options.connections:
                for kind, (mine, other) in _kinds(ours, peer).items():
                    pair = rate(mine, connections, options.seconds), rate(other, connections, options.seconds)
                    found.setdefault((kind, connections), []).append(pair)
        print(f"{'request':22} {'conn.':>5} {'ours/s':>8} {'peer/s':>8} {'ratio':>6}  spread")
        for (kind, connections), pairs in found.items():
            ratios = sorted(mine / other for mine, other in pairs)
            rates = f"{median(a for a, _ in pairs):8.0f} {median(b for _, b in pairs):8.0f}"
            print(f"{kind:22} {connections:5} {rates} {median(ratios):6.2f}  {ratios[0]:.2f}-{ratios[-1]:.2f}")
        _runaway(ours)
    _opening(store)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", choices=("waitress", "granian"), default="granian")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=2, help="of each measurement")
    parser.add_argument("--connections", type=int, nargs="+", default=CONNECTIONS)
    return parser.parse_args()


def _kinds(ours: Running, peer: Running) -> dict[str, tuple[Load, Load]]:
    """What is asked of us, and of the peer, by kind. New queries differ in a comment, so that no cache knows them."""
    rows = f"/sparql?{urlencode({'query': ROWS})}"
    rows_of_peer = f"/query?{urlencode({'query': ROWS, 'union-default-graph': ''})}"
    new, new_of_peer = Load(ours.url + rows + "%23", JSON, new=True), Load(peer.url + rows_of_peer, JSON)
    saved = urlencode(
        {"query": "".join(f"PREFIX {n}: <{i}>\n" for n, i in PREFIXES.items()) + _saved(), "union-default-graph": ""}
    )
    return {
        "saved, warm": (
            Load(f"{ours.url}/api/queries/{SAVED}", "application/json"),
            Load(f"{peer.url}/query?{saved}", JSON),
        ),
        "20 rows, new": (new, new_of_peer),
        "20 rows, kept": (Load(ours.url + rows, JSON), new_of_peer),
        "20 rows, 304": (Load(ours.url + rows, JSON, tag=ours.tag(rows, JSON)), new_of_peer),
    }


def _saved() -> str:
    return read_catalogue().get(SAVED).sparql


def _runaway(ours: Running) -> None:
    began = time.monotonic()
    try:
        urlopen(f"{ours.url}/sparql?{urlencode({'query': ENDLESS})}").close()
        status = 200
    except HTTPError as error:
        status = error.code
    took = time.monotonic() - began
    began = time.monotonic()
    urlopen(f"{ours.url}/sparql?{urlencode({'query': ROWS + ' # after'})}").close()
    late = took - ours.deadline
    print(
        f"runaway query: {status}, {late:.3f} s after its deadline; the next answer in {time.monotonic() - began:.3f} s"
    )


def _opening(store: Path) -> None:
    import pyoxigraph as ox

    began = time.perf_counter()
    opened = ox.Store.read_only(str(store))
    opened.query("ASK { ?s ?p ?o }", use_default_graph_as_union=True)
    print(f"store on disk: opened and asked in {time.perf_counter() - began:.3f} s")


if __name__ == "__main__":
    main()
