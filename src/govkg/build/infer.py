"""The reasoning step: ontology and asserted facts → the graph of what follows, with proofs. A contradiction stops the build."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import pyoxigraph as ox

from govkg.build.reason import Closure, Proof, Triple, ValidTriple, close, publishable
from govkg.build.skolem import GENID
from govkg.core.errors import Problem, stop_if
from govkg.core.model import Place
from govkg.core.names import BASE, DEF, ID, OWL, shown

CLAIM = f"{ID}claim/"


@dataclass(frozen=True)
class Inferred:
    """The publishable conclusions, each with a proof whose premises are published too."""

    proofs: dict[ValidTriple, Proof]
    asserted: frozenset[Triple]


def infer(
    ontology: Iterable[ox.Triple], facts: Iterable[ox.Triple], places: Mapping[str, Place], engine: str = "auto"
) -> Inferred:
    """What follows from the ontology and the facts. Raises GovkgError naming the claims in conflict when they contradict each other."""
    given = frozenset(_triple(t) for t in (*filter(_for_reasoning, ontology), *facts))
    closure = close(given, engine=engine, all_proofs=True)
    stop_if(_contradictions(closure, given, places))
    published = {triple for triple in closure.inferred if publishable(triple, _own) and not _anonymous(triple)}
    return Inferred({triple: _published_proof(triple, closure, published) for triple in published}, given)


def _triple(t: ox.Triple) -> Triple:
    return (t.subject, t.predicate, t.object)  # type: ignore[return-value] # no triple terms in our data


def _for_reasoning(t: ox.Triple) -> bool:
    """Labels and other texts of the ontology need no reasoner."""
    return not isinstance(t.object, ox.Literal) or t.predicate.value.startswith(OWL)


def _own(node: ox.NamedNode) -> bool:
    return node.value.startswith((DEF, ID)) or node.value == f"{BASE}/def"


def _anonymous(triple: Triple) -> bool:
    return any(isinstance(term, ox.NamedNode) and term.value.startswith(GENID) for term in triple)


def _published_proof(triple: Triple, closure: Closure, published: AbstractSet[Triple]) -> Proof:
    """The proof with every unpublished intermediate conclusion replaced by its own premises."""
    proof = closure.inferred[triple]
    rules, premises, todo, seen = [proof.rule], list[Triple](), list(reversed(proof.premises)), set[Triple]()
    while todo:
        premise = todo.pop()
        if premise in seen:
            continue
        seen.add(premise)
        inner = None if premise in published else closure.inferred.get(premise)
        if inner is None:
            premises.append(premise)
        else:
            rules.append(inner.rule)
            todo.extend(reversed(inner.premises))
    return Proof(" ← ".join(dict.fromkeys(rules)), tuple(premises))


def _contradictions(closure: Closure, given: frozenset[Triple], places: Mapping[str, Place]) -> Iterable[Problem]:
    for clash in closure.contradictions:
        claims = sorted(_claims_behind(clash.premises, closure))
        where = [places[iri] for iri in claims if iri in places]
        named = "; ".join(f"{place.file}:{place.line}" for place in where)
        said = "; ".join(" ".join(map(shown, premise)) for premise in clash.premises)
        first = where[0] if where else Place("ontology", 0)
        yield Problem(
            first.file,
            first.line,
            f"a contradiction ({clash.rule}): {said}",
            f"claims in conflict: {named or 'none: the ontology or the reference data contradict themselves'}",
        )


def _claims_behind(premises: tuple[Triple, ...], closure: Closure) -> set[str]:
    found, todo, seen = set[str](), list(premises), set[Triple]()
    while todo:
        premise = todo.pop()
        if premise in seen:
            continue
        seen.add(premise)
        found |= {term.value for term in premise if isinstance(term, ox.NamedNode) and term.value.startswith(CLAIM)}
        if proof := closure.inferred.get(premise):
            todo.extend(proof.premises)
    return found
