"""Each rule that ends in `false`, on the smallest world that shows it."""

import pytest

from govkg.build.reason import close, explain
from tests.build.reason.small_worlds import triple, triples

NONE = 'owl:onProperty :p ; owl:maxCardinality "0"^^xsd:nonNegativeInteger'
NONE_OF = 'owl:onProperty :p ; owl:maxQualifiedCardinality "0"^^xsd:nonNegativeInteger ; owl:onClass'
DENIED = "[] a owl:NegativePropertyAssertion ; owl:sourceIndividual :a ; owl:assertionProperty :p ;"

CONTRADICTIONS = {
    "eq-diff1": ":a owl:sameAs :b ; owl:differentFrom :b .",
    "eq-diff1 with itself": ":a owl:differentFrom :a .",
    "eq-diff2": "[] a owl:AllDifferent ; owl:members (:c :a :b) . :a owl:sameAs :b .",
    "eq-diff3": "[] a owl:AllDifferent ; owl:distinctMembers (:a :c :b) . :a owl:sameAs :b .",
    "prp-irp": ":p a owl:IrreflexiveProperty . :a :p :a .",
    "prp-asyp": ":p a owl:AsymmetricProperty . :a :p :b . :b :p :a .",
    "prp-pdw": ":p owl:propertyDisjointWith :q . :a :p :b ; :q :b .",
    "prp-adp": "[] a owl:AllDisjointProperties ; owl:members (:r :p :q) . :a :p :b ; :q :b .",
    "prp-npa1": f"{DENIED} owl:targetIndividual :b . :a :p :b .",
    "prp-npa2": f'{DENIED} owl:targetValue "v" . :a :p "v" .',
    "prp-npa2 in another spelling": f"{DENIED} owl:targetValue 1 . :a :p 1.0 .",
    "cls-nothing2": ":a a owl:Nothing .",
    "cls-com": ":C owl:complementOf :D . :a a :C , :D .",
    "cls-maxc1": f":R {NONE} . :a a :R ; :p :b .",
    "cls-maxqc1": f":R {NONE_OF} :C . :a a :R ; :p :b . :b a :C .",
    "cls-maxqc2": f":R {NONE_OF} owl:Thing . :a a :R ; :p :b .",
    "cax-dw": ":C owl:disjointWith :D . :a a :C , :D .",
    "cax-adc": "[] a owl:AllDisjointClasses ; owl:members (:B :C :D) . :a a :C , :D .",
    "dt-not-type": ':a :p "many"^^xsd:integer .',
    "dt-not-type by range": ':p rdfs:range xsd:integer . :a :p "many" .',
    "dt-not-type by bounds": ":p rdfs:range xsd:nonNegativeInteger . :a :p -1 .",
    "dt-diff": ":p a owl:FunctionalProperty . :a :p 1 , 2 .",
    "dt-diff of dates": ':p a owl:FunctionalProperty . :a :p "2017-01-01"^^xsd:date , "2017-01-02"^^xsd:date .',
    "dt-diff of languages": ':p a owl:FunctionalProperty . :a :p "x"@fi , "x"@sv .',
}


@pytest.mark.parametrize("case", CONTRADICTIONS)
def test_the_contradiction_is_found_and_told(case: str, engine: str) -> None:
    found = close(triples(CONTRADICTIONS[case]), engine=engine).contradictions
    assert [contradiction.rule for contradiction in found] == [case.split()[0]]
    assert found[0].message.startswith(case.split()[0] + ": ")


@pytest.mark.parametrize("case", CONTRADICTIONS)
def test_its_premises_are_explained_down_to_what_was_asserted(case: str, engine: str) -> None:
    given = set(triples(CONTRADICTIONS[case]))
    closure = close(given, engine=engine)
    leaves = {
        leaf for premise in closure.contradictions[0].premises for leaf in explain(closure, given, premise).leaves()
    }
    assert leaves
    assert leaves <= given


CONSISTENT = {
    "two spellings of one value": ":p a owl:FunctionalProperty . :a :p 1 , 1.0 , 01 .",
    "one moment in two time zones": (
        ":p a owl:FunctionalProperty ."
        ':a :p "2017-01-01T12:00:00+02:00"^^xsd:dateTime , "2017-01-01T10:00:00Z"^^xsd:dateTime .'
    ),
    "a datatype nobody knows": ':p a owl:FunctionalProperty . :a :p "1"^^:mine , "2"^^:mine .',
    "an integer where a decimal is wanted": ":p rdfs:range xsd:decimal . :a :p 5 .",
    "disjoint classes without a shared member": ":C owl:disjointWith :D . :a a :C . :b a :D .",
    "disjoint properties to other things": ":p owl:propertyDisjointWith :q . :a :p :b ; :q :c .",
    "an irreflexive property between two": ":p a owl:IrreflexiveProperty . :a :p :b .",
    "different things that are not the same": "[] a owl:AllDifferent ; owl:members (:a :b) .",
    "a denial of another value": f"{DENIED} owl:targetIndividual :b . :a :p :c .",
    "none of a class, and one of another": f":R {NONE_OF} :C . :a a :R ; :p :b . :b a :D .",
}


@pytest.mark.parametrize("turtle", CONSISTENT.values(), ids=CONSISTENT)
def test_a_consistent_world_has_none(turtle: str, engine: str) -> None:
    assert not close(triples(turtle), engine=engine).contradictions


def test_all_contradictions_are_collected(engine: str) -> None:
    given = triples(
        ":C owl:disjointWith :D . :a a :C , :D . :b a :C , :D ."
        ":p a owl:IrreflexiveProperty . :c :p :c . :d :q 'x'^^xsd:date ."
    )
    assert [c.rule for c in close(given, engine=engine).contradictions] == [
        "cax-dw",
        "cax-dw",
        "dt-not-type",
        "prp-irp",
    ]


def test_a_clash_of_values_does_not_spread(engine: str) -> None:
    given = triples(":p a owl:FunctionalProperty . :q a owl:FunctionalProperty . :a :p 1 , 2 . :b :q 1 .")
    closure = close(given, engine=engine)
    assert len(closure.contradictions) == 1
    assert triple(":b :q 2") not in closure.inferred


def test_an_inferred_clash_names_the_inferred_facts_as_premises(engine: str) -> None:
    given = triples(":A rdfs:subClassOf :B . :B owl:disjointWith :C . :x a :A , :C .")
    (found,) = close(given, engine=engine).contradictions
    assert set(found.premises) == set(triples(":B owl:disjointWith :C . :x a :B , :C ."))
