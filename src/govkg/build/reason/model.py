"""What the reasoner takes and gives: triples of pyoxigraph terms, proofs, contradictions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode

Term = NamedNode | BlankNode | Literal
Triple = tuple[Term, Term, Term]
"""Generalised RDF, as the rules need it: a literal may be a subject. `publishable` lets only valid RDF out."""


class Proof(NamedTuple):
    """Why a triple holds: the rule as the OWL 2 Profiles tables name it, and the triples that first satisfied it."""

    rule: str
    premises: tuple[Triple, ...]


class Contradiction(NamedTuple):
    """A rule that ends in `false`, the triples that satisfied it, and one sentence for people."""

    rule: str
    premises: tuple[Triple, ...]
    message: str


@dataclass(frozen=True)
class Closure:
    """What follows (never what was asserted) and what clashes."""

    inferred: Mapping[Triple, Proof] = field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()
