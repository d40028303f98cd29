"""What follows that no document says: inferred statements with their rule."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from govkg.query.engine import Engine
from govkg.server.facts import Value, show
from govkg.server.premises import Proof, proofs_for_people
from govkg.server.properties import names_of
from govkg.server.rules import rule_of, rules

_QUERY = """SELECT DISTINCT ?s ?p ?o ?rules ?because WHERE {{ {{ {which} }}
  ?i rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; gov:rule ?rules OPTIONAL {{ ?i gov:because ?because }}
}} ORDER BY (?p = rdf:type) ?p ?s ?o"""


@dataclass(frozen=True)
class Inferred:
    """An inferred statement, the rule by which it follows, and its proof for people."""

    subject: Value
    predicate: Value
    object: Value
    rule: Value
    proof: Proof | None


def inferred_from(engine: Engine, claim: str, lang: str) -> list[Inferred]:
    """What rests on a claim."""
    return _inferred(engine, f"?i gov:restsOn {NamedNode(claim)}", lang)


def inferred_of(engine: Engine, subject: str, lang: str) -> list[Inferred]:
    """What was inferred of a thing."""
    return _inferred(engine, f"?i rdf:subject {NamedNode(subject)}", lang)


def _inferred(engine: Engine, which: str, lang: str) -> list[Inferred]:
    rows = list(engine.select(_QUERY.format(which=which)))
    known = rules(engine, lang) if rows else {}
    names = names_of(engine, {row["p"].value for row in rows}, lang)
    shown = show(engine, {row[name] for row in rows for name in ("s", "o")}, lang)
    because = [row["because"].value if "because" in row else "" for row in rows]
    proofs = proofs_for_people(engine, because, lang)
    return [
        Inferred(
            shown[row["s"]],
            names[row["p"].value],
            shown[row["o"]],
            rule_of(row["rules"].value, known),
            proofs.get(why),
        )
        for row, why in zip(rows, because, strict=True)
    ]
