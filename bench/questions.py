"""What is asked of every server: the same text."""

from govkg.core.names import PREFIXES
from govkg.query.catalogue import read_catalogue

_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())

SMALL = f"""{_PREFIXES}SELECT ?claim ?region ?body ?regionLabel ?bodyLabel WHERE {{
  ?claim gov:task task:ngo-grants ; gov:role role:decides ; gov:region ?region ; gov:body ?body .
  ?region skos:prefLabel ?regionLabel . ?body skos:prefLabel ?bodyLabel
  FILTER(LANG(?regionLabel) = "fi" && LANG(?bodyLabel) = "fi")
}} LIMIT 20"""
LARGE = f"{_PREFIXES}SELECT ?thing ?label WHERE {{ ?thing skos:prefLabel ?label }} LIMIT 5000"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d && ?d != ?g && ?c != ?f) }"

SAVED, SAVED_LARGE = "grant-deciders", "evidence"


def saved(name: str) -> str:
    """The SPARQL of a saved question, without limits."""
    return read_catalogue().get(name).sparql
