"""Facts of the schema that add nothing to the data beyond what their own premises add: see `axioms.axioms`."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from govkg.build.reason.columns.arrays import EMPTY, Column, contains, missing, ordered
from govkg.build.reason.columns.relation import Relation
from govkg.build.reason.vocabulary import DOMAIN, EQUIVALENT_CLASS, EQUIVALENT_PROPERTY, RANGE, SUB_CLASS, SUB_PROPERTY

_RULES = {
    SUB_CLASS: {"scm-sco", "scm-eqc1", "scm-int", "scm-uni"},
    EQUIVALENT_CLASS: {"scm-eqc2", "scm-cls"},
    SUB_PROPERTY: {"scm-spo", "scm-eqp1", "scm-op", "scm-dp"},
    EQUIVALENT_PROPERTY: {"scm-eqp2", "scm-op", "scm-dp"},
    DOMAIN: {"scm-dom1", "scm-dom2"},
    RANGE: {"scm-rng1", "scm-rng2"},
}


class Echoes:
    """The pairs of each schema property that, in the round they came in, only a rule of table 9 gave."""

    def __init__(self) -> None:
        self._settled: dict[int, Column] = {}
        self._echoed: defaultdict[int, list[Column]] = defaultdict(list)
        self._said: defaultdict[int, list[Column]] = defaultdict(list)

    def note(self, rule: str, p: int, pairs: Column) -> None:
        """Remember by what rule pairs are given in this round."""
        if p in _RULES:
            (self._echoed if rule in _RULES[p] else self._said)[p].append(pairs)

    def settle(self, properties: Mapping[int, Relation]) -> None:
        """At the end of a round: which of the new pairs are echoes."""
        for p, echoed in self._echoed.items():
            new = properties[p].delta
            only = missing(_joined(self._said[p]), new[contains(_joined(echoed), new)])
            self._settled[p] = _joined([self.of(p), only])
        self._echoed.clear()
        self._said.clear()

    def of(self, p: int) -> Column:
        """The echoes of a property, sorted."""
        return self._settled.get(p, EMPTY)


def _joined(parts: list[Column]) -> Column:
    return ordered(np.concatenate([EMPTY, *parts]))
