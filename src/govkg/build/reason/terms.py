"""Terms as numbers: the vocabulary first, then the input's terms in the order of their N-Triples text.

The numbers depend on the set of triples alone (blank nodes count with their labels), so that neither the order of the
input nor the hash seed can change a proof.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal

from govkg.build.reason.datatypes import DATATYPES, Value, value
from govkg.build.reason.model import Term, Triple
from govkg.build.reason.vocabulary import NAMES

Fact = tuple[int, int, int]


@dataclass(frozen=True)
class Terms:
    """The term behind each number, and what is known of those that are literals."""

    of: list[Term]
    datatypes: range
    """The numbers of the supported datatypes."""
    literals: frozenset[int]
    values: dict[int, Value]
    """The values of the literals whose datatype can be read."""
    ill_typed: dict[int, int]
    """The literals that are no form of their datatype, with the datatype."""


def intern(triples: Iterable[Triple]) -> tuple[Terms, list[Fact]]:
    """Numbers for all terms, and the triples in numbers: sorted, each once."""
    given = list(triples)
    known: list[Term] = [*NAMES, *DATATYPES]
    number = {term: i for i, term in enumerate(known)}
    datatypes = range(len(NAMES), len(known))
    rest = {term for triple in given for term in triple if term not in number}
    for term in sorted(rest, key=str):
        number[term] = len(known)
        known.append(term)
    facts = {(number[s], number[p], number[o]) for s, p, o in given}
    return _described(known, datatypes), sorted(facts)


def _described(known: list[Term], datatypes: range) -> Terms:
    literals = {i: term for i, term in enumerate(known) if isinstance(term, Literal)}
    values, ill_typed = {}, {}
    for i, literal in literals.items():
        try:
            found = value(literal)
        except ValueError:
            ill_typed[i] = datatypes.start + DATATYPES.index(literal.datatype)
        else:
            if found is not None:
                values[i] = found
    return Terms(known, datatypes, frozenset(literals), values, ill_typed)
