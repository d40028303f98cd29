"""Table 8: literals. What the rules need of dt-type2, dt-eq and dt-diff is worked out where they need it.

dt-eq is not materialised: eq-rep-o would restate every value in every other spelling (1, 01, 1.0). It decides instead
that two spellings do not clash. A clash (dt-diff) is reported and not used further, else it would spread everywhere.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from govkg.build.reason import datatypes
from govkg.build.reason import vocabulary as v
from govkg.build.reason.facts import Facts
from govkg.build.reason.rule import Fire, Rule, member
from govkg.build.reason.terms import Fact, Terms


def axioms(terms: Terms, asserted: list[Fact]) -> dict[Fact, str]:
    """Facts that hold without premises: built-in names, datatypes, and the datatypes of literals (dt-type2).

    A literal is given those datatypes only that the input speaks of: no rule can ask for others.
    """
    found = {(v.THING, v.TYPE, v.CLASS): "cls-thing", (v.NOTHING, v.TYPE, v.CLASS): "cls-nothing1"}
    found |= {(p, v.TYPE, v.ANNOTATION_PROPERTY): "prp-ap" for p in v.ANNOTATIONS}
    found |= {(d, v.TYPE, v.DATATYPE): "dt-type1" for d in terms.datatypes}
    spoken_of = mentioned(terms, asserted)
    for literal, value in terms.values.items() if spoken_of else ():
        for d in spoken_of:
            if datatypes.holds(_named(terms, d), value):
                found[literal, v.TYPE, d] = "dt-type2"
    return found


def mentioned(terms: Terms, asserted: list[Fact]) -> set[int]:
    """The supported datatypes that the input speaks of."""
    return {x for s, _, o in asserted for x in (s, o) if x in terms.datatypes}


def inclusions(first_datatype: int, mentioned: Iterable[int]) -> dict[Fact, str]:
    """Which datatypes are part of which, for those that the input speaks of: not in the tables, true all the same.

    `first_datatype` is the number of the first of `datatypes.DATATYPES`.
    """
    number = {datatype: d for d, datatype in enumerate(datatypes.DATATYPES, first_datatype)}
    wider = {number[narrow]: [number[wide] for wide in wides] for narrow, wides in datatypes.inclusions().items()}
    return {(d, v.SUB_CLASS, wide): "datatype-inclusion" for d in mentioned for wide in wider.get(d, ())}


def built_in(facts: Facts) -> Iterator[Rule]:
    """dt-not-type for literals that a rule puts into a datatype."""
    for d in facts.terms.datatypes:
        yield Rule("dt-not-type", (), (member(d, _not_of(facts, d)),))


def _not_of(facts: Facts, d: int) -> Fire:
    terms = facts.terms

    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            x = fact[0]
            if x in terms.literals and datatypes.holds(_named(terms, d), terms.values.get(x)) is False:
                facts.contradict("dt-not-type", (fact,), x, d)

    return fire


def ill_typed(facts: Facts, asserted: list[Fact]) -> None:
    """dt-not-type for literals that are no form of their own datatype: one contradiction for each fact with one."""
    for fact in asserted:
        if fact[2] in facts.terms.ill_typed:
            facts.contradict("dt-not-type", (fact,), fact[2], facts.terms.ill_typed[fact[2]])


def without_clashes(facts: Facts, fresh: list[Fact]) -> list[Fact]:
    """The facts without equalities of different values (dt-diff with eq-diff1), which are reported."""
    return [fact for fact in fresh if fact[1] != v.SAME or not _clash(facts, fact)]


def _clash(facts: Facts, fact: Fact) -> bool:
    one, two = facts.terms.values.get(fact[0]), facts.terms.values.get(fact[2])
    if one is None or two is None or one == two:
        return False
    facts.contradict("dt-diff", (fact,), fact[0], fact[2])
    return True


def same_value(terms: Terms, x: int, y: int) -> bool:
    """dt-eq: whether two literals are spellings of one value."""
    value = terms.values.get(x)
    return value is not None and value == terms.values.get(y)


def whole_number(terms: Terms, x: int) -> int:
    """The number that a literal of an integer datatype stands for, or -1 for anything else."""
    return datatypes.whole(terms.values.get(x))


def _named(terms: Terms, d: int) -> NamedNode:
    return datatypes.DATATYPES[d - terms.datatypes.start]
