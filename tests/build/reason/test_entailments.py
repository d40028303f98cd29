"""Each rule that gives something, on the smallest world that shows it."""

import pytest

from govkg.build.reason import close
from tests.build.reason.small_worlds import triple, triples

MAX_ONE = 'owl:onProperty :chairs ; owl:maxCardinality "1"^^xsd:nonNegativeInteger'
MAX_ONE_OF = 'owl:onProperty :chairs ; owl:maxQualifiedCardinality "1"^^xsd:nonNegativeInteger ; owl:onClass'

ENTAILED = {
    "eq-sym": (":oulu owl:sameAs :uleaborg .", ":uleaborg owl:sameAs :oulu"),
    "eq-trans": (":a owl:sameAs :b . :b owl:sameAs :c .", ":a owl:sameAs :c"),
    "eq-rep-s": (":a owl:sameAs :b . :a :leads :c .", ":b :leads :c"),
    "eq-rep-p": (":leads owl:sameAs :johtaa . :a :leads :c .", ":a :johtaa :c"),
    "eq-rep-o": (":a owl:sameAs :b . :c :leads :a .", ":c :leads :b"),
    "prp-ap": ("", "rdfs:label a owl:AnnotationProperty"),
    "prp-dom": (":leads rdfs:domain :Body . :a :leads :b .", ":a a :Body"),
    "prp-rng": (":leads rdfs:range :Team . :a :leads :b .", ":b a :Team"),
    "prp-fp": (":seat a owl:FunctionalProperty . :a :seat :b , :c .", ":b owl:sameAs :c"),
    "prp-ifp": (":code a owl:InverseFunctionalProperty . :a :code :x . :b :code :x .", ":a owl:sameAs :b"),
    "prp-symp": (":meets a owl:SymmetricProperty . :a :meets :b .", ":b :meets :a"),
    "prp-trp": (":partOf a owl:TransitiveProperty . :a :partOf :b . :b :partOf :c .", ":a :partOf :c"),
    "prp-spo1": (":leads rdfs:subPropertyOf :serves . :a :leads :b .", ":a :serves :b"),
    "prp-spo2 of one": (":q owl:propertyChainAxiom (:p) . :a :p :b .", ":a :q :b"),
    "prp-spo2 of two": (":q owl:propertyChainAxiom (:p :r) . :a :p :b . :b :r :c .", ":a :q :c"),
    "prp-spo2 of three": (
        ":q owl:propertyChainAxiom (:p :r :p) . :a :p :b . :b :r :c . :c :p :d .",
        ":a :q :d",
    ),
    "prp-spo2 of four": (
        ":q owl:propertyChainAxiom (:p :r :s :t) . :a :p :b . :b :r :c . :c :s :d . :d :t :e .",
        ":a :q :e",
    ),
    "prp-eqp1": (":leads owl:equivalentProperty :johtaa . :a :leads :b .", ":a :johtaa :b"),
    "prp-eqp2": (":leads owl:equivalentProperty :johtaa . :a :johtaa :b .", ":a :leads :b"),
    "prp-inv1": (":hasPart owl:inverseOf :partOf . :a :hasPart :b .", ":b :partOf :a"),
    "prp-inv2": (":hasPart owl:inverseOf :partOf . :b :partOf :a .", ":a :hasPart :b"),
    "prp-key of one": (
        ':Town owl:hasKey (:code) . :a a :Town ; :code "1" . :b a :Town ; :code "1" .',
        ":a owl:sameAs :b",
    ),
    "prp-key of two": (
        ':Town owl:hasKey (:code :in) . :a a :Town ; :code "1" ; :in :x . :b a :Town ; :code "1" ; :in :y , :x .',
        ":a owl:sameAs :b",
    ),
    "prp-key by a late member": (
        ':City rdfs:subClassOf :Town . :Town owl:hasKey (:code) . :a a :City ; :code "1" . :b a :City ; :code "1" .',
        ":a owl:sameAs :b",
    ),
    "cls-thing": ("", "owl:Thing a owl:Class"),
    "cls-nothing1": ("", "owl:Nothing a owl:Class"),
    "cls-int1": (":C owl:intersectionOf (:A :B) . :x a :A , :B .", ":x a :C"),
    "cls-int2": (":C owl:intersectionOf (:A :B) . :x a :C .", ":x a :B"),
    "cls-uni": (":C owl:unionOf (:A :B) . :x a :B .", ":x a :C"),
    "cls-svf1": (":R owl:onProperty :p ; owl:someValuesFrom :C . :x :p :y . :y a :C .", ":x a :R"),
    "cls-svf1 of a datatype": (":R owl:onProperty :p ; owl:someValuesFrom xsd:integer . :x :p 5 .", ":x a :R"),
    "cls-svf2": (":R owl:onProperty :p ; owl:someValuesFrom owl:Thing . :x :p :y .", ":x a :R"),
    "cls-avf": (":R owl:onProperty :p ; owl:allValuesFrom :C . :x a :R ; :p :y .", ":y a :C"),
    "cls-hv1": (":R owl:onProperty :p ; owl:hasValue :v . :x a :R .", ":x :p :v"),
    "cls-hv2": (":R owl:onProperty :p ; owl:hasValue :v . :x :p :v .", ":x a :R"),
    "cls-maxc2": (f":R {MAX_ONE} . :x a :R ; :chairs :y , :z .", ":y owl:sameAs :z"),
    "cls-maxqc3": (f":R {MAX_ONE_OF} :C . :x a :R ; :chairs :y , :z . :y a :C . :z a :C .", ":y owl:sameAs :z"),
    "cls-maxqc4": (f":R {MAX_ONE_OF} owl:Thing . :x a :R ; :chairs :y , :z .", ":y owl:sameAs :z"),
    "cls-oo": (":C owl:oneOf (:a :b) .", ":b a :C"),
    "cax-sco": (":A rdfs:subClassOf :B . :x a :A .", ":x a :B"),
    "cax-eqc1": (":A owl:equivalentClass :B . :x a :A .", ":x a :B"),
    "cax-eqc2": (":A owl:equivalentClass :B . :x a :B .", ":x a :A"),
    "dt-type1": ("", "xsd:integer a rdfs:Datatype"),
    "scm-cls": (":A a owl:Class .", ":A rdfs:subClassOf owl:Thing"),
    "scm-sco": (":A rdfs:subClassOf :B . :B rdfs:subClassOf :C .", ":A rdfs:subClassOf :C"),
    "scm-eqc1": (":A owl:equivalentClass :B .", ":B rdfs:subClassOf :A"),
    "scm-eqc2": (":A rdfs:subClassOf :B . :B rdfs:subClassOf :A .", ":B owl:equivalentClass :A"),
    "scm-op": (":p a owl:ObjectProperty .", ":p rdfs:subPropertyOf :p"),
    "scm-dp": (":p a owl:DatatypeProperty .", ":p owl:equivalentProperty :p"),
    "scm-spo": (":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :r .", ":p rdfs:subPropertyOf :r"),
    "scm-eqp1": (":p owl:equivalentProperty :q .", ":q rdfs:subPropertyOf :p"),
    "scm-eqp2": (":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :p .", ":q owl:equivalentProperty :p"),
    "scm-dom1": (":p rdfs:domain :A . :A rdfs:subClassOf :B .", ":p rdfs:domain :B"),
    "scm-dom2": (":q rdfs:domain :A . :p rdfs:subPropertyOf :q .", ":p rdfs:domain :A"),
    "scm-rng1": (":p rdfs:range :A . :A rdfs:subClassOf :B .", ":p rdfs:range :B"),
    "scm-rng2": (":q rdfs:range :A . :p rdfs:subPropertyOf :q .", ":p rdfs:range :A"),
    "scm-hv": (
        ":R owl:onProperty :p ; owl:hasValue :v . :Q owl:onProperty :q ; owl:hasValue :v . :p rdfs:subPropertyOf :q .",
        ":R rdfs:subClassOf :Q",
    ),
    "scm-svf1": (
        ":R owl:onProperty :p ; owl:someValuesFrom :A . :Q owl:onProperty :p ; owl:someValuesFrom :B ."
        ":A rdfs:subClassOf :B .",
        ":R rdfs:subClassOf :Q",
    ),
    "scm-svf2": (
        ":R owl:onProperty :p ; owl:someValuesFrom :A . :Q owl:onProperty :q ; owl:someValuesFrom :A ."
        ":p rdfs:subPropertyOf :q .",
        ":R rdfs:subClassOf :Q",
    ),
    "scm-avf1": (
        ":R owl:onProperty :p ; owl:allValuesFrom :A . :Q owl:onProperty :p ; owl:allValuesFrom :B ."
        ":A rdfs:subClassOf :B .",
        ":R rdfs:subClassOf :Q",
    ),
    "scm-avf2": (
        ":R owl:onProperty :p ; owl:allValuesFrom :A . :Q owl:onProperty :q ; owl:allValuesFrom :A ."
        ":p rdfs:subPropertyOf :q .",
        ":Q rdfs:subClassOf :R",
    ),
    "scm-int": (":C owl:intersectionOf (:A :B) .", ":C rdfs:subClassOf :B"),
    "scm-uni": (":C owl:unionOf (:A :B) .", ":B rdfs:subClassOf :C"),
}


@pytest.mark.parametrize(("premises", "conclusion"), ENTAILED.values(), ids=ENTAILED)
def test_the_rule_gives_its_conclusion(premises: str, conclusion: str, engine: str) -> None:
    assert triple(conclusion) in close(triples(premises), engine=engine).inferred


@pytest.mark.parametrize("case", ENTAILED)
def test_the_conclusion_names_the_rule(case: str, engine: str) -> None:
    premises, conclusion = ENTAILED[case]
    proof = close(triples(premises), engine=engine).inferred[triple(conclusion)]
    assert proof.rule == case.split()[0]


@pytest.mark.parametrize("case", [case for case, (premises, _) in ENTAILED.items() if premises])
def test_without_one_of_its_premises_it_does_not_follow(case: str, engine: str) -> None:
    premises, conclusion = ENTAILED[case]
    given = triples(premises)
    for premise in close(given, engine=engine).inferred[triple(conclusion)].premises:
        rest = [other for other in given if other != premise]
        assert len(rest) == len(given) or triple(conclusion) not in close(rest, engine=engine).inferred


NOT_ENTAILED = {
    "a chain the wrong way round": (":q owl:propertyChainAxiom (:p :r) . :a :r :b . :b :p :c .", ":a :q :c"),
    "a chain not gone to its end": (":q owl:propertyChainAxiom (:p :r :s) . :a :p :b . :b :r :c .", ":a :q :c"),
    "half an intersection": (":C owl:intersectionOf (:A :B) . :x a :A .", ":x a :C"),
    "someValuesFrom another class": (
        ":R owl:onProperty :p ; owl:someValuesFrom :C . :x :p :y . :y a :D .",
        ":x a :R",
    ),
    "hasValue another value": (":R owl:onProperty :p ; owl:hasValue :v . :x :p :w .", ":x a :R"),
    "two values where two are allowed": (
        ':R owl:onProperty :p ; owl:maxCardinality "2"^^xsd:nonNegativeInteger . :x a :R ; :p :y , :z .',
        ":y owl:sameAs :z",
    ),
    "one value of the class, one of another": (
        f":R {MAX_ONE_OF} :C . :x a :R ; :chairs :y , :z . :y a :C .",
        ":y owl:sameAs :z",
    ),
    "one key property, different values": (
        ':T owl:hasKey (:k) . :a a :T ; :k "1" . :b a :T ; :k "2" .',
        ":a owl:sameAs :b",
    ),
    "one key property, one value missing": (':T owl:hasKey (:k) . :a a :T ; :k "1" . :b a :T .', ":a owl:sameAs :b"),
    "two key properties, the last differs": (
        ':T owl:hasKey (:k :m) . :a a :T ; :k :x ; :m "1" . :b a :T ; :k :x ; :m "2" .',
        ":a owl:sameAs :b",
    ),
    "two key properties, the first differs": (
        ':T owl:hasKey (:k :m) . :a a :T ; :k :x ; :m "1" . :b a :T ; :k :y ; :m "1" .',
        ":a owl:sameAs :b",
    ),
    "three key properties, the middle one missing": (
        ":T owl:hasKey (:k :m :n) . :a a :T ; :k :x ; :m :y ; :n :z . :b a :T ; :k :x ; :n :z .",
        ":a owl:sameAs :b",
    ),
    "the key of another class": (':T owl:hasKey (:k) . :a a :T ; :k "1" . :b a :U ; :k "1" .', ":a owl:sameAs :b"),
    "a superclass's members": (":A rdfs:subClassOf :B . :x a :B .", ":x a :A"),
    "an inverse functional property, different values": (
        ":code a owl:InverseFunctionalProperty . :a :code :x . :b :code :y .",
        ":a owl:sameAs :b",
    ),
}


@pytest.mark.parametrize(("premises", "conclusion"), NOT_ENTAILED.values(), ids=NOT_ENTAILED)
def test_what_does_not_follow_is_not_inferred(premises: str, conclusion: str, engine: str) -> None:
    closure = close(triples(premises), engine=engine)
    assert triple(conclusion) not in closure.inferred
    assert not closure.contradictions
