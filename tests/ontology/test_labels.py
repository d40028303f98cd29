"""Every term and every concept is named in three languages and defined."""

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from .files import GOV, ID, ONTOLOGY, load, ontology

TERM_KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
LANGUAGES = ("fi", "sv", "en")


def terms() -> list[URIRef]:
    """Our classes and properties."""
    return sorted(
        {
            s
            for kind in TERM_KINDS
            for s in ontology().subjects(RDF.type, kind)
            if isinstance(s, URIRef) and s.startswith(GOV)
        }
    )


def concepts() -> list[URIRef]:
    """Our concepts."""
    return sorted({s for s in ontology().subjects(RDF.type, SKOS.Concept) if isinstance(s, URIRef)})


def languages(subject: Node, predicate: URIRef, graph: Graph | None = None) -> list[str]:
    """The language tags of a thing's texts, sorted, one for each text."""
    values = (graph or ontology()).objects(subject, predicate)
    return sorted(str(value.language) for value in values if isinstance(value, Literal))


def short(iri: object) -> str:
    """The end of an IRI, as the name of a test."""
    return str(iri).removeprefix(GOV).removeprefix(ID)


@pytest.mark.parametrize("term", terms(), ids=short)
def test_a_term_has_one_label_and_one_definition_in_each_language(term: URIRef) -> None:
    assert languages(term, RDFS.label) == sorted(LANGUAGES)
    assert languages(term, SKOS.definition) == sorted(LANGUAGES)


@pytest.mark.parametrize("term", terms(), ids=short)
def test_a_term_says_which_ontology_defines_it(term: URIRef) -> None:
    assert ontology().value(term, RDFS.isDefinedBy) == URIRef(GOV.removesuffix("#"))


@pytest.mark.parametrize("concept", concepts(), ids=short)
def test_a_concept_has_one_label_in_each_language_and_is_defined(concept: URIRef) -> None:
    assert languages(concept, SKOS.prefLabel) == sorted(LANGUAGES)
    assert set(languages(concept, SKOS.definition)) == set(LANGUAGES)


@pytest.mark.parametrize("predicate", [SKOS.definition, SKOS.scopeNote, SKOS.note], ids=short)
def test_every_definition_and_note_with_finnish_has_swedish_and_english(predicate: URIRef) -> None:
    explained = {s for s, o in ontology().subject_objects(predicate) if isinstance(o, Literal) and o.language == "fi"}
    assert explained
    assert {s: said for s in explained if (said := languages(s, predicate)) != sorted(LANGUAGES)} == {}


@pytest.mark.parametrize("concept", concepts(), ids=short)
def test_a_concept_stands_in_the_scheme_of_its_iri_and_has_a_place_there(concept: URIRef) -> None:
    kind = concept.removeprefix(ID).partition("/")[0]
    assert (concept, SKOS.inScheme, URIRef(f"{ID}scheme/{kind}")) in ontology()
    assert (concept, SKOS.topConceptOf, None) in ontology() or (concept, SKOS.broader, None) in ontology()


def test_every_broader_concept_exists() -> None:
    assert set(ontology().objects(None, SKOS.broader)) <= set(concepts())


def test_no_two_terms_share_a_label() -> None:
    seen: dict[Node, Node] = {}
    for term in terms():
        for label in ontology().objects(term, RDFS.label):
            assert seen.setdefault(label, term) == term, f"{label} names two terms"


def test_modules_declare_only_our_own_terms() -> None:
    for path in (ONTOLOGY / "modules").glob("*.ttl"):
        graph = load(path)
        declared = {s for kind in TERM_KINDS for s in graph.subjects(RDF.type, kind) if isinstance(s, URIRef)}
        assert all(s.startswith(GOV) for s in declared), path.name


def test_each_body_type_is_one_class_and_one_concept_of_the_same_definition() -> None:
    values = {
        o
        for s in ontology().subjects(OWL.onProperty, URIRef(GOV + "bodyType"))
        for o in ontology().objects(s, OWL.hasValue)
    }
    assert values == {c for c in concepts() if c.startswith(f"{ID}body-type/")}
