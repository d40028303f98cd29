"""Load the release into a store by the SPARQL 1.1 Graph Store Protocol: each graph is replaced by one PUT, and the version is written last.

The version is taken away first: killed at any step, the store holds no version, and no front end answers from it. A push that is
started anew begins with the first graph again, since a PUT may be repeated and replaces the graph as a whole (4.3 there).
"""

import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from govkg.core.dataset import Release
from govkg.core.errors import AwayError, GovkgError, Problem
from govkg.core.http import introduce, opener_for, with_retries
from govkg.core.names import BASE
from govkg.core.store import PASSWORD, USER, Login
from govkg.publish.gathered import as_stored
from govkg.query.remote import FRESH, GRAPHS, SEAL

_GRACE = 2 * FRESH  # seconds in which front ends notice that the version is gone
_TURTLE = "text/turtle"  # N-Triples is Turtle, and Virtuoso takes it under this name only
_GONE = (404, 410)


@dataclass(frozen=True)
class Target:
    """Where graphs are put: the Graph Store Protocol's address, who we are to it, and how many seconds a try may take."""

    url: str
    login: Login | None
    seconds: float

    def of_graph(self, graph: str) -> str:
        """The address of a graph (Graph Store Protocol, 4.2)."""
        return f"{self.url}{'&' if '?' in self.url else '?'}graph={quote(graph, safe='')}"


def push(
    release: Release,
    target: Target,
    told: Callable[[str], None] = lambda text: None,
    pause: Callable[[float], None] = time.sleep,
) -> None:
    """Replace the release in the store. `told` hears of each step. Raises AwayError when the store does not answer, GovkgError when it refuses."""
    parts = dict(graphs_of(release))
    _send(target, "DELETE", SEAL, None)
    told("the old version is withdrawn")
    pause(_GRACE)
    for number, graph in enumerate(GRAPHS, 1):
        data = parts.get(graph, b"")
        _send(target, "PUT", graph, data)
        told(f"{number}/{len(GRAPHS)} {graph}: {data.count(b' .' + bytes([10])):,} statements")
    _send(target, "PUT", SEAL, f'<{BASE}/> <http://www.w3.org/ns/dcat#version> "{release.version}" .\n'.encode())
    told(f"version {release.version}")


def graphs_of(release: Release) -> Iterator[tuple[str, bytes]]:
    """Each graph of the release as N-Triples. Raises GovkgError for a graph that is none of ours."""
    parts: dict[str, list[bytes]] = {graph: [] for graph in GRAPHS}
    for line in release.data.splitlines(keepends=True):
        if line.startswith(b"#"):
            continue
        statement, _, graph = line.removesuffix(b"> .\n").rpartition(b" <")
        name = graph.decode()
        if name not in parts:
            raise GovkgError(
                [Problem(release.path.name, 0, f"the graph {name} is none of a release's", "build it anew")]
            )
        parts[name].append(as_stored(statement + b" .\n"))
    yield from ((graph, b"".join(lines)) for graph, lines in parts.items())


def _send(target: Target, method: str, graph: str, data: bytes | None) -> None:
    headers = {"Content-Type": _TURTLE} if data is not None else {}
    request = urllib.request.Request(target.of_graph(graph), data=data, headers=headers, method=method)
    try:
        with_retries(target.url, lambda: _introduced(request, target))
    except urllib.error.HTTPError as error:
        with error:
            if method == "DELETE" and error.code in _GONE:
                return
            raise _refused(target.url, error) from None


def _introduced(request: urllib.request.Request, target: Target) -> None:
    """Send the request; where we have credentials, ask first with a short one how the store wants them."""
    if target.login is not None:
        try:
            _open(urllib.request.Request(target.of_graph(SEAL)), target)
        except urllib.error.HTTPError as error:
            with error:
                if error.code == 401:
                    introduce(request, error.headers, target.url, target.login)
    _open(request, target)


def _open(request: urllib.request.Request, target: Target) -> None:
    with opener_for(target.url, None).open(request, timeout=target.seconds) as response:
        response.read()


def _refused(url: str, error: urllib.error.HTTPError) -> GovkgError:
    if error.code in (401, 403):
        what = f"the store asks who we are ({error.code})"
        return AwayError(url, what, f"set {USER} and {PASSWORD}, or write them in ~/.netrc")
    if error.code in (404, 405) or 300 <= error.code < 400:
        what = f"no graphs are taken there ({error.code})"
        return GovkgError(
            [Problem(url, 0, what, "name the address of the store's Graph Store Protocol (docs/REMOTE.md)")]
        )
    words = " ".join(error.read(1000).decode("utf-8", "replace").split())[:300]
    return GovkgError([Problem(url, 0, f"the store refuses it ({error.code}): {words}")])
