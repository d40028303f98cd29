"""The endpoint described for machines (SPARQL 1.1 Service Description; VoID for the sizes)."""

from collections.abc import Iterable
from urllib.parse import quote

import pyoxigraph as ox

from govkg.core.literals import integer
from govkg.core.names import DCT, GRAPHS, RDF, RDFS
from govkg.publish.media import GRAPH, TABLE, W3C
from govkg.publish.rdf import serialised
from govkg.query.engine import Engine
from govkg.query.limits import Limits

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_SIMPLE = "http://www.w3.org/ns/entailment/Simple"  # conclusions are in the data, in a graph of their own: none is drawn while asking
_SIZES = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
_SIZE = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


def sizes_of(engine: Engine) -> dict[str, int]:
    """The named graphs with the number of their triples, and under "" that of all graphs together."""
    sizes = {row["g"].value: int(row["n"].value) for row in engine.select(_SIZES)}
    return {"": int(next(iter(engine.select(_SIZE)))["n"].value)} | sizes


def description(
    endpoint: str, sizes: dict[str, int], version: str, limits: Limits, media_type: str, also: Iterable[ox.Triple] = ()
) -> bytes:
    """The service description as RDF, with what else is to be told. Raises ValueError when `endpoint` is no absolute IRI."""
    form = ox.RdfFormat.from_media_type(media_type)
    if form is None:
        raise ValueError(f"{media_type} holds no graph")
    return serialised([*_service(ox.NamedNode(endpoint), limits), *_dataset(endpoint, sizes, version), *also], form)


def _service(service: ox.NamedNode, limits: Limits) -> list[ox.Triple]:
    found = [
        _is(service, "Service"),
        _links(service, "endpoint", service.value),
        _links(service, "supportedLanguage", _SD + "SPARQL11Query"),
        _links(service, "feature", _SD + "UnionDefaultGraph"),
        _links(service, "defaultEntailmentRegime", _SIMPLE),
        _links(service, "defaultDataset", service.value + "#dataset"),
        ox.Triple(service, ox.NamedNode(RDFS + "comment"), ox.Literal(_limits(limits), language="en")),
    ]
    return found + [_links(service, "resultFormat", W3C + medium.w3c) for medium in (*TABLE, *GRAPH)]


def _limits(limits: Limits) -> str:
    return (
        f"Read only. A query may have {limits.length} characters, {limits.depth} levels of nesting and {limits.parts} parts, "
        f"and take {limits.seconds:g} seconds and {limits.memory} MB; an answer may have {limits.rows} rows or triples and {limits.size} bytes; "
        f"one client may have {limits.client} queries running longer than {limits.quick:g} s. An answer is sent whole or not at all."
    )


def _dataset(endpoint: str, sizes: dict[str, int], version: str) -> list[ox.Triple]:
    dataset, union = ox.NamedNode(endpoint + "#dataset"), ox.NamedNode(endpoint + "#all-graphs")
    found = [
        _is(dataset, "Dataset"),
        ox.Triple(dataset, ox.NamedNode(DCT + "hasVersion"), ox.Literal(version)),
        _links(dataset, "defaultGraph", union.value),
        _is(union, "Graph"),
        _counts(union, sizes[""]),
    ]
    for iri, size in sizes.items():
        if iri:
            found += _named(dataset, endpoint, iri, size)
    return found


def _named(dataset: ox.NamedNode, endpoint: str, iri: str, size: int) -> list[ox.Triple]:
    slug = iri.removeprefix(GRAPHS) if iri.startswith(GRAPHS) else quote(iri, safe="")
    named, graph = ox.NamedNode(f"{endpoint}#named-{slug}"), ox.NamedNode(f"{endpoint}#graph-{slug}")
    return [
        _links(dataset, "namedGraph", named.value),
        _is(named, "NamedGraph"),
        _links(named, "name", iri),
        _links(named, "graph", graph.value),
        _is(graph, "Graph"),
        _counts(graph, size),
    ]


def _is(thing: ox.NamedNode, kind: str) -> ox.Triple:
    return ox.Triple(thing, ox.NamedNode(RDF + "type"), ox.NamedNode(_SD + kind))


def _links(thing: ox.NamedNode, name: str, to: str) -> ox.Triple:
    return ox.Triple(thing, ox.NamedNode(_SD + name), ox.NamedNode(to))


def _counts(graph: ox.NamedNode, size: int) -> ox.Triple:
    return ox.Triple(graph, ox.NamedNode(_VOID + "triples"), integer(size))
