"""From triples to their closure, in columns."""

from collections.abc import Iterable
from os import PathLike

import numpy as np

from govkg.build.reason.columns.axioms import axioms, datatypes_mentioned
from govkg.build.reason.columns.clashes import clashes
from govkg.build.reason.columns.closure import Inferred
from govkg.build.reason.columns.literals import literals
from govkg.build.reason.columns.loop import Loop
from govkg.build.reason.columns.proofs import Proofs
from govkg.build.reason.columns.store import Store
from govkg.build.reason.contradictions import sentence
from govkg.build.reason.limits import Budget, Limits
from govkg.build.reason.model import Closure, Contradiction, Triple
from govkg.build.reason.ntriples import Given, from_file, from_ntriples, from_triples


def close(triples: Iterable[Triple], limits: Limits, *, datatype_axioms: bool = False) -> Closure:
    """All that OWL 2 RL/RDF entails (OWL 2 Profiles, section 4.3, tables 4 to 9).

    `datatype_axioms` adds, for the datatypes of the input, which others they are part of.
    Raises GovkgError when a limit is met.
    """
    inferred, contradictions = _close(from_triples(triples), limits, datatype_axioms)
    return Closure(inferred, contradictions)


def close_file(path: str | PathLike[str], limits: Limits) -> tuple[Inferred, tuple[Contradiction, ...]]:
    """The same of a file of N-Triples. Raises GovkgError at a limit, SyntaxError when a line is no triple."""
    return _close(from_file(path), limits, False)


def close_lines(lines: Iterable[bytes], limits: Limits) -> tuple[Inferred, tuple[Contradiction, ...]]:
    """The same of lines of N-Triples."""
    return _close(from_ntriples(lines), limits, False)


def _close(given: Given, limits: Limits, datatype_axioms: bool) -> tuple[Inferred, tuple[Contradiction, ...]]:
    budget = Budget(limits, sum(map(len, given.pairs.values())))
    store, terms, known = Store(budget), given.terms, literals(given.terms)
    for p, pairs in given.pairs.items():
        store.add("asserted", p, np.frombuffer(pairs, np.int64))
    given.pairs.clear()
    loop = Loop(store, known, budget)
    held = loop.run(lambda: axioms(known, datatypes_mentioned(store), datatype_axioms))
    proofs = Proofs(loop, held)
    found = tuple(
        Contradiction(
            rule,
            tuple((terms[s], terms[p], terms[o]) for s, p, o in premises),
            sentence(rule, [terms[x] for x in about]),
        )
        for rule, premises, about in clashes(loop, proofs)
    )
    return Inferred(loop, proofs, terms), found
