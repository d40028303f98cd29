"""A thing at a glance: few rows of facts, each with the claim that states it, or else from a register or a vocabulary."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from govkg.core.model import Term
from govkg.core.names import DEF, SKOS, gov, graph
from govkg.query.engine import Engine
from govkg.server.claims import ClaimView
from govkg.server.facts import Facts, Value, show
from govkg.server.graphs.nodes import kinds_of
from govkg.server.language import text

_OF = "SELECT DISTINCT ?x WHERE {{ GRAPH ?g {{ ?x {property} {thing} }} FILTER(?g != {inferred}) }} ORDER BY ?x"
_USES = "SELECT (COUNT(DISTINCT ?c) AS ?n) WHERE {{ GRAPH {asserted} {{ ?c ?p {thing} ; gov:document ?d }} }}"


@dataclass(frozen=True)
class Fact:
    """A value, and the claim that states it where one does."""

    value: Value
    claim: ClaimView | None = None


@dataclass(frozen=True)
class Row:
    """What is told, and the facts."""

    name: str
    facts: tuple[Fact, ...]


def rows_for(engine: Engine, iri: str, kind: str, found: Facts, claims: Iterable[ClaimView], lang: str) -> list[Row]:
    """The rows for a kind of thing, those without any fact left out."""
    said = list(claims)
    if kind == "body":
        rows = _body(engine, iri, found, said, lang)
    elif kind == "region":
        rows = _region(engine, iri, found, lang)
    else:
        rows = _concept(engine, iri, found, lang)
    return [row for row in rows if row.facts]


def _body(engine: Engine, iri: str, found: Facts, claims: list[ClaimView], lang: str) -> list[Row]:
    return [
        Row(text("glance.type"), _things(engine, kinds_of(engine, [iri]).values(), lang)),
        Row(text("glance.region"), _values(engine, found[iri], f"{DEF}area", lang)),
        Row(text("glance.authority"), _values(engine, found[iri], f"{DEF}authority", lang)),
        Row(text("glance.part-of"), _said(claims, iri, "body", "parent")),
        Row(text("glance.parts"), _said(claims, iri, "parent", "body")),
        Row(text("glance.seats"), _said(claims, iri, "body", "seats")),
        Row(text("glance.composition"), _said(claims, iri, "body", "composition")),
    ]


def _region(engine: Engine, iri: str, found: Facts, lang: str) -> list[Row]:
    props = found[iri]
    return [
        Row(text("glance.authority"), _things(engine, _pointing(engine, "area", iri, "/authority/"), lang)),
        Row(text("glance.county-code"), _values(engine, props, f"{DEF}countyCode", lang)),
        Row(text("glance.region-code"), _values(engine, props, f"{DEF}regionCode", lang)),
    ]


def _concept(engine: Engine, iri: str, found: Facts, lang: str) -> list[Row]:
    props = found[iri]
    narrower = _things(engine, _pointing(engine, f"{SKOS}broader", iri), lang)
    uses = (Fact(Value(str(uses_of(engine, iri)))),) if f"{SKOS}inScheme" in props else ()
    return [
        Row(text("glance.section-6"), _values(engine, props, f"{DEF}section6Item", lang)),
        Row(text("glance.scheme"), _values(engine, props, f"{SKOS}inScheme", lang)),
        Row(text("glance.broader"), _values(engine, props, f"{SKOS}broader", lang)),
        Row(text("glance.narrower"), narrower),
        Row(text("glance.uses"), uses),
    ]


def uses_of(engine: Engine, iri: str) -> int:
    """How many claims use a concept."""
    rows = engine.select(_USES.format(thing=NamedNode(iri), asserted=graph("asserted")))
    return next(int(row["n"].value) for row in rows)


def _values(engine: Engine, props: Mapping[str, tuple[Term, ...]], prop: str, lang: str) -> tuple[Fact, ...]:
    terms = props.get(prop, ())
    shown = show(engine, terms, lang)
    return tuple(Fact(shown[term]) for term in terms)


def _things(engine: Engine, iris: Iterable[str], lang: str) -> tuple[Fact, ...]:
    shown = show(engine, [NamedNode(iri) for iri in iris], lang).values()
    return tuple(Fact(value) for value in sorted(shown, key=lambda value: (value.text.casefold(), value.iri)))


def _pointing(engine: Engine, prop: str, iri: str, part: str = "") -> list[str]:
    """The things with a property whose value is the thing, said and not inferred; those whose IRI has `part`."""
    name = NamedNode(prop) if ":" in prop else gov(prop)
    rows = engine.select(_OF.format(property=name, thing=NamedNode(iri), inferred=graph("inferred")))
    return [row["x"].value for row in rows if part in row["x"].value]


def _said(claims: Iterable[ClaimView], iri: str, here: str, there: str) -> tuple[Fact, ...]:
    """What claims say of the thing: the values `there` of those that have the thing as their `here`."""
    return tuple(
        Fact(value, claim)
        for claim in claims
        if iri in {value.iri for value in claim.values.get(here, ())}
        for value in claim.values.get(there, ())
    )
