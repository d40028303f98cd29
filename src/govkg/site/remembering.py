"""An engine that remembers its last answers: the files of a thing, and those of an answer, ask the same in each format."""

from collections import OrderedDict
from collections.abc import Iterator

import pyoxigraph as ox

from govkg.query.engine import Engine, Solution

KEPT, LONGEST = 400, 5_000  # answers kept, and the most rows of one that is


class RememberingEngine:
    """Answers as the engine below it does, from memory where it was asked the same lately. Not for several threads."""

    def __init__(self, engine: Engine) -> None:
        self.version = engine.version
        self._engine = engine
        self._known: OrderedDict[str, list[Solution]] = OrderedDict()

    def select(self, sparql: str) -> Iterator[Solution]:
        """The solutions of a SELECT query. Raises GovkgError when it cannot be run."""
        if sparql in self._known:
            self._known.move_to_end(sparql)
            return iter(self._known[sparql])
        found = list(self._engine.select(sparql))
        if len(found) <= LONGEST:
            self._known[sparql] = found
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
        return iter(found)

    def construct(self, sparql: str) -> list[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query. Raises GovkgError when it cannot be run."""
        return self._engine.construct(sparql)
