"""What the plain engine gives: the conclusions as a mapping, whose triples and proofs are made when asked for."""

from collections.abc import Iterator, Mapping

from govkg.build.reason.facts import Facts
from govkg.build.reason.model import Proof, Triple
from govkg.build.reason.terms import Fact


class Derived(Mapping[Triple, Proof]):
    """All triples that follow and were not asserted, in the order in which they were found."""

    def __init__(self, facts: Facts, asserted: int) -> None:
        self._terms, self._proofs, self._asserted = facts.terms, facts.proofs, asserted

    @property
    def known(self) -> int:
        """How many triples are known, asserted ones among them."""
        return len(self._proofs)

    def __len__(self) -> int:
        return len(self._proofs) - self._asserted

    def __iter__(self) -> Iterator[Triple]:
        return (self._triple(fact) for fact, why in self._proofs.items() if why is not None)

    def __contains__(self, triple: object) -> bool:
        return self._proofs.get(self._fact(triple)) is not None

    def __getitem__(self, triple: Triple) -> Proof:
        why = self._proofs.get(self._fact(triple))
        if why is None:
            raise KeyError(triple)
        return Proof(why[0], tuple(map(self._triple, why[1])))

    def _triple(self, fact: Fact) -> Triple:
        of = self._terms.of
        return of[fact[0]], of[fact[1]], of[fact[2]]

    def _fact(self, triple: object) -> Fact:
        """The triple in numbers; a term that does not occur has none, and is in no fact."""
        if not isinstance(triple, tuple) or len(triple) != 3:
            return _NO_FACT
        s, p, o = map(self._terms.number, triple)
        return _NO_FACT if s is None or p is None or o is None else (s, p, o)


_NO_FACT: Fact = (-1, -1, -1)
