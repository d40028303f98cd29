"""Conclusions and their proofs → the graphs `inferred` and `proofs`."""

import hashlib
from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from govkg.build.infer import CLAIM, Inferred
from govkg.build.reason import Proof, Triple
from govkg.core.names import AND, RDF, gov, graph, shown, thing

INFERRED = graph("inferred")
PROOFS = graph("proofs")
_SUBJECT, _PREDICATE, _OBJECT = (ox.NamedNode(RDF + name) for name in ("subject", "predicate", "object"))


def proof_quads(found: Inferred) -> Iterator[ox.Quad]:
    """Each conclusion in the graph `inferred`, and in `proofs` its rule, its premises and the claims at the bottom."""
    bottom: dict[Triple, frozenset[str]] = {}
    proofs: dict[Triple, Proof] = dict(found.proofs.items())
    for triple in sorted(found.proofs, key=ntriple):
        proof = found.proofs[triple]
        subject, predicate, object_ = triple
        yield ox.Quad(subject, predicate, object_, INFERRED)
        node = inference_iri(triple)
        yield ox.Quad(node, _SUBJECT, subject, PROOFS)
        yield ox.Quad(node, _PREDICATE, predicate, PROOFS)
        yield ox.Quad(node, _OBJECT, object_, PROOFS)
        yield ox.Quad(node, gov("rule"), ox.Literal(proof.rule), PROOFS)
        yield ox.Quad(node, gov("because"), ox.Literal(AND.join(show(premise) for premise in proof.premises)), PROOFS)
        for claim in sorted(_claims(triple, proofs, bottom)):
            yield ox.Quad(node, gov("restsOn"), ox.NamedNode(claim), PROOFS)


def _claims(triple: Triple, proofs: Mapping[Triple, Proof], known: dict[Triple, frozenset[str]]) -> frozenset[str]:
    """The claims at the bottom of a conclusion. Proofs have no circles, since each premise was there before its conclusion."""
    if triple not in known:
        proof = proofs.get(triple)
        if proof is None:
            subject = triple[0]
            known[triple] = frozenset(
                {subject.value} if isinstance(subject, ox.NamedNode) and subject.value.startswith(CLAIM) else ()
            )
        else:
            known[triple] = frozenset().union(*(_claims(premise, proofs, known) for premise in proof.premises))
    return known[triple]


def inference_iri(triple: Triple) -> ox.NamedNode:
    """The IRI of a conclusion's proof, made from the statement."""
    return thing("inference", hashlib.sha256(ntriple(triple).encode()).hexdigest()[:16])


def ntriple(triple: Triple) -> str:
    """A statement as N-Triples without the final full stop."""
    return " ".join(str(term) for term in triple)


def show(triple: Triple) -> str:
    """A statement with shortened IRIs, for people and for `core.names.expand`."""
    return " ".join(map(shown, triple))
