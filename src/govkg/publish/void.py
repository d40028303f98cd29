"""VoID (W3C, Describing Linked Datasets): how much the dataset holds, by class and property, counted on the data served."""

import re
from collections.abc import Iterable, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from govkg.core.names import BASE, ID, curie, graph
from govkg.publish.about_data import header_of
from govkg.publish.addresses import CATALOG, DATASET, SPARQL, VOID
from govkg.publish.kept import kept
from govkg.publish.triples import about, named, number, texts
from govkg.query.engine import Engine, Solution

_TOTALS = "SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?p) AS ?properties) (COUNT(DISTINCT ?o) AS ?objects) WHERE { ?s ?p ?o }"
_ENTITIES = f'SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE {{ ?s ?p ?o FILTER(STRSTARTS(STR(?s), "{ID}")) }}'
_CLASSES = "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a ?c } GROUP BY ?c ORDER BY ?c"
_PROPERTIES = "SELECT ?p (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?m) (COUNT(DISTINCT ?o) AS ?k) WHERE { ?s ?p ?o } GROUP BY ?p ORDER BY ?p"
_OF_CLASS = "SELECT ?c ?p (COUNT(*) AS ?n) WHERE { ?s a ?c ; ?p ?o } GROUP BY ?c ?p ORDER BY ?c ?p"
_DATATYPES = "SELECT ?c ?p ?d (COUNT(*) AS ?n) WHERE { ?s a ?c ; ?p ?o FILTER(isLiteral(?o)) BIND(COALESCE(DATATYPE(?o), rdf:langString) AS ?d) } GROUP BY ?c ?p ?d ORDER BY ?c ?p ?d"
# kinds of values as stated; with the inferred kinds of both ends there would be ten times as many
_RANGES = f"""SELECT ?c ?p ?k (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s a ?c }} ?s ?p ?o . GRAPH ?h {{ ?o a ?k }}
  FILTER(?g != {graph("inferred")} && ?h != {graph("inferred")}) }} GROUP BY ?c ?p ?k ORDER BY ?c ?p ?k"""
_EXAMPLES = """SELECT (MIN(?x) AS ?example) WHERE { VALUES ?kind { gov:Region gov:Authority gov:Body gov:Task gov:Document gov:ResponsibilityClaim } ?x a ?kind } GROUP BY ?kind ORDER BY ?example"""


def void_of(engine: Engine, title: Mapping[str, str], dumps: Iterable[str] = ()) -> list[Triple]:
    """The whole description, with partitions; `title` is the dataset's in each language, `dumps` are the URLs of the RDF dumps."""
    described = about(
        VOID,
        {
            "a": named("void:DatasetDescription"),
            "foaf:primaryTopic": NamedNode(DATASET),
            "rdfs:seeAlso": NamedNode(CATALOG),
        },
    )
    return [
        *described,
        *about(DATASET, {"dct:title": texts(title)}),
        *dataset_of(engine, dumps),
        *partitions_of(engine),
    ]


def _totals(engine: Engine) -> Mapping[str, int]:
    row = kept(engine, _TOTALS)[0]
    entities = kept(engine, _ENTITIES)[0]["n"]
    return {name: int(term.value) for name, term in row.items()} | {"entities": int(entities.value)}


def dataset_of(engine: Engine, dumps: Iterable[str]) -> list[Triple]:
    """The dataset as a whole: sizes, vocabularies, examples, endpoint and dumps."""
    totals = _totals(engine)
    return about(
        DATASET,
        {
            "a": named("void:Dataset"),
            "dct:license": header_of(engine).licence,
            "void:triples": number(totals["triples"]),
            "void:entities": number(totals["entities"]),
            "void:distinctSubjects": number(totals["subjects"]),
            "void:distinctObjects": number(totals["objects"]),
            "void:properties": number(totals["properties"]),
            "void:classes": number(len(kept(engine, _CLASSES))),
            "void:uriSpace": Literal(f"{BASE}/"),
            "void:vocabulary": [NamedNode(space) for space in _vocabularies(engine)],
            "void:exampleResource": [row["example"] for row in kept(engine, _EXAMPLES) if "example" in row],
            "void:sparqlEndpoint": NamedNode(SPARQL),
            "void:dataDump": [NamedNode(url) for url in dumps],
            "void:feature": [
                NamedNode(f"http://www.w3.org/ns/formats/{name}")
                for name in ("Turtle", "RDF_XML", "N-Triples", "JSON-LD")
            ],
        },
    )


def _vocabularies(engine: Engine) -> list[str]:
    """The namespaces of the properties and classes in use, without our own nodes."""
    terms = {row[name].value for sparql, name in ((_PROPERTIES, "p"), (_CLASSES, "c")) for row in kept(engine, sparql)}
    spaces = {re.sub(r"[^/#]*$", "", term) for term in terms}
    return sorted(space for space in spaces if space and not space.startswith(ID))


def partitions_of(engine: Engine) -> list[Triple]:
    """The dataset by property, and by class with the properties, datatypes and classes of values of its members."""
    found: list[Triple] = []
    for row in kept(engine, _PROPERTIES):
        part = _part("property", row["p"])
        found += about(DATASET, {"void:propertyPartition": NamedNode(part)})
        found += _property(part, row) + about(
            part,
            {"void:distinctSubjects": number(int(row["m"].value)), "void:distinctObjects": number(int(row["k"].value))},
        )
    for row in kept(engine, _CLASSES):
        part = _part("class", row["c"])
        found += about(DATASET, {"void:classPartition": NamedNode(part)})
        found += about(part, {"void:class": row["c"], "void:entities": number(int(row["n"].value))})
    return found + _of_classes(engine)


def _property(part: str, row: Solution) -> list[Triple]:
    return about(part, {"void:property": row["p"], "void:triples": number(int(row["n"].value))})


def _of_classes(engine: Engine) -> list[Triple]:
    """Within each class its properties, and within these the datatypes or classes of the values."""
    found: list[Triple] = []
    for row in kept(engine, _OF_CLASS):
        part = _part("class", row["c"], row["p"])
        found += about(_part("class", row["c"]), {"void:propertyPartition": NamedNode(part)}) + _property(part, row)
    for sparql, key, link, kind in (
        (_DATATYPES, "d", "voidext:datatypePartition", "voidext:datatype"),
        (_RANGES, "k", "void:classPartition", "void:class"),
    ):
        for row in kept(engine, sparql):
            part = _part("class", row["c"], row["p"], row[key])
            found += about(_part("class", row["c"], row["p"]), {link: NamedNode(part)})
            found += about(part, {kind: row[key], "void:triples": number(int(row["n"].value))})
    return found


def _part(kind: str, *terms: object) -> str:
    """The IRI of a partition: readable, within the document."""
    names = [
        re.sub(r"[^A-Za-z0-9]+", "-", curie(term.value).strip("<>")) for term in terms if isinstance(term, NamedNode)
    ]
    return f"{VOID}#{'.'.join((kind, *names))}"
