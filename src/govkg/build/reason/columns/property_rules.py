"""Table 5: axioms about properties."""

from collections.abc import Iterator
from itertools import chain, combinations

from govkg.build.reason import vocabulary as v
from govkg.build.reason.columns.rule import Atom, Rule, X, Y, Z, variable
from govkg.build.reason.columns.schema import Schema


def rules(schema: Schema) -> Iterator[Rule]:
    """One rule or two for each axiom."""
    yield from chain(_ends(schema), _inclusions(schema), _inverses(schema), _characteristics(schema))
    yield from chain(_chains(schema), _keys(schema), _loops(schema), _disjoint(schema), _negative(schema))


def _ends(schema: Schema) -> Iterator[Rule]:
    """prp-dom and prp-rng."""
    for fact in schema.axioms(v.DOMAIN):
        yield Rule("prp-dom", (fact,), ((X, fact[0], Y),), (X, v.TYPE, fact[2]))
    for fact in schema.axioms(v.RANGE):
        yield Rule("prp-rng", (fact,), ((X, fact[0], Y),), (Y, v.TYPE, fact[2]))


def _inclusions(schema: Schema) -> Iterator[Rule]:
    """prp-spo1, prp-eqp1 and prp-eqp2."""
    for fact in schema.axioms(v.SUB_PROPERTY):
        yield Rule("prp-spo1", (fact,), ((X, fact[0], Y),), (X, fact[2], Y))
    for fact in schema.axioms(v.EQUIVALENT_PROPERTY):
        p, _, q = fact
        yield Rule("prp-eqp1", (fact,), ((X, p, Y),), (X, q, Y))
        yield Rule("prp-eqp2", (fact,), ((X, q, Y),), (X, p, Y))


def _inverses(schema: Schema) -> Iterator[Rule]:
    """prp-inv1, prp-inv2 and prp-symp."""
    for fact in schema.axioms(v.INVERSE):
        p, _, q = fact
        yield Rule("prp-inv1", (fact,), ((X, p, Y),), (Y, q, X))
        yield Rule("prp-inv2", (fact,), ((X, q, Y),), (Y, p, X))
    for fact in schema.declared(v.SYMMETRIC):
        yield Rule("prp-symp", (fact,), ((X, fact[0], Y),), (Y, fact[0], X))


def _characteristics(schema: Schema) -> Iterator[Rule]:
    """prp-trp, prp-fp and prp-ifp."""
    for fact in schema.declared(v.TRANSITIVE):
        p = fact[0]
        yield Rule("prp-trp", (fact,), ((X, p, Y), (Y, p, Z)), (X, p, Z))
    for fact in schema.declared(v.FUNCTIONAL):
        p = fact[0]
        yield Rule("prp-fp", (fact,), ((X, p, Y), (X, p, Z)), (Y, v.SAME, Z), apart=(Y, Z))
    for fact in schema.declared(v.INVERSE_FUNCTIONAL):
        p = fact[0]
        yield Rule("prp-ifp", (fact,), ((X, p, Z), (Y, p, Z)), (X, v.SAME, Y), apart=(X, Y))


def _chains(schema: Schema) -> Iterator[Rule]:
    """prp-spo2."""
    for fact, steps in schema.lists(v.CHAIN):
        body = tuple((variable(i), p, variable(i + 1)) for i, p in enumerate(steps))
        yield Rule("prp-spo2", (fact,), body, (variable(0), fact[0], variable(len(steps))))


def _keys(schema: Schema) -> Iterator[Rule]:
    """prp-key."""
    for fact, keys in schema.lists(v.KEY):
        members: tuple[Atom, ...] = (X, v.TYPE, fact[0]), (Y, v.TYPE, fact[0])
        values = (atom for i, k in enumerate(keys) for atom in ((X, k, variable(i)), (Y, k, variable(i))))
        yield Rule("prp-key", (fact,), (*members, *values), (X, v.SAME, Y), apart=(X, Y))


def _loops(schema: Schema) -> Iterator[Rule]:
    """prp-irp and prp-asyp."""
    for fact in schema.declared(v.IRREFLEXIVE):
        yield Rule("prp-irp", (fact,), ((X, fact[0], X),), None)
    for fact in schema.declared(v.ASYMMETRIC):
        yield Rule("prp-asyp", (fact,), ((X, fact[0], Y), (Y, fact[0], X)), None)


def _disjoint(schema: Schema) -> Iterator[Rule]:
    """prp-pdw and prp-adp."""
    for fact in schema.axioms(v.DISJOINT_PROPERTY):
        yield Rule("prp-pdw", (fact,), ((X, fact[0], Y), (X, fact[2], Y)), None)
    for premises, members in schema.listed(v.ALL_DISJOINT_PROPERTIES, v.MEMBERS):
        for p, q in combinations(members, 2):
            yield Rule("prp-adp", premises, ((X, p, Y), (X, q, Y)), None)


def _negative(schema: Schema) -> Iterator[Rule]:
    """prp-npa1 and prp-npa2; that two literals may be one value is looked at where clashes are collected."""
    for rule, target in (("prp-npa1", v.TARGET_INDIVIDUAL), ("prp-npa2", v.TARGET_VALUE)):
        for fact in schema.axioms(target):
            x = fact[0]
            for s in schema.values(x, v.SOURCE):
                for p in schema.values(x, v.ASSERTION):
                    premises = ((x, v.SOURCE, s), (x, v.ASSERTION, p), fact)
                    yield Rule(rule, premises, ((s, p, Y),), None)
