"""A query's steps with how many statements each pattern has and how many rows the patterns have together, counted where that is cheap."""

import json
import time
from collections.abc import Iterator
from dataclasses import asdict, replace

import pyoxigraph as ox

from govkg.core.names import PREFIXES
from govkg.query.answer import Queried, not_sparql
from govkg.query.read_query import read_query
from govkg.query.steps import Pattern, Step, UnreadableError, steps_of
from govkg.query.task import Reply, Task

MOST = 10_000  # rows are counted up to here; one more means more
_SECONDS = 2.0  # after this no further count is begun
_COUNT = "SELECT (COUNT(*) AS ?n) WHERE {{ SELECT * WHERE {{ {where} }} LIMIT {most} }}"


def planned(store: Queried, task: Task) -> Reply:
    """The steps as JSON; or why there are none: `syntax`, or `plan` for a query that the engine knows and the reading does not."""
    try:
        read_query(task.query, task.base, PREFIXES)
        steps = steps_of(task.query)
    except SyntaxError as error:
        return not_sparql(error.msg)
    except UnreadableError as error:
        return Reply(reason="plan", what=str(error))
    counter = _Counter(store, time.monotonic() + _SECONDS)
    counted = counter.counted(steps) if task.union else steps  # a query with a dataset of its own asks other graphs
    return Reply(json.dumps([asdict(step) for step in counted]).encode())


class _Counter:
    """Counts until its time is over."""

    def __init__(self, store: Queried, until: float) -> None:
        self._store, self._until = store, until

    def counted(self, steps: tuple[Step, ...], graph: str = "") -> tuple[Step, ...]:
        """The steps with the counts that there was time for. `graph` is the graph that they are asked of."""
        return tuple(
            replace(
                step,
                patterns=tuple(self._patterns(step.patterns, graph)),
                inner=tuple(self.counted(group, step.what if step.kind == "graph" else graph) for group in step.inner),
            )
            for step in steps
        )

    def _patterns(self, patterns: tuple[Pattern, ...], graph: str) -> Iterator[Pattern]:
        for at, pattern in enumerate(patterns):
            alone = self._count([pattern], graph)
            yield replace(
                pattern, matches=alone, together=self._count(list(patterns[: at + 1]), graph) if at else alone
            )

    def _count(self, patterns: list[Pattern], graph: str) -> int | None:
        if time.monotonic() > self._until:
            return None
        triples = " . ".join(map(str, patterns))
        where = f"GRAPH {graph} {{ {triples} }}" if graph else triples
        try:
            found = self._store.query(
                _COUNT.format(where=where, most=MOST + 1), prefixes=PREFIXES, use_default_graph_as_union=True
            )
        except (SyntaxError, RuntimeError, ValueError):  # a term that the algebra writes and the engine does not read
            return None
        assert isinstance(found, ox.QuerySolutions)
        (row,) = found
        term = row["n"]
        return int(term.value) if isinstance(term, ox.Literal) else None
