"""The OWL, RDFS and RDF names that rules mention, as the numbers that the engine knows them by."""

from pyoxigraph import NamedNode

from govkg.core.names import OWL, RDF, RDFS

NAMES: list[NamedNode] = []
"""The name behind each number."""


def _number(*iris: str) -> range:
    start = len(NAMES)
    NAMES.extend(NamedNode(iri) for iri in iris)
    return range(start, len(NAMES))


def _in(namespace: str, local_names: str) -> range:
    return _number(*(namespace + name for name in local_names.split()))


TYPE, FIRST, REST, NIL = _in(RDF, "type first rest nil")
SUB_CLASS, SUB_PROPERTY, DOMAIN, RANGE, DATATYPE = _in(RDFS, "subClassOf subPropertyOf domain range Datatype")
SAME, DIFFERENT, ALL_DIFFERENT = _in(OWL, "sameAs differentFrom AllDifferent")
MEMBERS, DISTINCT_MEMBERS = _in(OWL, "members distinctMembers")
FUNCTIONAL, INVERSE_FUNCTIONAL = _in(OWL, "FunctionalProperty InverseFunctionalProperty")
IRREFLEXIVE, SYMMETRIC, ASYMMETRIC = _in(OWL, "IrreflexiveProperty SymmetricProperty AsymmetricProperty")
TRANSITIVE, ALL_DISJOINT_PROPERTIES = _in(OWL, "TransitiveProperty AllDisjointProperties")
EQUIVALENT_PROPERTY, DISJOINT_PROPERTY = _in(OWL, "equivalentProperty propertyDisjointWith")
INVERSE, CHAIN, KEY = _in(OWL, "inverseOf propertyChainAxiom hasKey")
SOURCE, ASSERTION = _in(OWL, "sourceIndividual assertionProperty")
TARGET_INDIVIDUAL, TARGET_VALUE = _in(OWL, "targetIndividual targetValue")
THING, NOTHING, CLASS = _in(OWL, "Thing Nothing Class")
INTERSECTION, UNION, COMPLEMENT, ONE_OF = _in(OWL, "intersectionOf unionOf complementOf oneOf")
ON_PROPERTY, ON_CLASS = _in(OWL, "onProperty onClass")
SOME, ALL, HAS_VALUE = _in(OWL, "someValuesFrom allValuesFrom hasValue")
MAX, MAX_QUALIFIED = _in(OWL, "maxCardinality maxQualifiedCardinality")
EQUIVALENT_CLASS, DISJOINT_CLASS, ALL_DISJOINT_CLASSES = _in(OWL, "equivalentClass disjointWith AllDisjointClasses")
OBJECT_PROPERTY, DATATYPE_PROPERTY, ANNOTATION_PROPERTY = _in(OWL, "ObjectProperty DatatypeProperty AnnotationProperty")

ANNOTATIONS = (
    *_in(RDFS, "label comment seeAlso isDefinedBy"),
    *_in(OWL, "deprecated versionInfo priorVersion backwardCompatibleWith incompatibleWith"),
)
"""The built-in annotation properties of OWL 2 RL (rule prp-ap)."""

_CLASS_AXIOMS = (SUB_CLASS, EQUIVALENT_CLASS, DISJOINT_CLASS, INTERSECTION, UNION, COMPLEMENT, ONE_OF)
_RESTRICTIONS = (ON_PROPERTY, ON_CLASS, SOME, ALL, HAS_VALUE, MAX, MAX_QUALIFIED)
_PROPERTY_AXIOMS = (SUB_PROPERTY, EQUIVALENT_PROPERTY, DISJOINT_PROPERTY, DOMAIN, RANGE, INVERSE, CHAIN, KEY)
_DENIALS = (SOURCE, ASSERTION, TARGET_INDIVIDUAL, TARGET_VALUE)
_LISTS = (FIRST, REST, MEMBERS, DISTINCT_MEMBERS)
_CHARACTERISTICS = (FUNCTIONAL, INVERSE_FUNCTIONAL, IRREFLEXIVE, SYMMETRIC, ASYMMETRIC, TRANSITIVE)

SCHEMA_PROPERTIES = frozenset((*_CLASS_AXIOMS, *_RESTRICTIONS, *_PROPERTY_AXIOMS, *_DENIALS, *_LISTS))
"""A new triple with one of these properties can make a new rule, so the schema is compiled again."""

SCHEMA_CLASSES = frozenset((*_CHARACTERISTICS, ALL_DIFFERENT, ALL_DISJOINT_PROPERTIES, ALL_DISJOINT_CLASSES))
"""So does a new member of one of these classes."""
