"""Small worlds written in Turtle."""

from pyoxigraph import RdfFormat, parse

from govkg.build.reason import Term, Triple

PREFIXES = """
@prefix : <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def triples(turtle: str) -> list[Triple]:
    """Turtle with the usual prefixes, as triples."""
    return [(_term(q.subject), q.predicate, _term(q.object)) for q in parse(PREFIXES + turtle, format=RdfFormat.TURTLE)]


def triple(turtle: str) -> Triple:
    """The one triple that Turtle without its full stop says."""
    (found,) = triples(turtle + " .")
    return found


def _term(term: object) -> Term:
    assert isinstance(term, Term)
    return term
