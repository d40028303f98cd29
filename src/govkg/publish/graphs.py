"""Graph answers as Turtle, JSON-LD, N-Triples and RDF/XML."""

import pyoxigraph as ox

from govkg.publish.rdf import serialised
from govkg.query.engine import Engine
from govkg.query.run import GraphAnswer


def to_turtle(answer: GraphAnswer, engine: Engine) -> bytes:
    """The graph as Turtle with our prefixes, statements sorted."""
    return serialised(answer.triples, ox.RdfFormat.TURTLE)


def to_jsonld(answer: GraphAnswer, engine: Engine) -> bytes:
    """The graph as JSON-LD."""
    return serialised(answer.triples, ox.RdfFormat.JSON_LD)


def to_ntriples(answer: GraphAnswer, engine: Engine) -> bytes:
    """The graph as N-Triples, one statement a line."""
    return serialised(answer.triples, ox.RdfFormat.N_TRIPLES)


def to_rdfxml(answer: GraphAnswer, engine: Engine) -> bytes:
    """The graph as RDF/XML."""
    return serialised(answer.triples, ox.RdfFormat.RDF_XML)
