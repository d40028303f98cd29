"""The saved queries as RDF, for SPARQL editors: SHACL's executables in the vocabulary of the SIB's sparql-examples.

A query is `sh:SPARQLSelectExecutable` or `sh:SPARQLConstructExecutable` (SHACL Advanced Features, 5.1) with its text, its question
in three languages as `rdfs:comment`, and the endpoint as `schema:target`. Every node has an IRI of its own.
"""

from pyoxigraph import Literal, NamedNode, Triple

from govkg.core.names import BASE, LANGS, PREFIXES, XSD
from govkg.publish.addresses import CATALOG, SPARQL
from govkg.publish.citation import query_version
from govkg.publish.triples import about, named, texts
from govkg.query.catalogue import Catalogue, SavedQuery

QUERIES = f"{BASE}/queries"
DECLARED = f"{QUERIES}#prefixes"
TITLE = {"fi": "Tallennetut kyselyt", "sv": "Sparade frågor", "en": "Saved queries"}
_FORMS = {
    "SELECT": ("sh:SPARQLSelectExecutable", "sh:select"),
    "CONSTRUCT": ("sh:SPARQLConstructExecutable", "sh:construct"),
}


def iri_of(query_id: str) -> str:
    """The IRI of a saved query."""
    return f"{QUERIES}/{query_id}"


def catalogue_triples(catalogue: Catalogue, version: str, target: str = SPARQL) -> list[Triple]:
    """The whole catalogue; `version` is that of the data, `target` the endpoint that answers the queries."""
    found = about(
        QUERIES,
        {
            "a": named("dcat:Catalog"),
            "dct:title": texts(TITLE),
            "dct:isPartOf": NamedNode(CATALOG),
            "dcat:version": Literal(version),
            "dct:hasPart": [NamedNode(iri_of(query_id)) for query_id in catalogue.queries],
        },
    )
    found += [triple for query in catalogue.queries.values() for triple in _query(query, target)]
    return found + _prefixes()


def query_triples(query: SavedQuery, target: str = SPARQL) -> list[Triple]:
    """One saved query with the prefixes that it may use."""
    return [*_query(query, target), *_prefixes()]


def _query(query: SavedQuery, target: str) -> list[Triple]:
    kind, prop = _FORMS[query.form]
    iri = iri_of(query.id)
    return about(
        iri,
        {
            "a": [named("sh:SPARQLExecutable"), named(kind)],
            prop: Literal(query.sparql),
            "sh:prefixes": NamedNode(DECLARED),
            "rdfs:comment": texts(query.summary),
            "dct:description": texts(query.description),
            "dct:identifier": Literal(query.id),
            "dct:isPartOf": NamedNode(QUERIES),
            "schema:target": NamedNode(target),
            "schema:keywords": [Literal(tag) for tag in query.tags],
            "dcat:version": Literal(query_version(query)),
            "foaf:page": [NamedNode(f"{BASE}/{lang}/q/{query.id}") for lang in LANGS],
            "rdfs:seeAlso": NamedNode(f"{BASE}/api/queries/{query.id}"),
        },
    )


def _prefixes() -> list[Triple]:
    """The prefixes that need no declaration here (SHACL, 5.2.1), of which each has a node of its own."""
    found = about(DECLARED, {"a": named("owl:Ontology"), "sh:declare": [NamedNode(_node(name)) for name in PREFIXES]})
    for name, space in PREFIXES.items():
        namespace = Literal(space, datatype=NamedNode(f"{XSD}anyURI"))
        found += about(
            _node(name), {"a": named("sh:PrefixDeclaration"), "sh:prefix": Literal(name), "sh:namespace": namespace}
        )
    return found


def _node(prefix: str) -> str:
    return f"{QUERIES}#prefix-{prefix}"
