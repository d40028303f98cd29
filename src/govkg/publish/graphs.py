"""Graph answers as Turtle and JSON-LD."""

import pyoxigraph as ox

from govkg.core.names import PREFIXES
from govkg.query.engine import Engine
from govkg.query.run import GraphAnswer


def to_turtle(answer: GraphAnswer, engine: Engine) -> bytes:
    """The graph as Turtle with our prefixes, statements sorted."""
    return _bytes(answer, ox.RdfFormat.TURTLE)


def to_jsonld(answer: GraphAnswer, engine: Engine) -> bytes:
    """The graph as JSON-LD."""
    return _bytes(answer, ox.RdfFormat.JSON_LD)


def _bytes(answer: GraphAnswer, form: ox.RdfFormat) -> bytes:
    return ox.serialize(answer.triples, format=form, prefixes=PREFIXES) or b""
