"""Terms as numbers: the vocabulary first, then the input's terms in the order of their N-Triples text.

The numbers depend on the set of triples alone (blank nodes count with their labels), so that neither the order of the
input nor the hash seed can change a proof.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from pyoxigraph import Literal

from govkg.build.reason.datatypes import DATATYPES, Value, value
from govkg.build.reason.model import Term, Triple
from govkg.build.reason.ntriples import Given, Tokens
from govkg.build.reason.vocabulary import NAMES

Fact = tuple[int, int, int]


class Terms(NamedTuple):
    """The term behind each number, and what is known of those that are literals."""

    of: Sequence[Term]
    number: Callable[[Term], int | None]
    """The number of a term, None when it does not occur."""
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
    rest = {term for triple in given for term in triple if term not in number}
    for term in sorted(rest, key=str):
        number[term] = len(known)
        known.append(term)
    facts = {(number[s], number[p], number[o]) for s, p, o in given}
    literals = {i: term for i, term in enumerate(known) if isinstance(term, Literal)}
    return _described(known, number.get, literals), sorted(facts)


def renumbered(given: Given) -> tuple[Terms, list[Fact]]:
    """The same of N-Triples: the same numbers, without making any term but the literals."""
    texts, first = given.terms.texts, len(NAMES) + len(DATATYPES)
    order = [*range(first), *sorted(range(first, len(texts)), key=texts.__getitem__)]
    number = [0] * len(order)
    for new, old in enumerate(order):
        number[old] = new
    facts = {
        (number[pair >> 32], number[p], number[pair & 0xFFFFFFFF]) for p, pairs in given.pairs.items() for pair in pairs
    }
    terms = Tokens([texts[old] for old in order])
    literals = {i: terms[i] for i, text in enumerate(terms.texts) if text[0] == 34}  # a quotation mark
    return _described(terms, terms.number, literals), sorted(facts)


def _described(known: Sequence[Term], number: Callable[[Term], int | None], literals: Mapping[int, Term]) -> Terms:
    datatypes = range(len(NAMES), len(NAMES) + len(DATATYPES))
    values, ill_typed = {}, {}
    for i, literal in literals.items():
        assert isinstance(literal, Literal)
        try:
            found = value(literal)
        except ValueError:
            ill_typed[i] = datatypes.start + DATATYPES.index(literal.datatype)
        else:
            if found is not None:
                values[i] = found
    return Terms(known, number, datatypes, frozenset(literals), values, ill_typed)
