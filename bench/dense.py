"""A world whose schema entails much: `python -m bench.dense TRIPLES OUT`. Five conclusions for each triple (that of the real shape, two to three).

Seeded by its size: 50 classes, 68 properties (inverse pairs, transitive, symmetric, functional, chains, one above all),
restrictions and disjoint classes; bodies in a tree, responsibilities, quoted evidence.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from pyoxigraph import BlankNode, Literal, NamedNode

from govkg.build.reason import Triple
from govkg.core.names import OWL, RDF, RDFS, XSD

CLASSES, OBJECT_PROPERTIES, DATATYPE_PROPERTIES = 50, 60, 8

TYPE = NamedNode(RDF + "type")
SUB_CLASS, SUB_PROPERTY = NamedNode(RDFS + "subClassOf"), NamedNode(RDFS + "subPropertyOf")
NIL, FIRST, REST = NamedNode(RDF + "nil"), NamedNode(RDF + "first"), NamedNode(RDF + "rest")


def owl(name: str) -> NamedNode:
    """A name of OWL."""
    return NamedNode(OWL + name)


def ex(kind: str, number: int) -> NamedNode:
    """A name of the generated world."""
    return NamedNode(f"https://example.org/{kind}/{number}")


def schema() -> Iterator[Triple]:
    """The ontology, the same for every size."""
    yield from class_axioms()
    yield from property_axioms()
    yield from restrictions()
    yield from chains()


def class_axioms() -> Iterator[Triple]:
    """A tree of classes, some disjoint, two the same."""
    for i in range(CLASSES):
        yield ex("class", i), TYPE, owl("Class")
        if i >= 5:
            yield ex("class", i), SUB_CLASS, ex("class", i // 3)
    for i in range(6):
        yield ex("class", 6 + i), owl("disjointWith"), ex("class", 40 + i)
    yield ex("class", 20), owl("equivalentClass"), ex("class", 49)


def property_axioms() -> Iterator[Triple]:
    """Property 0 above all, inverse pairs, characteristics, domains and ranges."""
    for i in range(OBJECT_PROPERTIES):
        p = ex("property", i)
        yield p, TYPE, owl("ObjectProperty")
        if i:
            yield p, SUB_PROPERTY, ex("property", 56 + i % 4 if 12 <= i < 36 else 0)
        if 12 <= i < 36:
            yield p, owl("inverseOf"), ex("property", i + 24)
    for kind, numbers in (
        ("TransitiveProperty", range(1, 7)),
        ("SymmetricProperty", range(7, 9)),
        ("FunctionalProperty", range(9, 12)),
    ):
        yield from ((ex("property", i), TYPE, owl(kind)) for i in numbers)
    for i in range(12, 20):
        yield ex("property", i), NamedNode(RDFS + "domain"), ex("class", i)
        yield ex("property", i), NamedNode(RDFS + "range"), ex("class", i + 8)
    for i in range(DATATYPE_PROPERTIES):
        yield ex("value", i), TYPE, owl("DatatypeProperty")
        if i:
            yield ex("value", i), NamedNode(RDFS + "range"), NamedNode(XSD + "string")


def restrictions() -> Iterator[Triple]:
    """Nine restrictions, an intersection and a union."""
    for i, (kind, filler) in enumerate(
        [("someValuesFrom", ex("class", 3)), ("allValuesFrom", ex("class", 4)), ("hasValue", ex("task", 1))] * 3
    ):
        node = BlankNode(f"r{i}")
        yield node, TYPE, owl("Restriction")
        yield node, owl("onProperty"), ex("property", 12 + i)
        yield node, owl(kind), filler
        yield ex("class", 30 + i), owl("equivalentClass") if kind == "hasValue" else SUB_CLASS, node
    yield from listed(ex("class", 41), "intersectionOf", [ex("class", 7), ex("class", 8)])
    yield from listed(ex("class", 9), "unionOf", [ex("class", 27), ex("class", 28)])


def chains() -> Iterator[Triple]:
    """Six property chains of two or three steps."""
    for i in range(6):
        steps = [ex("property", 12 + i), ex("property", 20 + i), ex("property", 28 + i)][: 2 + i % 2]
        yield from listed(ex("property", 50 + i), "propertyChainAxiom", steps)


def listed(subject: NamedNode, name: str, members: Sequence[NamedNode]) -> Iterator[Triple]:
    """An axiom whose object is an RDF list."""
    slug = subject.value.rpartition("org/")[2].replace("/", "-")
    nodes = [BlankNode(f"{name}-{slug}-{i}") for i in range(len(members))]
    yield subject, owl(name), nodes[0]
    tails: list[BlankNode | NamedNode] = [*nodes[1:], NIL]
    for node, following, member in zip(nodes, tails, members, strict=True):
        yield node, FIRST, member
        yield node, REST, following


def data(random: Random, wanted: int) -> Iterator[Triple]:
    """As many responsibilities as make the wanted number of triples."""
    made = number = 0
    while made < wanted:
        for triple in responsibility(random, number):
            made += 1
            yield triple
        number += 1


def responsibility(random: Random, number: int) -> Iterator[Triple]:
    """A body in its tree, what it is responsible for, and the sentence that says so: 14 triples."""
    body, claim, evidence = ex("body", number), ex("claim", number), ex("evidence", number)
    yield body, TYPE, ex("class", random.choice((21, 22, 23, 25, 26)))
    yield body, ex("value", 0), Literal(f"Body {number}", language="en")
    if number % 85:
        yield body, ex("property", 1), ex("body", number - 1 - (number % 85 - 1) * 3 // 4)
    yield claim, TYPE, ex("class", 27)
    for p, kind, count in ((12, "body", number + 1), (13, "task", 40), (20, "region", 22), (21, "task", 40)):
        yield claim, ex("property", p), ex(kind, random.randrange(count))
    yield claim, ex("property", 28 + number % 6), ex("document", random.randrange(5))
    yield claim, ex("property", 9), evidence
    yield claim, ex("value", 1), Literal(str(random.randrange(100)), datatype=NamedNode(XSD + "string"))
    yield evidence, TYPE, ex("class", 29)
    yield evidence, ex("value", 2), Literal(f"Sentence {number} of the document, word for word.")
    yield evidence, ex("property", 35), ex("document", random.randrange(5))


def world(size: int) -> list[Triple]:
    """Ontology and data of about so many triples."""
    fixed = list(schema())
    return fixed + list(data(Random(size), size - len(fixed)))


def write(size: int, path: Path) -> None:
    """The world as N-Triples."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{s} {p} {o} .\n" for s, p, o in world(size))


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
