"""The ontology stays in OWL 2 RL, and the checker that says so notices what is outside."""

import pytest
from rdflib import OWL, RDF, Graph, URIRef
from rdflib.collection import Collection

from .files import GOV, load, ontology, ontology_files
from .rl_profile import violations

PREFIXES = """
@prefix : <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:p a owl:ObjectProperty . :d a owl:DatatypeProperty .
"""
OUTSIDE = {
    "a union as a superclass": ":A rdfs:subClassOf [ a owl:Class ; owl:unionOf ( :B :C ) ] .",
    "some values as a superclass": ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :B ] .",
    "an enumeration as a superclass": ":A rdfs:subClassOf [ a owl:Class ; owl:oneOf ( :i :j ) ] .",
    "a minimum as a superclass": ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:minCardinality 1 ] .",
    "a maximum of two": ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:maxCardinality 2 ] .",
    "all values as a subclass": "[ a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :B ] rdfs:subClassOf :A .",
    "a complement as a subclass": "[ a owl:Class ; owl:complementOf :B ] rdfs:subClassOf :A .",
    "a union as an equivalent class": ":A owl:equivalentClass [ a owl:Class ; owl:unionOf ( :B :C ) ] .",
    "owl:Thing as a subclass": "owl:Thing rdfs:subClassOf :A .",
    "a union deep inside a superclass": ":A rdfs:subClassOf [ a owl:Class ; owl:intersectionOf ( :B [ a owl:Class ; owl:unionOf ( :C :D ) ] ) ] .",
    "a union as a domain": ":p rdfs:domain [ a owl:Class ; owl:unionOf ( :B :C ) ] .",
    "a datatype outside the profile": ":d rdfs:range xsd:date .",
    "an enumeration of values": ':d rdfs:range [ a rdfs:Datatype ; owl:oneOf ( "x" ) ] .',
    "a reflexive property": ":p a owl:ReflexiveProperty .",
    "a disjoint union": ":A owl:disjointUnionOf ( :B :C ) .",
    "a self restriction": ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:hasSelf true ] .",
}
INSIDE = {
    "a union as a subclass": "[ a owl:Class ; owl:unionOf ( :B :C ) ] rdfs:subClassOf :A .",
    "some values as a subclass": "[ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom owl:Thing ] rdfs:subClassOf :A .",
    "all values as a superclass": ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :B ] .",
    "a value as an equivalent class": ":A owl:equivalentClass [ a owl:Restriction ; owl:onProperty :p ; owl:hasValue :i ] .",
    "a maximum of one": ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:maxCardinality 1 ] .",
    "a complement as a superclass": ":A rdfs:subClassOf [ a owl:Class ; owl:complementOf :B ] .",
    "a range of whole numbers": ":d rdfs:range xsd:integer .",
    "disjoint classes": "[ a owl:AllDisjointClasses ; owl:members ( :A :B ) ] .",
}


def found(axiom: str) -> list[str]:
    """The violations of one axiom."""
    return violations(Graph().parse(data=PREFIXES + axiom, format="turtle"))


@pytest.mark.parametrize("axiom", OUTSIDE.values(), ids=OUTSIDE.keys())
def test_what_is_outside_the_profile_is_found(axiom: str) -> None:
    assert len(found(axiom)) == 1


@pytest.mark.parametrize("axiom", INSIDE.values(), ids=INSIDE.keys())
def test_what_is_inside_the_profile_is_left_alone(axiom: str) -> None:
    assert found(axiom) == []


def test_the_ontology_is_in_owl_2_rl() -> None:
    assert violations(ontology()) == []


@pytest.mark.parametrize("path", ontology_files(), ids=lambda path: path.name)
def test_each_file_of_the_ontology_is_in_owl_2_rl_by_itself(path: object) -> None:
    assert violations(load(path)) == []  # type: ignore[arg-type]


def test_no_property_with_a_chain_is_used_where_owl_2_dl_wants_a_simple_one() -> None:
    composite = {*ontology().subjects(OWL.propertyChainAxiom), *ontology().subjects(RDF.type, OWL.TransitiveProperty)}
    simple_kinds = (
        OWL.FunctionalProperty,
        OWL.InverseFunctionalProperty,
        OWL.IrreflexiveProperty,
        OWL.AsymmetricProperty,
    )
    assert not {(p, kind) for p in composite for kind in simple_kinds if (p, RDF.type, kind) in ontology()}
    assert not {p for p in composite if (p, OWL.propertyDisjointWith, None) in ontology()}


def test_every_property_of_a_chain_is_declared() -> None:
    chains = [list(Collection(ontology(), head)) for head in ontology().objects(None, OWL.propertyChainAxiom)]
    assert chains
    assert all((link, RDF.type, OWL.ObjectProperty) in ontology() for chain in chains for link in chain)


def test_stated_and_silent_claims_are_disjoint() -> None:
    assert (URIRef(GOV + "StatedClaim"), OWL.disjointWith, URIRef(GOV + "SilentClaim")) in ontology()
