"""The engine `compiled`: the schema made into rules, run to the end over numbered terms."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from govkg.build.reason import datatype_rules
from govkg.build.reason.contradictions import contradictions
from govkg.build.reason.facts import Facts
from govkg.build.reason.limits import Budget, Limits
from govkg.build.reason.loop import run
from govkg.build.reason.model import Closure, Proof, Triple
from govkg.build.reason.terms import Fact, intern


def close(triples: Iterable[Triple], limits: Limits, *, datatype_axioms: bool = False) -> Closure:
    """All that OWL 2 RL/RDF entails (OWL 2 Profiles, section 4.3, tables 4 to 9), with the first proof of each triple.

    `datatype_axioms` adds, for the datatypes of the input, which others they are part of.
    Raises GovkgError when a limit is met.
    """
    with _uncollected():
        terms, asserted = intern(triples)
        facts = Facts(terms, asserted, Budget(limits, len(asserted)))
        axioms = datatype_rules.axioms(terms, asserted)
        if datatype_axioms:
            axioms |= datatype_rules.inclusions(terms.datatypes.start, datatype_rules.mentioned(terms, asserted))
        for fact, rule in axioms.items():
            facts.derive(rule, fact, ())
        datatype_rules.ill_typed(facts, asserted)
        run(facts)
        return _closure(facts)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage while facts pile up: all of them stay, and the search took half of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _closure(facts: Facts) -> Closure:
    of = facts.terms.of
    triples: dict[Fact, Triple] = {(s, p, o): (of[s], of[p], of[o]) for s, p, o in facts.proofs}
    inferred = {
        triples[fact]: Proof(why[0], tuple([triples[premise] for premise in why[1]]))
        for fact, why in facts.proofs.items()
        if why is not None
    }
    return Closure(inferred, contradictions(facts, triples))
