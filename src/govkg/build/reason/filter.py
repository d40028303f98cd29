"""Which inferred triples may be published."""

from collections.abc import Callable
from typing import TypeGuard

from pyoxigraph import Literal, NamedNode

from govkg.build.reason.model import Triple
from govkg.core.names import OWL, RDF, RDFS

ValidTriple = tuple[NamedNode, NamedNode, NamedNode | Literal]

_THING, _NOTHING = NamedNode(OWL + "Thing"), NamedNode(OWL + "Nothing")
_MEMBERSHIP = (NamedNode(RDF + "type"), NamedNode(RDFS + "subClassOf"))


def publishable(triple: Triple, own: Callable[[NamedNode], bool]) -> TypeGuard[ValidTriple]:
    """Whether a triple is valid RDF about a thing of ours and says something.

    No literal subject, no blank node, nothing reflexive (and so no owl:sameAs with itself), no owl:Nothing, and no
    membership in owl:Thing, which all things have.
    """
    s, p, o = triple
    return (
        isinstance(s, NamedNode)
        and isinstance(p, NamedNode)
        and isinstance(o, NamedNode | Literal)
        and s != o
        and own(s)
        and _NOTHING not in triple
        and not (o == _THING and p in _MEMBERSHIP)
    )
