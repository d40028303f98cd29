"""Schema that only the data give is as good as schema that was there."""

import pytest

from govkg.build.reason import close
from tests.build.reason.small_worlds import triple, triples

LATE = {
    "a property becomes transitive by its class": (
        ":PartProperty rdfs:subClassOf owl:TransitiveProperty . :in a :PartProperty . :a :in :b . :b :in :c .",
        ":a :in :c",
    ),
    "a property becomes functional by a domain": (
        ":code rdfs:domain owl:FunctionalProperty . :seat :code 1 . :a :seat :b , :c .",
        ":b owl:sameAs :c",
    ),
    "classes turn out to be the same": (":A owl:sameAs :B . :x a :A .", ":x a :B"),
    "properties turn out to be the same": (":p owl:sameAs :q . :q rdfs:range :C . :a :p :b .", ":b a :C"),
    "a property below rdfs:subClassOf": (
        ":broader rdfs:subPropertyOf rdfs:subClassOf . :A :broader :B . :x a :A .",
        ":x a :B",
    ),
    "a property below rdf:type": (":isA rdfs:subPropertyOf rdf:type . :A rdfs:subClassOf :B . :x :isA :A .", ":x a :B"),
    "an axiom about rdf:type itself": (
        "rdf:type rdfs:subPropertyOf :kind . :A rdfs:subClassOf :B . :x a :A .",
        ":x :kind :B",
    ),
    "a list that equality completes": (
        ":C owl:intersectionOf :list . :list owl:sameAs :other . :other rdf:first :A ; rdf:rest rdf:nil . :x a :A .",
        ":x a :C",
    ),
    "a restriction that equality completes": (
        ":R owl:onProperty :p . :R owl:sameAs :Q . :Q owl:someValuesFrom :C . :x :p :y . :y a :C .",
        ":x a :R",
    ),
    "classes the same by a key": (
        ":Kind owl:hasKey (:code) . :A a :Kind ; :code 1 . :B a :Kind ; :code 1 . :x a :A .",
        ":x a :B",
    ),
    "an inverse of an unnamed property": (
        "[] owl:inverseOf :partOf ; rdfs:domain :Whole . :a :partOf :b .",
        ":b a :Whole",
    ),
}


@pytest.mark.parametrize(("premises", "conclusion"), LATE.values(), ids=LATE)
def test_late_schema_counts(premises: str, conclusion: str, engine: str) -> None:
    assert triple(conclusion) in close(triples(premises), engine=engine).inferred


def test_a_list_that_bites_its_tail_ends(engine: str) -> None:
    given = triples(":C owl:unionOf :list . :list rdf:first :A ; rdf:rest :list . :x a :A .")
    assert triple(":x a :C") in close(given, engine=engine).inferred


def test_a_chain_that_feeds_itself_ends(engine: str) -> None:
    given = triples(":in owl:propertyChainAxiom (:in :in) ." + "".join(f":n{i} :in :n{i + 1} ." for i in range(12)))
    assert len([t for t in close(given, engine=engine).inferred if t[1] == triple(":a :in :b")[1]]) == 12 * 13 / 2 - 12
