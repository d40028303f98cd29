"""What the column engine gives: the conclusions as a mapping whose proofs are made when they are asked for."""

from collections.abc import Iterator, Mapping

from govkg.build.reason.columns.arrays import Column, column, first, pair, second
from govkg.build.reason.columns.loop import Loop
from govkg.build.reason.columns.proofs import Proofs
from govkg.build.reason.columns.relation import NEVER
from govkg.build.reason.model import Proof, Triple
from govkg.build.reason.ntriples import Tokens
from govkg.build.reason.terms import Fact
from govkg.build.reason.vocabulary import TYPE


class Inferred(Mapping[Triple, Proof]):
    """All triples that follow and were not asserted."""

    def __init__(self, loop: Loop, proofs: Proofs, terms: Tokens) -> None:
        self.terms = terms
        self._store, self._clashing, self._proofs = loop.store, loop.clashing, proofs

    @property
    def known(self) -> int:
        """How many triples are known, asserted ones among them."""
        return len(self._store) + len(self._clashing)

    def columns(self) -> Iterator[tuple[int, Column]]:
        """For each property the inferred pairs of subject and object, in numbers; rdf:type comes once for each class."""
        for p, relation in self._store.properties.items():
            yield p, relation.rows[relation.stages > 0]
        for c, relation in self._store.classes.items():
            yield TYPE, pair(relation.rows[relation.stages > 0], c)
        for (s, p, o), stage in self._clashing.items():
            if stage:
                yield p, column([s << 32 | o])

    def lines(self) -> Iterator[bytes]:
        """The conclusions as N-Triples, without making a term of each; literal subjects are left out."""
        texts = self.terms.texts
        for p, pairs in self.columns():
            middle = b" " + texts[p] + b" "
            yield b"".join(
                b"%b%b%b .\n" % (texts[s], middle, texts[o])
                for s, o in zip(first(pairs).tolist(), second(pairs).tolist(), strict=True)
                if texts[s][0] != 34
            )

    def __len__(self) -> int:
        return sum(len(pairs) for _, pairs in self.columns())

    def __iter__(self) -> Iterator[Triple]:
        for p, pairs in self.columns():
            for s, o in zip(first(pairs).tolist(), second(pairs).tolist(), strict=True):
                yield self._triple((s, p, o))

    def __contains__(self, triple: object) -> bool:
        fact = self._fact(triple)
        return fact is not None and 0 < self._clashing.get(fact, self._store.stage_of(fact)) < NEVER

    def __getitem__(self, triple: Triple) -> Proof:
        fact = self._fact(triple)
        if fact is None or triple not in self:
            raise KeyError(triple)
        rule, premises = self._proofs.of(fact)
        return Proof(rule, tuple(map(self._triple, premises)))

    def _triple(self, fact: Fact) -> Triple:
        s, p, o = fact
        return self.terms[s], self.terms[p], self.terms[o]

    def _fact(self, triple: object) -> Fact | None:
        if not isinstance(triple, tuple) or len(triple) != 3:
            return None
        s, p, o = map(self.terms.number, triple)
        return None if s is None or p is None or o is None else (s, p, o)
