"""Why something follows, for people: the facts it follows from, each with the claim that says it or its own proof, and what the ontology defines.

The release has each proof in a short notation (gov:because); here its statements are read, named in the reader's language, and followed down.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from govkg.core.model import Term
from govkg.core.names import DEF, ID
from govkg.query.engine import Engine
from govkg.query.explain import CLAIM, premises_of
from govkg.server.claims import ClaimView, claims_named
from govkg.server.facts import Value, show
from govkg.server.properties import names_of
from govkg.server.rules import rule_of, rules

_PROOFS = """SELECT ?s ?p ?o ?rules ?because WHERE {{ VALUES (?s ?p ?o) {{ {statements} }}
  ?i rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; gov:rule ?rules ; gov:because ?because }}"""
_NAMING = """SELECT ?thing ?claim WHERE {{ VALUES ?thing {{ {things} }} ?claim gov:document ?document ; gov:order ?order
  {{ ?claim a gov:BodyClaim ; gov:body ?thing }} UNION {{ ?claim a gov:OrganisationClaim ; gov:organisation ?thing }}
}} ORDER BY ?document ?order"""


@dataclass(frozen=True)
class Proof:
    """What a statement follows from: facts, and the terms of the ontology whose definitions were used."""

    facts: tuple["Fact", ...]
    definitions: tuple[Value, ...]


@dataclass(frozen=True)
class Fact:
    """A premise: said by a claim, inferred itself by a rule, or given by the reference data."""

    subject: Value
    predicate: Value
    object: Value
    claim: ClaimView | None
    rule: Value | None
    proof: Proof | None


@dataclass(frozen=True)
class Statement:
    """A premise as the data have it."""

    subject: NamedNode
    predicate: NamedNode
    object: Term


@dataclass(frozen=True)
class _Known:
    """All that the proofs at hand speak of."""

    proofs: Mapping[Statement, tuple[str, str]]
    names: Mapping[str, Value]
    terms: Mapping[Term, Value]
    rules: Mapping[str, Value]
    claims: Mapping[Statement, ClaimView]


def proofs_for_people(
    engine: Engine, notations: Iterable[str], lang: str, claims: Mapping[str, ClaimView] | None = None
) -> dict[str, Proof]:
    """Each proof by its notation, with the proofs of its premises. `claims` are those that are at hand already."""
    wanted = [notation for notation in dict.fromkeys(notations) if notation]
    if not wanted:
        return {}
    inferred = _inferred(engine, wanted)
    premises = [triple for text in (*wanted, *(text for _, text in inferred.values())) for triple in _premises(text)]
    terms: set[Term] = {term for triple in premises for term in (triple.subject, triple.object)}
    known = _Known(
        inferred,
        names_of(engine, {triple.predicate.value for triple in premises}, lang),
        show(engine, terms, lang),
        rules(engine, lang),
        _claims(engine, [triple for triple in premises if triple not in inferred], lang, claims or {}),
    )
    return {notation: _proof(notation, known, frozenset()) for notation in wanted}


def _inferred(engine: Engine, notations: Iterable[str]) -> dict[Statement, tuple[str, str]]:
    """Rules and notation of every premise that was inferred itself, all the way down."""
    found: dict[Statement, tuple[str, str]] = {}
    asked: set[Statement] = set()
    level = {triple for notation in notations for triple in _premises(notation)}
    while level := {triple for triple in level if triple not in asked and not _defines(triple)}:
        asked |= level
        at: dict[tuple[Term, ...], Statement] = {(t.subject, t.predicate, t.object): t for t in level}
        statements = " ".join(f"({t.subject} {t.predicate} {t.object})" for t in sorted(level, key=str))
        rows = list(engine.select(_PROOFS.format(statements=statements)))
        new = {at[row["s"], row["p"], row["o"]]: (row["rules"].value, row["because"].value) for row in rows}
        found |= new
        level = {triple for _, because in new.values() for triple in _premises(because)}
    return found


def _claims(
    engine: Engine, premises: list[Statement], lang: str, at_hand: Mapping[str, ClaimView]
) -> dict[Statement, ClaimView]:
    """The claim that says each premise: the one it is about, or the first that names the thing."""
    saying = {t: t.subject.value for t in premises if t.subject.value.startswith(CLAIM)}
    things = {t: t.subject for t in premises if t.subject.value.startswith((f"{ID}body/", f"{ID}organisation/"))}
    if things:
        text = _NAMING.format(things=" ".join(sorted(map(str, set(things.values())))))
        first: dict[str, str] = {}
        for row in engine.select(text):
            first.setdefault(row["thing"].value, row["claim"].value)
        saying |= {t: first[thing.value] for t, thing in things.items() if thing.value in first}
    views = {**at_hand, **claims_named(engine, set(saying.values()) - at_hand.keys(), lang)}
    return {triple: views[iri] for triple, iri in saying.items() if iri in views}


def _proof(notation: str, known: _Known, above: frozenset[Statement]) -> Proof:
    premises = _premises(notation)
    facts = tuple(_fact(triple, known, above) for triple in premises if not _defines(triple))
    defined = (term for triple in premises if _defines(triple) for term in (triple.subject, triple.object))
    named = dict.fromkeys(term for term in defined if isinstance(term, NamedNode) and term.value.startswith(DEF))
    return Proof(facts, tuple(known.terms[term] for term in named))


def _fact(triple: Statement, known: _Known, above: frozenset[Statement]) -> Fact:
    said = (known.terms[triple.subject], known.names[triple.predicate.value], known.terms[triple.object])
    if triple not in known.proofs or triple in above:
        return Fact(*said, known.claims.get(triple), None, None)
    by, because = known.proofs[triple]
    return Fact(*said, None, rule_of(by, known.rules), _proof(because, known, above | {triple}))


def _defines(triple: Statement) -> bool:
    """Whether a statement is about terms, not about things: a definition of the ontology."""
    return not triple.subject.value.startswith(ID)


def _premises(notation: str) -> list[Statement]:
    return [
        Statement(triple.subject, triple.predicate, triple.object)
        for triple in premises_of(notation)
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal)
    ]
