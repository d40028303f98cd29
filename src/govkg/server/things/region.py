"""What each document tells of a region: bodies, tasks and claims, what it was read for, and where it is silent."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from govkg.core.names import graph
from govkg.query.engine import Engine, Solution
from govkg.query.labels import Label, labels_of
from govkg.server.documents import Document
from govkg.server.facts import Value
from govkg.server.graphs.nodes import kinds_of

_CLAIMS = """SELECT ?d (COUNT(DISTINCT ?c) AS ?claims) (COUNT(DISTINCT ?t) AS ?tasks) WHERE {{
  GRAPH {asserted} {{ ?c gov:region {region} ; gov:document ?d OPTIONAL {{ ?c gov:task ?t }} }} }} GROUP BY ?d"""
_BODIES = """SELECT DISTINCT ?d ?x ?y WHERE {{
  GRAPH {asserted} {{ ?c a gov:BodyClaim ; gov:region {region} ; gov:document ?d ; gov:body ?x OPTIONAL {{ ?c gov:status ?y }} }} }} ORDER BY ?d ?x ?y"""
_SILENT = """SELECT DISTINCT ?d ?x ?y ?line WHERE {{ GRAPH {asserted} {{ ?y a gov:SilentClaim ; gov:region {region} ; gov:document ?d ; gov:question ?x }}
  ?y gov:lineFrom ?line }} ORDER BY ?d ?x ?line ?y"""
_READ = "SELECT DISTINCT ?d ?x WHERE {{ ?r gov:readRegion {region} ; gov:readDocument ?d ; gov:readQuestion ?x }} ORDER BY ?d ?x"


@dataclass(frozen=True)
class Named:
    """A body with its type and what the document says of its being: in the rules, planned …"""

    body: Value
    type: Value | None
    statuses: tuple[Value, ...]


@dataclass(frozen=True)
class Silence:
    """A question that a document leaves open: the claims that say so, each with its line."""

    question: Value
    claims: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Telling:
    """A document and what it tells of the region; `read` are the questions that it was read for."""

    document: Document
    claims: int
    tasks: int
    bodies: tuple[Named, ...]
    read: tuple[Value, ...]
    silent: tuple[Silence, ...]


def tellings(engine: Engine, region: str, known: Mapping[str, Document], lang: str) -> list[Telling]:
    """What each document tells of the region, the oldest first."""
    counts = {row["d"].value: row for row in _ask(engine, _CLAIMS, region)}
    bodies, silent, read = (_by_document(_ask(engine, query, region)) for query in (_BODIES, _SILENT, _READ))
    types = kinds_of(engine, {row["x"].value for rows in bodies.values() for row in rows})
    rows = [row for found in (bodies, silent, read) for rows in found.values() for row in rows]
    things = {row[name].value for row in rows for name in ("x", "y") if name in row}
    labels = labels_of(engine, things | set(types.values()), lang)
    return [
        Telling(
            known[iri],
            int(counts[iri]["claims"].value),
            int(counts[iri]["tasks"].value),
            _named(bodies.get(iri, []), types, labels),
            tuple(_value(labels, row["x"].value) for row in read.get(iri, [])),
            _silences(silent.get(iri, []), labels),
        )
        for iri in known
        if iri in counts
    ]


def _ask(engine: Engine, query: str, region: str) -> list[Solution]:
    rows = engine.select(query.format(region=NamedNode(region), asserted=graph("asserted")))
    return [row for row in rows if "d" in row]


def _by_document(rows: Iterable[Solution]) -> dict[str, list[Solution]]:
    found: dict[str, list[Solution]] = defaultdict(list)
    for row in rows:
        found[row["d"].value].append(row)
    return found


def _named(rows: Iterable[Solution], types: Mapping[str, str], labels: Mapping[str, Label]) -> tuple[Named, ...]:
    statuses: dict[str, list[str]] = {}
    for row in rows:
        statuses.setdefault(row["x"].value, []).extend([row["y"].value] if "y" in row else [])
    found = (
        Named(
            _value(labels, body),
            _value(labels, types[body]) if body in types else None,
            tuple(_value(labels, status) for status in said),
        )
        for body, said in statuses.items()
    )
    return tuple(sorted(found, key=lambda named: (named.body.text.casefold(), named.body.iri)))


def _silences(rows: Iterable[Solution], labels: Mapping[str, Label]) -> tuple[Silence, ...]:
    claims: dict[str, list[tuple[str, int]]] = {}
    for row in rows:
        claims.setdefault(row["x"].value, []).append((row["y"].value, int(row["line"].value)))
    return tuple(Silence(_value(labels, question), tuple(places)) for question, places in claims.items())


def _value(labels: Mapping[str, Label], iri: str) -> Value:
    return Value(labels[iri].text, labels[iri].lang, iri)
