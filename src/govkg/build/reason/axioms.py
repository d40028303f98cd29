"""Reading the schema out of the facts: axioms, restrictions, what a class or property is declared to be."""

from collections.abc import Iterator

from govkg.build.reason.facts import Facts
from govkg.build.reason.terms import Fact
from govkg.build.reason.vocabulary import ON_PROPERTY, TYPE


def axioms(facts: Facts, p: int, *echoes: str) -> Iterator[Fact]:
    """All facts of a schema property, but those that a rule in `echoes` gave.

    Such a fact adds nothing to the data beyond what its own premises add (`scm-sco` beside `cax-sco`): leaving it out
    keeps the closure complete, spares work, and makes explanations go step by step.
    """
    for fact in facts.extension.get(p, ()):
        why = facts.proofs[fact]
        if why is None or why[0] not in echoes:
            yield fact


def declared(facts: Facts, c: int) -> Iterator[Fact]:
    """The facts that declare a property (or a list of things) to be of a kind, such as owl:TransitiveProperty."""
    for thing in facts.subjects(TYPE).get(c, ()):
        yield (thing, TYPE, c)


def restrictions(facts: Facts, kind: int) -> Iterator[tuple[int, int, int, tuple[Fact, Fact]]]:
    """Class, filler, property and the two premises of each restriction of a kind, such as owl:someValuesFrom."""
    for fact in facts.extension.get(kind, ()):
        c, _, filler = fact
        for p in facts.objects(ON_PROPERTY).get(c, ()):
            yield c, filler, p, (fact, (c, ON_PROPERTY, p))


def listed(facts: Facts, kind: int, p: int) -> Iterator[tuple[tuple[Fact, Fact], tuple[int, ...]]]:
    """Premises and members of the lists that things of a kind (owl:AllDisjointClasses …) have by a property."""
    kinds = set(facts.subjects(TYPE).get(kind, ()))
    for fact, members in facts.lists(p):
        if fact[0] in kinds:
            yield ((fact[0], TYPE, kind), fact), members
