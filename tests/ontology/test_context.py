"""The JSON-LD context reads our data back as it was written."""

import json

from rdflib import OWL, RDF, Graph, Literal, URIRef

from .files import GOV, ID, ONTOLOGY, ontology

CONTEXT = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]


def properties(kind: URIRef) -> set[str]:
    """The local names of our properties of a kind."""
    return {str(s).removeprefix(GOV) for s in ontology().subjects(RDF.type, kind) if str(s).startswith(GOV)}


def test_every_object_property_takes_iris() -> None:
    assert {name for name in properties(OWL.ObjectProperty) if CONTEXT.get(name, {}).get("@type") != "@id"} == set()


def test_every_datatype_property_is_named() -> None:
    assert properties(OWL.DatatypeProperty) <= set(CONTEXT)


def test_a_claim_written_as_json_is_read_as_the_same_triples() -> None:
    claim = {
        "@context": CONTEXT,
        "@id": "id:claim/c",
        "@type": "BodyClaim",
        "body": "id:body/b",
        "order": 3,
        "doubt": {"fi": "Taitto puuttuu."},
    }
    graph = Graph().parse(data=json.dumps(claim), format="json-ld")
    subject = URIRef(f"{ID}claim/c")
    assert set(graph.predicate_objects(subject)) == {
        (RDF.type, URIRef(GOV + "BodyClaim")),
        (URIRef(GOV + "body"), URIRef(f"{ID}body/b")),
        (URIRef(GOV + "order"), Literal(3)),
        (URIRef(GOV + "doubt"), Literal("Taitto puuttuu.", lang="fi")),
    }
