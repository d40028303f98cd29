"""The engine `compiled`: the schema made into rules, run to the end over numbered terms."""

from collections.abc import Iterable
from os import PathLike

from govkg.build.collector import uncollected
from govkg.build.reason import datatype_rules
from govkg.build.reason.contradictions import contradictions
from govkg.build.reason.derived import Derived
from govkg.build.reason.facts import Facts
from govkg.build.reason.limits import Budget, Limits
from govkg.build.reason.loop import run
from govkg.build.reason.model import Closure, Contradiction, Triple
from govkg.build.reason.ntriples import from_file
from govkg.build.reason.terms import Fact, Terms, intern, renumbered


def close(triples: Iterable[Triple], limits: Limits, *, datatype_axioms: bool = False) -> Closure:
    """All that OWL 2 RL/RDF entails (OWL 2 Profiles, section 4.3, tables 4 to 9), with the first proof of each triple.

    `datatype_axioms` adds, for the datatypes of the input, which others they are part of.
    Raises GovkgError when a limit is met.
    """
    with uncollected():
        return Closure(*_close(*intern(triples), limits, datatype_axioms))


def close_file(path: str | PathLike[str], limits: Limits) -> tuple[Derived, tuple[Contradiction, ...]]:
    """The same of a file of N-Triples. Raises GovkgError at a limit, SyntaxError when a line is no triple."""
    with uncollected():
        return _close(*renumbered(from_file(path)), limits, False)


def _close(
    terms: Terms, asserted: list[Fact], limits: Limits, datatype_axioms: bool
) -> tuple[Derived, tuple[Contradiction, ...]]:
    facts = Facts(terms, asserted, Budget(limits, len(asserted)))
    axioms = datatype_rules.axioms(terms, asserted)
    if datatype_axioms:
        axioms |= datatype_rules.inclusions(terms.datatypes.start, datatype_rules.mentioned(terms, asserted))
    for fact, rule in axioms.items():
        facts.derive(rule, fact, ())
    datatype_rules.ill_typed(facts, asserted)
    run(facts)
    return Derived(facts, len(asserted)), contradictions(facts)
