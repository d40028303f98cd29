"""Why is this so: a claim's quotes in context; an inferred statement's rule and premises, down to claims and quotes."""

import re
from dataclasses import dataclass

import pyoxigraph as ox

from govkg.core.errors import UsageError
from govkg.core.model import Term
from govkg.core.names import AND, ID, expand, shown
from govkg.query.engine import Engine
from govkg.query.labels import labels_of

CLAIM = f"{ID}claim/"
_QUOTES = """SELECT ?exact ?prefix ?suffix ?from ?to ?document WHERE {{
  {claim} gov:evidence ?e . ?e oa:hasSource ?document ; gov:lineFrom ?from ; gov:lineTo ?to ; oa:hasSelector ?s, ?place .
  ?s oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix . ?place oa:start ?start }} ORDER BY ?start ?exact"""
_PROOF = """SELECT ?rule ?because WHERE {{ ?i rdf:subject {s} ; rdf:predicate {p} ; rdf:object {o} ; gov:rule ?rule ; gov:because ?because }}"""
_NAMING = """SELECT ?claim WHERE {{ {{ ?claim a gov:BodyClaim ; gov:body {thing} }} UNION {{ ?claim a gov:OrganisationClaim ; gov:organisation {thing} }}
  ?claim gov:document ?document ; gov:order ?order }} ORDER BY ?document ?order LIMIT 1"""
_LITERAL = r'"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?'
_TERM = re.compile(rf"<[^>]*>|{_LITERAL}|\S+")


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
        QuoteInContext(
            row["document"].value,
            int(row["from"].value),
            int(row["to"].value),
            row["prefix"].value,
            row["exact"].value,
            row["suffix"].value,
        )
        for row in rows
    )


def explain_statement(engine: Engine, subject: str, predicate: str, object_: str) -> Reason:
    """Why a statement is in the graph. Raises UsageError when it is neither asserted nor inferred."""
    triple = ox.Triple(_iri(subject), _iri(predicate), _object(object_))
    if not engine.construct(
        f"CONSTRUCT {{ {triple} }} WHERE {{ {triple} }}"
    ):  # Virtuoso holds FILTER EXISTS of no variable for true
        raise UsageError(
            "statement", f"the graph does not say {show(triple)}", "ask `govkg query inferred` for what is inferred"
        )
    return _reason(engine, triple, {}, frozenset())


def explain_claim(engine: Engine, claim: str) -> Reason:
    """What a claim rests on; `claim` is an IRI, `id:claim/…`, `claim/…`, or what stands after that. Raises UsageError when there is no such claim."""
    iri = _iri(claim if ":" in claim or claim.startswith("claim/") else f"claim/{claim}").value
    quotes = quotes_of(engine, iri)
    if not quotes:
        raise UsageError(
            "claim", f"there is no claim `{claim}`", "take an IRI from the column claim_iri of `govkg query evidence`"
        )
    return Reason(labels_of(engine, [iri], "en")[iri].text, "quoted", (), iri, quotes)


def _reason(engine: Engine, triple: ox.Triple, known: dict[str, Reason], above: frozenset[str]) -> Reason:
    """The reason for a statement. `known` shares what was explained before, so that the work is linear in the proof."""
    statement = show(triple)
    if statement in above:
        return Reason(statement, "told above: the proof rests on itself")
    if statement not in known:
        proof = next(iter(engine.select(_PROOF.format(s=triple.subject, p=triple.predicate, o=triple.object))), None)
        if proof is None:
            known[statement] = _given(engine, triple, statement)
        else:
            premises = tuple(
                _reason(engine, premise, known, above | {statement}) for premise in premises_of(proof["because"].value)
            )
            known[statement] = Reason(statement, proof["rule"].value, premises)
    return known[statement]


def _given(engine: Engine, triple: ox.Triple, statement: str) -> Reason:
    """The reason for what was not inferred: a claim, the claim that names a body or organisation, or what no claim says."""
    if str(triple.subject).startswith(f"<{CLAIM}"):
        claim = str(triple.subject)[1:-1]
        return Reason(statement, "claimed", (), claim, quotes_of(engine, claim))
    naming = next(iter(engine.select(_NAMING.format(thing=triple.subject))), None)
    if naming is not None:
        claim = naming["claim"].value
        return Reason(statement, "written where a claim names the thing", (), claim, quotes_of(engine, claim))
    return Reason(statement, "given by the ontology or the reference data")


def premises_of(because: str) -> list[ox.Triple]:
    """The statements that a proof names, from the shortened notation that the builder publishes them in (gov:because)."""
    lines = [""]
    for term in _TERM.findall(because):
        if term == AND.strip():
            lines.append("")
        else:
            lines[-1] += _full(term) + " "
    text = "".join(f"{line}.\n" for line in lines if line)
    return [quad.triple for quad in ox.parse(input=text, format=ox.RdfFormat.N_TRIPLES)]


def _full(term: str) -> str:
    return term if term.startswith(("<", '"')) else f"<{expand(term)}>"


def show(triple: ox.Triple) -> str:
    """A statement for people: shortened IRIs."""
    return " ".join(map(shown, (triple.subject, triple.predicate, triple.object)))


def _iri(text: str) -> ox.NamedNode:
    """The IRI that a full IRI, a prefixed name or `kind/slug` stands for."""
    try:
        if text.startswith(("http://", "https://")):
            return ox.NamedNode(text)
        return ox.NamedNode(expand(text if ":" in text or text.startswith("<") else f"id:{text}"))
    except ValueError as error:
        raise UsageError(
            "statement",
            f"`{text}` is no IRI: {error}",
            "write a full IRI, a prefixed name such as gov:decidesOn, or kind/slug",
        ) from None


def _object(text: str) -> Term:
    """An IRI, or a literal as N-Triples has it."""
    if not re.fullmatch(_LITERAL, text):
        return _iri(text)
    (quad,) = ox.parse(input=f"<{ID}x> <{ID}x> {text} .", format=ox.RdfFormat.N_TRIPLES)
    assert isinstance(quad.object, ox.Literal)  # the pattern lets nothing else through
    return quad.object
