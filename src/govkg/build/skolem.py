"""Blank nodes of the ontology's files → IRIs named by what they say (RDF 1.1 Concepts, 3.5), so that no blank node is published."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from govkg.core.names import BASE

GENID = f"{BASE}/.well-known/genid/"


def skolemise(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    """The triples with each blank node replaced by an IRI made from the tree below it; equal trees share one IRI."""
    given = list(triples)
    below: dict[ox.BlankNode, list[ox.Triple]] = defaultdict(list)
    for triple in given:
        if isinstance(triple.subject, ox.BlankNode):
            below[triple.subject].append(triple)
    known: dict[ox.BlankNode, ox.NamedNode] = {}

    def name(node: object, above: tuple[object, ...] = ()) -> object:
        if not isinstance(node, ox.BlankNode):
            return node
        if node not in known:
            if node in above:
                raise ValueError("a blank node of the ontology lies below itself")
            said = sorted(f"{triple.predicate} {name(triple.object, (*above, node))}" for triple in below[node])
            known[node] = ox.NamedNode(GENID + hashlib.sha256("\n".join(said).encode()).hexdigest()[:16])
        return known[node]

    return sorted({ox.Triple(name(t.subject), t.predicate, name(t.object)) for t in given}, key=str)  # type: ignore[arg-type]
