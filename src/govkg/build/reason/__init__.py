"""The reasoner: OWL 2 RL over triples of pyoxigraph terms, with the rule and the premises of every conclusion."""

from collections.abc import Iterable
from importlib.util import find_spec

from govkg.build.reason.explain import Explanation, explain
from govkg.build.reason.filter import ValidTriple, publishable
from govkg.build.reason.limits import Limits
from govkg.build.reason.model import Closure, Contradiction, Proof, Term, Triple
from govkg.core.errors import UsageError

__all__ = [
    "Closure",
    "Contradiction",
    "Explanation",
    "Limits",
    "Proof",
    "Term",
    "Triple",
    "ValidTriple",
    "close",
    "explain",
    "publishable",
]

ENGINES = ("auto", "compiled", "columns", "owlrl")
LARGE = 200_000
"""From so many triples on, `auto` takes the column engine: it keeps no proofs, and makes those that are asked for."""


def close(
    triples: Iterable[Triple], *, engine: str = "auto", limits: Limits | None = None, all_proofs: bool = False
) -> Closure:
    """What follows from the triples, and what clashes.

    The engines: `compiled` (plain Python, with a proof of each triple), `columns` (for large data; needs numpy; the same
    closure), `owlrl` (the reference: slow, without proofs and limits), `auto` (columns for LARGE input when numpy is
    there, else compiled; compiled when `all_proofs` are wanted, since columns makes each anew). Raises UsageError for another engine, without numpy for `columns`, and for owl:hasKey with
    `owlrl`; GovkgError when a limit is met.
    """
    given, bounds = list(triples), limits or Limits()
    if engine == "auto":
        engine = "columns" if len(given) >= LARGE and not all_proofs and find_spec("numpy") else "compiled"
    if engine == "compiled":
        from govkg.build.reason import compiled  # only the engine that runs is loaded

        return compiled.close(given, bounds)
    if engine == "columns":
        return _columns(given, bounds)
    if engine == "owlrl":
        from govkg.build.reason.rdflib_door import close_with_owlrl

        return close_with_owlrl(given)
    raise UsageError("engine", f"no engine {engine!r}", f"one of {', '.join(ENGINES)}")


def _columns(triples: list[Triple], limits: Limits) -> Closure:
    if not find_spec("numpy"):
        raise UsageError("engine", "the engine columns needs numpy", "pip install 'govkg[columns]', or use compiled")
    from govkg.build.reason import columns

    return columns.close(triples, limits)
