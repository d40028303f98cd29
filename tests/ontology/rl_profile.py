"""A checker of the OWL 2 RL profile, written from OWL 2 Web Ontology Language Profiles, section 4.2 (Profile Specification).

It reads the RDF form of an ontology and returns one sentence a violation; an ontology in the profile gives none.
"""

from collections.abc import Iterator

from rdflib import OWL, RDF, RDFS, XSD, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

SUB, SUPER, EQUIVALENT = "subclass", "superclass", "equivalent class"

_NUMBERS = "decimal integer nonNegativeInteger nonPositiveInteger positiveInteger negativeInteger long int short byte float double"
_UNSIGNED = "unsignedLong unsignedInt unsignedShort unsignedByte"
_TEXTS = "string normalizedString token language Name NCName NMTOKEN boolean hexBinary base64Binary anyURI dateTime dateTimeStamp"
DATATYPES = {XSD[name] for name in f"{_NUMBERS} {_UNSIGNED} {_TEXTS}".split()} | {
    RDF.PlainLiteral,
    RDF.XMLLiteral,
    RDFS.Literal,
}
"""The datatypes of section 4.2.1; owl:real and owl:rational are not among them, nor is xsd:date."""

ALLOWED = {
    SUB: {"intersectionOf", "unionOf", "oneOf", "someValuesFrom", "hasValue"},
    SUPER: {"intersectionOf", "complementOf", "allValuesFrom", "hasValue", "maxCardinality", "maxQualifiedCardinality"},
    EQUIVALENT: {"intersectionOf", "hasValue"},
}
"""The constructors of section 4.2.3: subClassExpression, superClassExpression and equivClassExpression."""

CONSTRUCTORS = {
    *(name for names in ALLOWED.values() for name in names),
    "minCardinality", "minQualifiedCardinality", "cardinality", "qualifiedCardinality", "hasSelf", "datatypeComplementOf",
}  # fmt: skip


def violations(graph: Graph) -> list[str]:
    """Every violation of the OWL 2 RL grammar in an ontology, as sentences in a stable order."""
    return sorted({*_class_axioms(graph), *_property_axioms(graph), *_assertions(graph)})


def _class_axioms(graph: Graph) -> Iterator[str]:
    """Section 4.2.5, ClassAxiom: SubClassOf, EquivalentClasses and DisjointClasses; DisjointUnion is left out of the profile."""
    for below, above in graph.subject_objects(RDFS.subClassOf):
        yield from _expression(graph, below, SUB)
        yield from _expression(graph, above, SUPER)
    for pair in graph.subject_objects(OWL.equivalentClass):
        for one in pair:
            yield from _expression(graph, one, EQUIVALENT)
    for pair in graph.subject_objects(OWL.disjointWith):
        for one in pair:
            yield from _expression(graph, one, SUB)
    for axiom in graph.subjects(RDF.type, OWL.AllDisjointClasses):
        for one in _members(graph, axiom, OWL.members):
            yield from _expression(graph, one, SUB)
    for cls in graph.subjects(OWL.disjointUnionOf):
        yield f"{cls}: owl:disjointUnionOf is not in the profile"


def _property_axioms(graph: Graph) -> Iterator[str]:
    """Section 4.2.5: domains and ranges are superclass expressions or data ranges; ReflexiveObjectProperty is left out."""
    for prop in graph.subjects(RDF.type, OWL.ReflexiveProperty):
        yield f"{prop}: a reflexive property is not in the profile"
    for predicate in (RDFS.domain, RDFS.range):
        for prop, value in graph.subject_objects(predicate):
            if predicate == RDFS.range and (prop, RDF.type, OWL.DatatypeProperty) in graph:
                yield from _data_range(graph, value)
            else:
                yield from _expression(graph, value, SUPER)
    for cls in graph.subjects(OWL.hasKey):
        yield from _expression(graph, cls, SUB)


def _assertions(graph: Graph) -> Iterator[str]:
    """Section 4.2.5, Assertion: an individual may be said to be in a superclass expression."""
    for _, cls in graph.subject_objects(RDF.type):
        if isinstance(cls, BNode):
            yield from _expression(graph, cls, SUPER)


def _expression(graph: Graph, node: Node, place: str) -> Iterator[str]:
    """Section 4.2.3: a class expression in a place where the grammar expects one of three kinds."""
    if isinstance(node, URIRef):
        if node == OWL.Thing:
            yield f"owl:Thing cannot be a {place} expression"
        return
    for name in sorted(_constructors(graph, node)):
        if name not in ALLOWED[place]:
            yield f"owl:{name} cannot be in a {place} expression"
        else:
            yield from _parts(graph, node, name, place)


def _constructors(graph: Graph, node: Node) -> set[str]:
    return {str(p).removeprefix(str(OWL)) for p in graph.predicates(node) if str(p).startswith(str(OWL))} & CONSTRUCTORS


def _parts(graph: Graph, node: Node, name: str, place: str) -> Iterator[str]:
    """The expressions inside an allowed constructor."""
    if name in ("intersectionOf", "unionOf"):
        for part in _members(graph, node, OWL[name]):
            yield from _expression(graph, part, place)
    elif name == "complementOf":
        yield from _expression(graph, _value(graph, node, OWL.complementOf), SUB)
    elif name in ("someValuesFrom", "allValuesFrom"):
        yield from _filler(graph, node, OWL[name], place)
    elif name in ("maxCardinality", "maxQualifiedCardinality"):
        if str(_value(graph, node, OWL[name])) not in ("0", "1"):
            yield f"owl:{name} can only be 0 or 1"
        cls = graph.value(node, OWL.onClass)
        if cls is not None and cls != OWL.Thing:
            yield from _expression(graph, cls, SUB)


def _filler(graph: Graph, node: Node, predicate: URIRef, place: str) -> Iterator[str]:
    """The class or data range that a restriction speaks of; only someValuesFrom may take owl:Thing."""
    filler = _value(graph, node, predicate)
    if (graph.value(node, OWL.onProperty), RDF.type, OWL.DatatypeProperty) in graph:
        yield from _data_range(graph, filler)
    elif not (filler == OWL.Thing and predicate == OWL.someValuesFrom):
        yield from _expression(graph, filler, place)


def _data_range(graph: Graph, node: Node) -> Iterator[str]:
    """Section 4.2.4: a data range is a datatype of the profile or an intersection of such."""
    if isinstance(node, URIRef):
        if node not in DATATYPES:
            yield f"{node} is no datatype of the profile"
    elif _constructors(graph, node) == {"intersectionOf"}:
        for part in _members(graph, node, OWL.intersectionOf):
            yield from _data_range(graph, part)
    else:
        yield "a data range can only be a datatype or an intersection"


def _members(graph: Graph, node: Node, predicate: URIRef) -> list[Node]:
    return list(Collection(graph, _value(graph, node, predicate)))


def _value(graph: Graph, node: Node, predicate: URIRef) -> Node:
    found = graph.value(node, predicate)
    if found is None:
        raise ValueError(f"{predicate} has no value")
    return found
