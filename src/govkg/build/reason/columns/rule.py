"""Rules as data: a row of the OWL 2 RL/RDF tables with its schema atoms filled in, and variables for the rest."""

from typing import NamedTuple

from govkg.build.reason.terms import Fact

Atom = tuple[int, int, int]
"""Subject, property, object: a term's number, or a variable (below zero). The property is never a variable."""

X, Y, Z = -1, -2, -3


class Rule(NamedTuple):
    """When all atoms of `body` hold, so does `head`; without a head they contradict each other."""

    name: str
    schema: tuple[Fact, ...]
    body: tuple[Atom, ...]
    head: Atom | None
    apart: tuple[int, int] | None = None
    """Two variables of which the first must be the smaller number: the two are different, and met once."""


def variables(atom: Atom) -> frozenset[int]:
    """The variables of an atom."""
    return frozenset(term for term in atom if term < 0)


def variable(number: int) -> int:
    """The variable of a number from 0 on, none of them X, Y or Z."""
    return -10 - number
