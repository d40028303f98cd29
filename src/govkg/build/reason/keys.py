"""Table 5, prp-key: two members of a class that share a value of every key property are the same."""

from collections.abc import Iterator

from govkg.build.reason.facts import Facts
from govkg.build.reason.rule import Rule, edge, member
from govkg.build.reason.terms import Fact
from govkg.build.reason.vocabulary import KEY, SAME, TYPE


def compiled(facts: Facts) -> Iterator[Rule]:
    """One rule for each owl:hasKey."""
    for fact, keys in facts.lists(KEY):
        found = _Key(facts, fact, keys)
        triggers = (member(fact[0], found.by_member), *(edge(k, found.by_value) for k in keys))
        yield Rule("prp-key", (fact,), triggers)


class _Key:
    def __init__(self, facts: Facts, axiom: Fact, keys: tuple[int, ...]) -> None:
        self.facts, self.axiom, self.keys = facts, axiom, keys
        self.values = [facts.objects(k) for k in keys]
        self.bearers = facts.subjects(keys[0])

    def by_member(self, batch: list[Fact]) -> None:
        """New members of the class."""
        for fact in batch:
            self._compare(fact[0])

    def by_value(self, batch: list[Fact]) -> None:
        """New key values, of members of the class."""
        for x in dict.fromkeys(fact[0] for fact in batch):
            if self._is_member(x):
                self._compare(x)

    def _is_member(self, x: int) -> bool:
        return (x, TYPE, self.axiom[0]) in self.facts.proofs

    def _compare(self, x: int) -> None:
        others = dict.fromkeys(y for z in self.values[0].get(x, ()) for y in self.bearers.get(z, ()))
        for y in others:
            if y != x and self._is_member(y):
                self._merge(min(x, y), max(x, y))

    def _merge(self, x: int, y: int) -> None:
        premises: list[Fact] = [self.axiom, (x, TYPE, self.axiom[0]), (y, TYPE, self.axiom[0])]
        for k, values in zip(self.keys, self.values, strict=True):
            shared = next((z for z in values.get(x, ()) if (y, k, z) in self.facts.proofs), None)
            if shared is None:
                return
            premises += [(x, k, shared), (y, k, shared)]
        self.facts.derive("prp-key", (x, SAME, y), tuple(premises))
