"""Table 4: owl:sameAs. eq-ref is not materialised: what it would give is reflexive and never published."""

from collections.abc import Iterator

from govkg.build.reason.axioms import listed
from govkg.build.reason.facts import Facts
from govkg.build.reason.rule import Fire, Premises, Rule, edge, flip, join
from govkg.build.reason.terms import Fact
from govkg.build.reason.vocabulary import ALL_DIFFERENT, DIFFERENT, DISTINCT_MEMBERS, MEMBERS, SAME


def built_in(facts: Facts) -> Iterator[Rule]:
    """eq-sym, eq-trans and eq-diff1; the eq-rep rules, which fit every fact, are in `replace`."""
    yield Rule("eq-sym", (), (edge(SAME, flip(facts, "eq-sym", SAME, ())),))
    yield Rule("eq-trans", (), join(facts, "eq-trans", SAME, SAME, SAME))
    yield Rule("eq-diff1", (), (edge(SAME, _different(facts)), edge(DIFFERENT, _different(facts))))


def compiled(facts: Facts) -> Iterator[Rule]:
    """eq-diff2 and eq-diff3: one rule for each owl:AllDifferent."""
    for rule, p in (("eq-diff2", MEMBERS), ("eq-diff3", DISTINCT_MEMBERS)):
        for schema, members in listed(facts, ALL_DIFFERENT, p):
            for twice in sorted({m for m in members if members.count(m) > 1}):
                facts.contradict(rule, schema, twice, twice)  # by eq-ref
            yield Rule(rule, schema, (edge(SAME, _all_different(facts, rule, schema, frozenset(members))),))


def _different(facts: Facts) -> Fire:
    """A difference that only eq-rep restates is left out: it clashes exactly when its origin does."""

    def fire(batch: list[Fact]) -> None:
        for x, _, y in batch:
            fact = (x, DIFFERENT, y)
            if fact not in facts.proofs or (facts.proofs[fact] or ("",))[0] in ("eq-rep-s", "eq-rep-o"):
                continue
            if x == y:
                facts.contradict("eq-diff1", (fact,), x, y)
            elif (x, SAME, y) in facts.proofs:
                facts.contradict("eq-diff1", ((x, SAME, y), fact), x, y)

    return fire


def _all_different(facts: Facts, rule: str, schema: Premises, members: frozenset[int]) -> Fire:
    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            if fact[0] < fact[2] and fact[0] in members and fact[2] in members:
                facts.contradict(rule, (*schema, fact), fact[0], fact[2])

    return fire


def replace(facts: Facts, fresh: list[Fact]) -> None:
    """eq-rep-s, eq-rep-p and eq-rep-o: new facts under all known equalities, all facts under new equalities."""
    same = facts.objects(SAME)
    if not same:
        return
    for fact in fresh:
        if fact[1] == SAME:
            _restate_all(facts, fact)
        else:
            _restate(facts, fact)


def _restate(facts: Facts, fact: Fact) -> None:
    s, p, o = fact
    same, derive = facts.objects(SAME), facts.derive
    for twin in same.get(s, ()):
        derive("eq-rep-s", (twin, p, o), ((s, SAME, twin), fact))
    for twin in same.get(p, ()):
        if twin not in facts.terms.literals:
            derive("eq-rep-p", (s, twin, o), ((p, SAME, twin), fact))
    for twin in same.get(o, ()):
        derive("eq-rep-o", (s, p, twin), ((o, SAME, twin), fact))


def _restate_all(facts: Facts, equality: Fact) -> None:
    x, _, y = equality
    if x == y:
        return
    for p in [p for p in facts.extension if p != SAME]:
        for o in facts.objects(p).get(x, ()):
            facts.derive("eq-rep-s", (y, p, o), (equality, (x, p, o)))
        for s in facts.subjects(p).get(x, ()):
            facts.derive("eq-rep-o", (s, p, y), (equality, (s, p, x)))
    if y not in facts.terms.literals:
        for s, _, o in facts.extension.get(x, ()):
            facts.derive("eq-rep-p", (s, y, o), (equality, (s, x, o)))
