"""What a closure may cost, so that a mistake in the schema ends in an error and not in a full memory."""

from time import monotonic
from typing import NamedTuple

from govkg.core.errors import GovkgError, Problem

_FACTS, _FACTS_A_TRIPLE = 1_000_000, 50


class Limits(NamedTuple):
    """The most rounds, seconds of wall clock and facts of one closure."""

    rounds: int = 1000
    seconds: float = 3600.0
    facts: int | None = None
    """None: a million, and fifty more for each triple given; a schema of good design stays below ten for each."""


class Budget:
    """What is left of the limits while a closure is drawn."""

    def __init__(self, limits: Limits, asserted: int) -> None:
        self.limits = limits
        self.facts = _FACTS + _FACTS_A_TRIPLE * asserted if limits.facts is None else limits.facts
        self._end = monotonic() + limits.seconds

    def spend(self, facts: int, culprit: str) -> None:
        """Raise GovkgError when there are too many facts or the time is over; `culprit` is the rule now at work."""
        if facts > self.facts:
            raise _stopped(f"more than {self.facts} facts, the last by {culprit}", "facts")
        if monotonic() > self._end:
            raise _stopped(f"no end after {self.limits.seconds:g} seconds, the last rule was {culprit}", "seconds")

    def no_end(self) -> GovkgError:
        """The error of a closure that the rounds were not enough for."""
        todo = "look for a property chain that feeds itself, or raise the limit of rounds"
        return GovkgError([Problem("reasoner", 0, f"no end after {self.limits.rounds} rounds", todo)])


def _stopped(what: str, limit: str) -> GovkgError:
    todo = (
        "look for owl:sameAs and what gives it (a functional property, key or maximum cardinality of 1 with many "
        f"values for one thing), for a transitive property or chain that joins everything, or raise the limit of {limit}"
    )
    return GovkgError([Problem("reasoner", 0, what, todo)])
