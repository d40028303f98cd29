"""The engine of the web pages: workers that can be killed, so that no question of the site can hang a page."""

from collections.abc import Iterator

import pyoxigraph as ox

from govkg.core.errors import GovkgError, Problem
from govkg.query.engine import Solution
from govkg.query.task import Reply, Task
from govkg.query.workers import Pool

# the engine's parser of this format gives back the same terms, in less time than of the others
_TABLE, _TABLE_TYPE = ox.QueryResultsFormat.TSV, "text/tab-separated-values"
_GRAPH, _GRAPH_TYPE = ox.RdfFormat.N_TRIPLES, "application/n-triples"
TIME = "seconds"  # the reason that the time ran out
_SAID = {
    TIME: "the query ran out of time",
    "busy": "all workers are busy",
    "memory": "the query ran out of memory",
    "crash": "the query ended its worker",
    "closed": "the workers have ended",
    "away": "the store does not answer",
}


class UnansweredError(GovkgError):
    """The site's own question got no answer. `reason` is `seconds`, `busy`, `memory`, `crash`, `closed` or `away`."""

    def __init__(self, reason: str) -> None:
        super().__init__([Problem("query", 0, _SAID[reason], "ask again later, or for less")])
        self.reason = reason


class PooledEngine:
    """The release as the workers of a pool have it. `version` names the data."""

    def __init__(self, pool: Pool, version: str) -> None:
        self.pool, self.version = pool, version

    def select(self, sparql: str) -> Iterator[Solution]:
        """The solutions of a SELECT query. Raises UnansweredError when there is no answer in time, GovkgError when it cannot be run."""
        result = ox.parse_query_results(self._ask(sparql, _TABLE_TYPE), format=_TABLE)
        if not isinstance(result, ox.QuerySolutions):
            raise GovkgError([Problem("query", 0, "this is not a SELECT query")])
        names = [variable.value for variable in result.variables]
        for row in result:
            yield {name: term for name in names if isinstance(term := row[name], ox.NamedNode | ox.Literal)}

    def construct(self, sparql: str) -> list[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query, sorted. Raises as `select` does."""
        triples = {quad.triple for quad in ox.parse(self._ask(sparql, _GRAPH_TYPE), format=_GRAPH)}
        return sorted(triples, key=str)

    def _ask(self, sparql: str, media_type: str) -> bytes:
        reply = self.pool.ask(Task(sparql, media_type, ours=True))
        if reply.reason in _SAID:
            raise UnansweredError(reply.reason)
        if reply.reason:
            raise GovkgError([_problem(reply)])
        return reply.body


def _problem(reply: Reply) -> Problem:
    if reply.reason == "syntax":
        return Problem("query", reply.line, f"not SPARQL: {reply.what}")
    return Problem("query", 0, f"the query failed: {reply.what}")
