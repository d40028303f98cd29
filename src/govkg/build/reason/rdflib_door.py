"""The one door to rdflib and owlrl, loaded only when asked for: the reference engine, and ours for rdflib graphs."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode

from govkg.build.reason import compiled
from govkg.build.reason.limits import Limits
from govkg.build.reason.model import Closure, Contradiction, Proof, Term, Triple
from govkg.core.errors import UsageError
from govkg.core.names import OWL, XSD

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

_HAS_KEY = NamedNode(OWL + "hasKey")
_ERRORS = "http://www.daml.org/2002/03/agents/agent-ont#"
_ERROR = NamedNode(_ERRORS + "error")


def close(graph: "rdflib.Graph") -> "tuple[rdflib.Graph, list[str]]":
    """The closure of an rdflib graph by the engine `compiled`, and the sentences of its contradictions.

    With the axioms of datatypes, as owlrl has them by its `datatype_axioms`.
    """
    return _close(graph, lambda triples: compiled.close(triples, Limits(), datatype_axioms=True))


def close_with_columns(graph: "rdflib.Graph") -> "tuple[rdflib.Graph, list[str]]":
    """The same by the engine `columns`, which needs numpy."""
    from govkg.build.reason import columns

    return _close(graph, lambda triples: columns.close(triples, Limits(), datatype_axioms=True))


def _close(graph: "rdflib.Graph", engine: Callable[[list[Triple]], Closure]) -> "tuple[rdflib.Graph, list[str]]":
    import rdflib

    asserted = list(_from_rdflib(graph))
    closure = engine(asserted)
    result = rdflib.Graph()
    for s, p, o in [*asserted, *closure.inferred]:
        if isinstance(s, NamedNode | BlankNode) and isinstance(p, NamedNode):
            result.add((_to_rdflib(s), _to_rdflib(p), _to_rdflib(o)))
    return result, [contradiction.message for contradiction in closure.contradictions]


def close_with_owlrl(triples: Iterable[Triple]) -> Closure:
    """The closure by owlrl, the reference: valid RDF only, each triple with the rule `owlrl` and no premises.

    Raises UsageError for input with owl:hasKey: owlrl 7.6.2 leaves out the last key property when it compares (its
    `range(0, len(pis) - 1)`), and so makes all members of a class with one key property the same.
    """
    import owlrl
    import rdflib

    asserted = set(triples)
    if any(p == _HAS_KEY for _, p, _ in asserted):
        raise UsageError("engine owlrl", "owlrl is wrong on owl:hasKey", "use the engine compiled")
    graph = rdflib.Graph()
    for s, p, o in asserted:
        graph.add((_to_rdflib(s), _to_rdflib(p), _to_rdflib(o)))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    return _closure(set(_from_rdflib(graph)) - asserted)


def _closure(found: set[Triple]) -> Closure:
    messages = sorted(o.value for _, p, o in found if p == _ERROR and isinstance(o, Literal))
    reports = {s for s, p, _ in found if p == _ERROR}
    inferred = {triple: Proof("owlrl", ()) for triple in found if triple[0] not in reports}
    return Closure(inferred, tuple(Contradiction("owlrl", (), message) for message in messages))


def _from_rdflib(graph: "rdflib.Graph") -> Iterable[Triple]:
    import rdflib

    for s, p, o in graph:
        if not isinstance(s, rdflib.Literal) and isinstance(p, rdflib.URIRef):
            yield _from_node(s), _from_node(p), _from_node(o)


def _from_node(node: "Node") -> Term:
    import rdflib

    if isinstance(node, rdflib.URIRef):
        return NamedNode(str(node))
    if isinstance(node, rdflib.BNode):
        return BlankNode(str(node))
    if isinstance(node, rdflib.Literal):
        if node.language:
            return Literal(str(node), language=node.language)
        return Literal(str(node), datatype=NamedNode(str(node.datatype or XSD + "string")))
    raise UsageError("rdflib", f"{node!r} is no term of RDF")


def _to_rdflib(term: Term) -> "rdflib.URIRef | rdflib.BNode | rdflib.Literal":
    import rdflib

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = None if term.datatype.value == XSD + "string" else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, datatype=datatype, normalize=False)
