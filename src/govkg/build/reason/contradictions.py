"""What a contradiction says to people, a sentence for each rule that ends in `false`."""

from collections.abc import Iterable

from govkg.build.reason.facts import Facts
from govkg.build.reason.model import Contradiction, Term

_SENTENCES = {
    "eq-diff1": "{0} and {1} are said to be the same and to be different",
    "eq-diff2": "{0} and {1} are the same, but in a list of all different things",
    "eq-diff3": "{0} and {1} are the same, but in a list of all different things",
    "prp-irp": "{0} has itself for {1}, which is irreflexive",
    "prp-asyp": "{0} and {1} have each other for {2}, which is asymmetric",
    "prp-pdw": "{0} and {1} are joined by {2} and {3}, which are disjoint",
    "prp-adp": "{0} and {1} are joined by {2} and {3}, which are disjoint",
    "prp-npa1": "{0} has {1} for {2}, which is denied",
    "prp-npa2": "{0} has {1} for {2}, which is denied",
    "cls-nothing2": "{0} is in owl:Nothing, which is empty",
    "cls-com": "{0} is in {1} and in {2}, which are complements",
    "cls-maxc1": "{0} has {1} for {2}, of which it may have none",
    "cls-maxqc1": "{0} has {1} for {2}, of which it may have none of that class",
    "cls-maxqc2": "{0} has {1} for {2}, of which it may have none",
    "cax-dw": "{0} is in {1} and in {2}, which are disjoint",
    "cax-adc": "{0} is in {1} and in {2}, which are disjoint",
    "dt-not-type": "{0} is no value of {1}",
    "dt-diff": "{0} and {1} would have to be one value",
}


def contradictions(facts: Facts) -> tuple[Contradiction, ...]:
    """All contradictions found, in the order of rule and premises."""
    of = facts.terms.of
    found = sorted((rule, premises, about) for (rule, _), (premises, about) in facts.contradictions.items())
    return tuple(
        Contradiction(
            rule, tuple((of[s], of[p], of[o]) for s, p, o in premises), sentence(rule, (of[x] for x in about))
        )
        for rule, premises, about in found
    )


def sentence(rule: str, about: Iterable[Term]) -> str:
    """What a contradiction says, with the terms that it is about."""
    return f"{rule}: " + _SENTENCES[rule].format(*about)
