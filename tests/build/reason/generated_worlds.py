"""Random small worlds: a schema of every kind of axiom but owl:hasKey, and some data."""

from collections.abc import Iterator
from random import Random

CHARACTERISTICS = 2 * ["Transitive", "Symmetric"] + ["Functional", "InverseFunctional", "Asymmetric", "Irreflexive"]


def generated(seed: int) -> str:
    """Turtle of at most some 150 triples, the same for the same seed."""
    random = Random(seed)
    lines = [
        *_declarations(),
        *_class_axioms(random),
        *_property_axioms(random),
        *_restrictions(random),
        *_data(random),
        _late_schema(random),
    ]
    return "\n".join(lines)


def _class(random: Random) -> str:
    return f":C{random.randrange(7)}"


def _property(random: Random) -> str:
    return f":p{random.randrange(7)}"


def _thing(random: Random) -> str:
    return f":x{random.randrange(9)}"


def _declarations() -> Iterator[str]:
    yield from (f":C{i} a owl:Class ." for i in range(7))
    yield from (f":p{i} a owl:ObjectProperty ." for i in range(7))
    yield ":d0 a owl:DatatypeProperty ; rdfs:subPropertyOf :d1 . :d1 a owl:DatatypeProperty ; rdfs:range xsd:integer ."


def _class_axioms(random: Random) -> Iterator[str]:
    for _ in range(4):
        yield f"{_class(random)} rdfs:subClassOf {_class(random)} ."
    for axiom in random.sample(("equivalentClass", "disjointWith", "complementOf", "equivalentClass"), 1):
        yield f"{_class(random)} owl:{axiom} {_class(random)} ."
    for axiom in random.sample(("intersectionOf", "unionOf"), 1):
        yield f"{_class(random)} owl:{axiom} ({_class(random)} {_class(random)}) ."
    yield f"{_class(random)} owl:oneOf ({_thing(random)} {_thing(random)}) ."
    if random.random() < 0.3:
        yield f"[] a owl:AllDisjointClasses ; owl:members ({_class(random)} {_class(random)} {_class(random)}) ."


def _property_axioms(random: Random) -> Iterator[str]:
    for axiom in ("rdfs:subPropertyOf", "rdfs:subPropertyOf", "owl:inverseOf", "owl:equivalentProperty"):
        if random.random() < 0.7:
            yield f"{_property(random)} {axiom} {_property(random)} ."
    yield f"{_property(random)} rdfs:domain {_class(random)} . {_property(random)} rdfs:range {_class(random)} ."
    for kind in random.sample(CHARACTERISTICS, 2):
        yield f"{_property(random)} a owl:{kind}Property ."
    steps = " ".join(_property(random) for _ in range(random.choice((2, 2, 3))))
    yield f"{_property(random)} owl:propertyChainAxiom ({steps}) ."
    if random.random() < 0.3:
        yield f"{_property(random)} owl:propertyDisjointWith {_property(random)} ."


def _restrictions(random: Random) -> Iterator[str]:
    fillers = {
        "someValuesFrom": random.choice((_class(random), "owl:Thing")),
        "allValuesFrom": _class(random),
        "hasValue": _thing(random),
        "maxCardinality": f'"{random.choice((0, 1, 1))}"^^xsd:nonNegativeInteger',
        "maxQualifiedCardinality": f'"1"^^xsd:nonNegativeInteger ; owl:onClass {_class(random)}',
    }
    for i, kind in enumerate(random.sample(sorted(fillers), 3)):
        yield f":R{i} a owl:Restriction ; owl:onProperty {_property(random)} ; owl:{kind} {fillers[kind]} ."
        yield f":R{i} {random.choice(('rdfs:subClassOf', 'owl:equivalentClass'))} {_class(random)} ."
        yield f"{_class(random)} rdfs:subClassOf :R{i} ."


def _data(random: Random) -> Iterator[str]:
    for _ in range(10):
        yield f"{_thing(random)} {_property(random)} {_thing(random)} ."
    for _ in range(7):
        yield f"{_thing(random)} a {_class(random)} ."
    yield f"{_thing(random)} :d0 {random.randrange(3)} ."
    if random.random() < 0.4:
        yield f"{_thing(random)} owl:sameAs {_thing(random)} . {_thing(random)} owl:differentFrom {_thing(random)} ."


def _late_schema(random: Random) -> str:
    """Schema that only reasoning brings to light."""
    kinds = (
        f"{_class(random)} owl:sameAs {_class(random)} .",
        f"{_property(random)} owl:sameAs {_property(random)} .",
        f":broader rdfs:subPropertyOf rdfs:subClassOf . {_class(random)} :broader {_class(random)} .",
        f":Part rdfs:subClassOf owl:TransitiveProperty . {_property(random)} a :Part .",
        f":isA rdfs:subPropertyOf rdf:type . {_thing(random)} :isA {_class(random)} .",
        f":same rdfs:subPropertyOf owl:sameAs . {_thing(random)} :same {_thing(random)} .",
        f"{_property(random)} rdfs:subPropertyOf rdf:type .",
        "",
    )
    return random.choice(kinds)
