"""A handful of statements in graphs, so that what is published of a thing is tested on what fits on a page."""

import pyoxigraph as ox

from govkg.query.engine import EmbeddedEngine

TRIG = """
@prefix id: <https://w3id.org/govkg/id/> . @prefix gov: <https://w3id.org/govkg/def#> . @prefix graph: <https://w3id.org/govkg/graph/> .
@prefix dct: <http://purl.org/dc/terms/> . @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
graph:ontology { <https://w3id.org/govkg/def> a owl:Ontology ; dct:title "Terms"@en ; dct:license <https://creativecommons.org/licenses/by/4.0/> ;
    dct:issued "2026-01-01"^^xsd:date ; dct:modified "2026-01-02"^^xsd:date ; owl:versionIRI <https://w3id.org/govkg/def/1> .
  gov:Region a owl:Class ; rdfs:label "Region"@en . gov:area a owl:ObjectProperty ; rdfs:label "area"@en . }
graph:asserted { <https://w3id.org/govkg/id/body/board> gov:area <https://w3id.org/govkg/id/region/wood> . <https://w3id.org/govkg/id/body/office> gov:area <https://w3id.org/govkg/id/region/wood> .
  <https://w3id.org/govkg/id/region/wood> a gov:Region ; gov:countyCode "01" .
  <https://w3id.org/govkg/id/document/old> a gov:Document ; gov:documentDate "2016"^^xsd:gYear . <https://w3id.org/govkg/id/document/new> a gov:Document ; gov:documentDate "2022-06"^^xsd:gYearMonth . }
graph:evidence { <https://w3id.org/govkg/id/region/wood> skos:prefLabel "Metsälä"@fi , "Woodland"@en . <https://w3id.org/govkg/id/body/board> skos:prefLabel "Hallitus"@fi . }
graph:inferred { gov:Region a rdfs:Class . <https://w3id.org/govkg/id/body/board> gov:actsIn <https://w3id.org/govkg/id/region/wood> . }
"""
ID = "https://w3id.org/govkg/id/"
WOOD = f"{ID}region/wood"


def engine(trig: str = TRIG, version: str = "0" * 12) -> EmbeddedEngine:
    """The engine over these statements."""
    store = ox.Store()
    store.bulk_load(input=trig.encode(), format=ox.RdfFormat.TRIG)
    return EmbeddedEngine(store, version)


def words(key: str) -> dict[str, str]:
    """A text in every language, by its key."""
    return {lang: f"{key} {lang}" for lang in ("fi", "sv", "en")}


def said(triples: list[ox.Triple], subject: str) -> dict[str, list[str]]:
    """Property → values of a subject."""
    found: dict[str, list[str]] = {}
    for triple in triples:
        if triple.subject == ox.NamedNode(subject):
            assert isinstance(triple.object, ox.NamedNode | ox.Literal)
            found.setdefault(triple.predicate.value, []).append(triple.object.value)
    return found
