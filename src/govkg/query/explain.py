"""Why is this so: a claim's quotes in context; an inferred statement's rule and premises, down to claims and quotes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from govkg.core.errors import UsageError
from govkg.core.names import AND, ID, curie, expand
from govkg.query.engine import Engine
from govkg.query.labels import labels_of

_QUOTES = """SELECT ?exact ?prefix ?suffix ?from ?to ?document WHERE {{
  {claim} gov:evidence ?e . ?e oa:hasSource ?document ; gov:lineFrom ?from ; gov:lineTo ?to ; oa:hasSelector ?s .
  ?s oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix }} ORDER BY ?from ?to ?exact"""
_PROOF = """SELECT ?rule ?because WHERE {{ ?i rdf:subject {s} ; rdf:predicate {p} ; rdf:object {o} ; gov:rule ?rule ; gov:because ?because }}"""
_TERM = re.compile(r'<[^>]*>|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?|\S+')


@dataclass(frozen=True)
class QuoteInContext:
    """A quote with what stands before and after it, and the lines of text.txt."""

    document: str
    line_from: int
    line_to: int
    before: str
    exact: str
    after: str


@dataclass(frozen=True)
class Reason:
    """A statement and why it holds: by a rule from premises, by a claim with its quotes, or because the ontology says so."""

    statement: str
    rule: str
    premises: tuple["Reason", ...] = ()
    claim: str = ""
    quotes: tuple[QuoteInContext, ...] = ()


def quotes_of(engine: Engine, claim: str) -> tuple[QuoteInContext, ...]:
    """A claim's quotes in the order of the text."""
    rows = engine.select(_QUOTES.format(claim=ox.NamedNode(claim)))
    return tuple(
        QuoteInContext(row["document"].value, int(row["from"].value), int(row["to"].value), row["prefix"].value, row["exact"].value, row["suffix"].value) for row in rows
    )


def explain_statement(engine: Engine, subject: str, predicate: str, object_: str) -> Reason:
    """Why a statement is in the graph. Raises UsageError when it is neither asserted nor inferred."""
    s, p, o = (_iri(text) for text in (subject, predicate, object_))
    if not list(engine.select(f"SELECT ?x WHERE {{ BIND(1 AS ?x) FILTER EXISTS {{ {s} {p} {o} }} }}")):
        raise UsageError("statement", f"the graph does not say {curie(s.value)} {curie(p.value)} {curie(o.value)}", "ask `govkg query inferred` for what is inferred")
    return _reason(engine, ox.Triple(s, p, o), frozenset())


def explain_claim(engine: Engine, claim: str) -> Reason:
    """What a claim rests on. Raises UsageError when there is no such claim."""
    iri = claim if claim.startswith("http") else f"{ID}claim/{claim}"
    quotes = quotes_of(engine, iri)
    if not quotes:
        raise UsageError("claim", f"there is no claim `{claim}`", "take an IRI from the column claim_iri")
    return Reason(labels_of(engine, [iri], "en")[iri].text, "quoted", (), iri, quotes)


def _reason(engine: Engine, triple: ox.Triple, above: frozenset[str]) -> Reason:
    statement = show(triple)
    proof = list(engine.select(_PROOF.format(s=triple.subject, p=triple.predicate, o=triple.object)))
    if proof and statement not in above:
        premises = (_reason(engine, premise, above | {statement}) for premise in premises_of(proof[0]["because"].value))
        return Reason(statement, proof[0]["rule"].value, tuple(premises))
    subject = triple.subject.value if isinstance(triple.subject, ox.NamedNode) else ""
    if subject.startswith(f"{ID}claim/"):
        return Reason(statement, "claimed", (), subject, quotes_of(engine, subject))
    return Reason(statement, "given by the ontology or the reference data")


def premises_of(because: str) -> list[ox.Triple]:
    """The statements that a proof names, from the shortened notation they are published in."""
    text = AND.join(" ".join(_full(term) for term in _TERM.findall(premise)) + " ." for premise in because.split(AND))
    return [quad.triple for quad in ox.parse(input=text.replace(AND, "\n"), format=ox.RdfFormat.N_TRIPLES)]


def _full(term: str) -> str:
    return term if term.startswith(("<", '"')) else f"<{expand(term)}>"


def show(triple: ox.Triple) -> str:
    """A statement for people: shortened IRIs."""
    return " ".join(_show_term(term) for term in (triple.subject, triple.predicate, triple.object))


def _show_term(term: object) -> str:
    return curie(term.value) if isinstance(term, ox.NamedNode) else str(term)


def _iri(text: str) -> ox.NamedNode:
    """The IRI that a full IRI, a prefixed name or `kind/slug` stands for."""
    if text.startswith(("http://", "https://")):
        return ox.NamedNode(text)
    try:
        return ox.NamedNode(expand(text if ":" in text or text.startswith("<") else f"id:{text}"))
    except ValueError as error:
        raise UsageError("statement", str(error)) from None


def leaves(reason: Reason) -> Iterable[Reason]:
    """The reasons at the bottom: claims, the ontology, the reference data."""
    if not reason.premises:
        yield reason
    for premise in reason.premises:
        yield from leaves(premise)
