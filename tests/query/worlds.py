"""Small invented worlds as TriG text: what is asserted stands in one graph, so that queries that look there find it."""

import pyoxigraph as ox

from govkg.query.engine import EmbeddedEngine

PREFIXES = """
PREFIX gov: <https://w3id.org/govkg/def#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX graph: <https://w3id.org/govkg/graph/>
PREFIX region: <https://w3id.org/govkg/id/region/>
PREFIX body: <https://w3id.org/govkg/id/body/>
PREFIX type: <https://w3id.org/govkg/id/body-type/>
PREFIX task: <https://w3id.org/govkg/id/task/>
PREFIX role: <https://w3id.org/govkg/id/role/>
PREFIX status: <https://w3id.org/govkg/id/status/>
PREFIX state: <https://w3id.org/govkg/id/state/>
PREFIX answer: <https://w3id.org/govkg/id/answer/>
PREFIX question: <https://w3id.org/govkg/id/question/>
PREFIX action: <https://w3id.org/govkg/id/action/>
PREFIX alternative: <https://w3id.org/govkg/id/alternative/>
PREFIX document: <https://w3id.org/govkg/id/document/>
PREFIX claim: <https://w3id.org/govkg/id/claim/d/>
PREFIX reading: <https://w3id.org/govkg/id/reading/d/>
PREFIX aspect: <https://w3id.org/govkg/id/aspect/>
"""

BASE = """
graph:ontology {
  role:decides a skos:Concept ; skos:prefLabel "päättää"@fi , "beslutar"@sv , "decides"@en .
  role:approves skos:broader role:decides ; skos:prefLabel "hyväksyy"@fi , "approves"@en .
  role:prepares skos:prefLabel "valmistelee"@fi , "prepares"@en .
  role:responsible skos:prefLabel "vastaa"@fi , "is responsible"@en .
  task:ngo-grants skos:prefLabel "järjestöavustukset"@fi , "NGO grants"@en .
  task:grant-model skos:broader task:ngo-grants ; skos:prefLabel "avustusmalli"@fi .
  answer:stated skos:prefLabel "mainittu"@fi , "stated"@en .
  answer:not-stated skos:prefLabel "ei mainittu"@fi , "not stated"@en .
  answer:stated-absent skos:prefLabel "mainittu puuttuvaksi"@fi , "stated absent"@en .
  gov:Committee owl:equivalentClass gov:OnlyCommittees .
  gov:OnlyCommittees owl:onProperty gov:bodyType ; owl:hasValue type:committee .
  gov:Unit owl:equivalentClass gov:OnlyUnits .
  gov:OnlyUnits owl:onProperty gov:bodyType ; owl:hasValue type:unit .
}
graph:asserted {
  document:d a gov:Document ; gov:standing <https://w3id.org/govkg/id/standing/snapshot> .
  body:board a gov:Committee ; skos:prefLabel "Lautakunta"@fi .
}
graph:evidence {
  document:d gov:documentKind "survey" ; skos:prefLabel "Asiakirja"@fi , "Document"@en .
  region:a gov:countyCode "02" ; skos:prefLabel "Alue A"@fi , "Område A"@sv , "Region A"@en .
  region:b gov:countyCode "01" ; skos:prefLabel "Alue B"@fi , "Område B"@sv , "Region B"@en .
}
"""


def claim(name: str, facts: str, order: int = 1, quote: str = "Lause.", answer: str = "stated") -> str:
    """A claim with what every claim has, and the given facts."""
    return f"""
graph:asserted {{ claim:{name} gov:document document:d ; gov:answer answer:{answer} ; {facts} . }}
graph:evidence {{ claim:{name} gov:quote "{quote}"@fi ; gov:order {order} . }}
"""


def read_for(question: str, *regions: str) -> str:
    """The document was read for a question in these regions."""
    nodes = "\n".join(
        f"reading:{question}-{region} a gov:Reading ; gov:readQuestion question:{question} ; gov:readRegion region:{region} ; gov:readDocument document:d ."
        for region in regions
    )
    return f"graph:evidence {{ {nodes} }}"


def store_of(*parts: str) -> ox.Store:
    """A store of the base world and these parts."""
    store = ox.Store()
    store.load(input=(PREFIXES + BASE + "".join(parts)).encode(), format=ox.RdfFormat.TRIG)
    return store


def engine_of(*parts: str) -> EmbeddedEngine:
    """The engine over the base world and these parts."""
    return EmbeddedEngine(store_of(*parts), "test")
