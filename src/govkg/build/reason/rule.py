"""A compiled rule: what wakes it, and what it does with a batch of new facts."""

from collections.abc import Callable
from typing import NamedTuple

from govkg.build.reason.facts import Facts
from govkg.build.reason.terms import Fact
from govkg.build.reason.vocabulary import TYPE

Fire = Callable[[list[Fact]], None]
Premises = tuple[Fact, ...]


class Trigger(NamedTuple):
    """New facts with this property (and, unless None, this object) are handed to `fire`."""

    property: int
    object: int | None
    fire: Fire


class Rule(NamedTuple):
    """A row of the OWL 2 RL/RDF tables with its schema atoms filled in.

    Each trigger stands for one data atom and joins with all known facts for the others, so that whichever atom is met
    last, the conclusion is drawn (semi-naive evaluation).
    """

    name: str
    schema: Premises
    triggers: tuple[Trigger, ...]

    @property
    def key(self) -> tuple[str, Premises, tuple[tuple[int, int | None], ...]]:
        """The same for the same rule on the same schema, whenever it is compiled."""
        return self.name, self.schema, tuple((t.property, t.object) for t in self.triggers)


def edge(p: int, fire: Fire) -> Trigger:
    """Woken by every new fact of a property."""
    return Trigger(p, None, fire)


def member(c: int, fire: Fire) -> Trigger:
    """Woken by every new member of a class."""
    return Trigger(TYPE, c, fire)


def copy(facts: Facts, rule: str, q: int, schema: Premises) -> Fire:
    """(x p y) → (x q y)."""
    proofs, derive = facts.proofs, facts.derive

    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            new = (fact[0], q, fact[2])
            if new not in proofs:
                derive(rule, new, (*schema, fact))

    return fire


def flip(facts: Facts, rule: str, q: int, schema: Premises) -> Fire:
    """(x p y) → (y q x)."""
    proofs, derive = facts.proofs, facts.derive

    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            new = (fact[2], q, fact[0])
            if new not in proofs:
                derive(rule, new, (*schema, fact))

    return fire


def classify(facts: Facts, rule: str, position: int, c: int, schema: Premises) -> Fire:
    """(x p y) → (x a C) for position 0, (y a C) for position 2."""
    proofs, derive = facts.proofs, facts.derive

    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            new = (fact[position], TYPE, c)
            if new not in proofs:
                derive(rule, new, (*schema, fact))

    return fire


def join(facts: Facts, rule: str, p1: int, p2: int, q: int, schema: Premises = ()) -> tuple[Trigger, Trigger]:
    """(x p1 y), (y p2 z) → (x q z)."""
    proofs, derive = facts.proofs, facts.derive
    before, after = facts.subjects(p1), facts.objects(p2)

    def first(batch: list[Fact]) -> None:
        for fact in batch:
            x, _, y = fact
            for z in after.get(y, ()):
                if (x, q, z) not in proofs:
                    derive(rule, (x, q, z), (*schema, fact, (y, p2, z)))

    def second(batch: list[Fact]) -> None:
        for fact in batch:
            y, _, z = fact
            for x in before.get(y, ()):
                if (x, q, z) not in proofs:
                    derive(rule, (x, q, z), (*schema, (x, p1, y), fact))

    return edge(p1, first), edge(p2, second)
