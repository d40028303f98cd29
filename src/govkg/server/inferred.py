"""What follows that no document says: inferred statements with their rule."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from govkg.core.model import Term
from govkg.core.names import thing
from govkg.query.engine import Engine
from govkg.server.facts import Value, show
from govkg.server.premises import Premise, premises
from govkg.server.properties import names_of

# a chain of rules is written "last ← earlier"; the last one gives the statement its reason
_QUERY = """SELECT DISTINCT ?s ?p ?o ?rules ?because WHERE {{ {{ {which} }}
  ?i rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; gov:rule ?rules OPTIONAL {{ ?i gov:because ?because }}
}} ORDER BY (?p = rdf:type) ?p ?s ?o"""
_RULES = f"SELECT ?rule ?name WHERE {{ ?rule skos:inScheme {thing('scheme', 'rule')} ; skos:notation ?name }}"


@dataclass(frozen=True)
class Inferred:
    """An inferred statement, the rule by which it follows, and its premises for people to read."""

    subject: Value
    predicate: Value
    object: Value
    rule: Value
    premises: tuple[Premise, ...]


def inferred_from(engine: Engine, claim: str, lang: str) -> list[Inferred]:
    """What rests on a claim."""
    return _inferred(engine, f"?i gov:restsOn {NamedNode(claim)}", lang)


def inferred_of(engine: Engine, subject: str, lang: str) -> list[Inferred]:
    """What was inferred of a thing."""
    return _inferred(engine, f"?i rdf:subject {NamedNode(subject)}", lang)


def _inferred(engine: Engine, which: str, lang: str) -> list[Inferred]:
    rows = list(engine.select(_QUERY.format(which=which)))
    rules = _rules(engine) if rows else {}
    terms: set[Term] = {*(row[name] for row in rows for name in ("s", "o")), *rules.values()}
    names = names_of(engine, {row["p"].value for row in rows}, lang)
    shown = show(engine, terms, lang)
    told = premises(engine, [row["because"].value for row in rows if "because" in row], lang)
    return [
        Inferred(
            shown[row["s"]],
            names[row["p"].value],
            shown[row["o"]],
            shown[rules[last]] if (last := _last(row["rules"].value)) in rules else Value(row["rules"].value),
            told[row["because"].value] if "because" in row else (),
        )
        for row in rows
    ]


def _rules(engine: Engine) -> dict[str, Term]:
    """The rules by their short names."""
    return {row["name"].value: row["rule"] for row in engine.select(_RULES)}


def _last(rules: str) -> str:
    return rules.partition(" ←")[0]
