"""The growing set of facts: proofs, indexes built only for the properties that a rule joins on, contradictions."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from govkg.build.reason.limits import Budget
from govkg.build.reason.terms import Fact, Terms
from govkg.build.reason.vocabulary import FIRST, NIL, REST

Why = tuple[str, tuple[Fact, ...]]
Index = defaultdict[int, list[int]]

_LOOK_AFTER = 10_000


class Facts:
    """What is known so far. `proofs` has every fact (None: asserted), `extension` those that rules have met."""

    def __init__(self, terms: Terms, asserted: list[Fact], budget: Budget) -> None:
        self.terms = terms
        self.budget = budget
        self._next_look = 0
        self.proofs: dict[Fact, Why | None] = dict.fromkeys(asserted)
        self.extension: defaultdict[int, list[Fact]] = defaultdict(list)
        self.contradictions: dict[tuple[str, frozenset[Fact]], tuple[tuple[Fact, ...], tuple[int, ...]]] = {}
        self._fresh: list[Fact] = list(asserted)
        self._objects: dict[int, Index] = {}
        self._subjects: dict[int, Index] = {}

    def derive(self, rule: str, fact: Fact, premises: tuple[Fact, ...]) -> None:
        """Keep a conclusion that is not yet in `proofs` (callers on hot paths have just looked).

        Raises GovkgError when a limit is met; looked at once for many facts.
        """
        if fact not in self.proofs:
            self.proofs[fact] = (rule, premises)
            self._fresh.append(fact)
            if len(self.proofs) > self._next_look:
                self._next_look = min(len(self.proofs) + _LOOK_AFTER, self.budget.facts)
                self.budget.spend(len(self.proofs), rule)

    def contradict(self, rule: str, premises: tuple[Fact, ...], *about: int) -> None:
        """Keep a contradiction once, however its premises were met; `about` fills the rule's sentence."""
        self.contradictions.setdefault((rule, frozenset(premises)), (premises, about))

    def take(self) -> list[Fact]:
        """What was derived since the last call, sorted, so that the next round does not depend on this one's order."""
        fresh = sorted(self._fresh)
        self._fresh.clear()
        return fresh

    def index(self, fresh: list[Fact]) -> dict[int, list[Fact]]:
        """Let joins see the facts; gives them back by property."""
        groups = {p: list(group) for p, group in groupby(sorted(fresh, key=itemgetter(1)), key=itemgetter(1))}
        for p, group in groups.items():
            self.extension[p] += group
            if p in self._objects:
                _fill(self._objects[p], group, 0, 2)
            if p in self._subjects:
                _fill(self._subjects[p], group, 2, 0)
        return groups

    def objects(self, p: int) -> Index:
        """Subject → objects of a property. The index stays valid: it grows with the facts."""
        if p not in self._objects:
            _fill(self._objects.setdefault(p, defaultdict(list)), self.extension.get(p, ()), 0, 2)
        return self._objects[p]

    def subjects(self, p: int) -> Index:
        """Object → subjects of a property."""
        if p not in self._subjects:
            _fill(self._subjects.setdefault(p, defaultdict(list)), self.extension.get(p, ()), 2, 0)
        return self._subjects[p]

    def items(self, head: int) -> tuple[int, ...]:
        """The members of an RDF list. A node that owl:sameAs has given a second value counts with its first one."""
        found: list[int] = []
        seen = {NIL}
        while head not in seen:
            seen.add(head)
            found += self.objects(FIRST).get(head, [])[:1]
            head = next(iter(self.objects(REST).get(head, ())), NIL)
        return tuple(found)

    def lists(self, p: int) -> Iterator[tuple[Fact, tuple[int, ...]]]:
        """Each fact of a property whose object is a list, with the list's members; empty lists say nothing."""
        for fact in self.extension.get(p, ()):
            if members := self.items(fact[2]):
                yield fact, members


def _fill(index: Index, facts: list[Fact] | tuple[()], key: int, value: int) -> None:
    for fact in facts:
        index[fact[key]].append(fact[value])
