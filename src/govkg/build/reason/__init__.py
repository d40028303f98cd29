"""The reasoner: OWL 2 RL over triples of pyoxigraph terms, with the rule and the premises of every conclusion."""

from collections.abc import Iterable

from govkg.build.reason import compiled
from govkg.build.reason.explain import Explanation, explain
from govkg.build.reason.filter import ValidTriple, publishable
from govkg.build.reason.model import Closure, Contradiction, Proof, Term, Triple
from govkg.core.errors import UsageError

__all__ = [
    "Closure",
    "Contradiction",
    "Explanation",
    "Proof",
    "Term",
    "Triple",
    "ValidTriple",
    "close",
    "explain",
    "publishable",
]

MAX_ROUNDS = 1000


def close(triples: Iterable[Triple], *, engine: str = "compiled", max_rounds: int = MAX_ROUNDS) -> Closure:
    """What follows from the triples, and what clashes.

    The engine is `compiled` (ours) or `owlrl` (the reference: slow, without proofs, and without a limit of rounds).
    Raises UsageError for another engine, and for owl:hasKey with `owlrl`; GovkgError when `max_rounds` are not enough.
    """
    if engine == "compiled":
        return compiled.close(triples, max_rounds)
    if engine == "owlrl":
        from govkg.build.reason.rdflib_door import close_with_owlrl

        return close_with_owlrl(triples)
    raise UsageError("engine", f"no engine {engine!r}", "compiled or owlrl")
