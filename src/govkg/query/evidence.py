"""What each row of an answer rests on: quotes, document, status, standing and answer, whether or not the query shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from govkg.core.model import Term
from govkg.query.engine import Engine
from govkg.query.labels import Label, labels_of
from govkg.query.quotes import BETWEEN, CLAIM
from govkg.query.run import JOIN, Cell, Table

PARTS = ("quote", "document", "status", "standing", "answer")
_CHUNK = 500
_FACTS = """SELECT DISTINCT ?claim ?part ?value WHERE {{ VALUES ?claim {{ {claims} }}
  {{ ?claim gov:quote ?value BIND("quote" AS ?part) }} UNION {{ ?claim gov:document ?value BIND("document" AS ?part) }}
  UNION {{ ?claim gov:status ?value BIND("status" AS ?part) }} UNION {{ ?claim gov:answer ?value BIND("answer" AS ?part) }}
  UNION {{ ?claim gov:document/gov:standing ?value BIND("standing" AS ?part) }} }} ORDER BY ?claim ?part ?value"""
_Facts = dict[tuple[str, str], Cell]


@dataclass(frozen=True)
class Evidence:
    """What a row rests on. Empty texts: the row rests on no claim, or the claim does not say it."""

    quotes: tuple[str, ...]
    document: Cell
    status: str
    standing: str
    answer: str
    claims: tuple[str, ...]


def evidence_of(engine: Engine, table: Table) -> tuple[Evidence, ...]:
    """The evidence of each row: the row's own columns, and for a part that the query has no column of, its claims'."""
    columns = {column.name for column in table.columns}
    missing = [part for part in PARTS if part not in columns]
    facts = _facts(engine, {claim for row in table.rows for claim in _claims(row)}, table.lang) if missing else {}
    return tuple(_evidence(table, row, missing, facts) for row in table.rows)


def _claims(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(iri for cell in row for iri in cell.iris if iri.startswith(CLAIM)))


def _evidence(table: Table, row: tuple[Cell, ...], missing: list[str], facts: _Facts) -> Evidence:
    claims = _claims(row)

    def part(name: str) -> Cell:
        if name not in missing:
            return table.at(row, name)
        return _joined((facts[claim, name] for claim in claims if (claim, name) in facts), name)

    quotes = tuple(filter(None, part("quote").text.split(BETWEEN)))
    status, standing, answer = (part(name).text for name in ("status", "standing", "answer"))
    return Evidence(quotes, part("document"), status, standing, answer, claims)


def _joined(cells: Iterable[Cell], name: str) -> Cell:
    """The same part of several claims as one cell."""
    known = list(dict.fromkeys(cells))
    between = BETWEEN if name == "quote" else JOIN
    return Cell(between.join(cell.text for cell in known), "", tuple(iri for cell in known for iri in cell.iris))


def _facts(engine: Engine, claims: Iterable[str], lang: str) -> _Facts:
    """The parts of each claim, things by their labels."""
    found: dict[tuple[str, str], list[Term]] = {}
    wanted = sorted(claims)
    for at in range(0, len(wanted), _CHUNK):
        given = " ".join(str(NamedNode(claim)) for claim in wanted[at : at + _CHUNK])
        for row in engine.select(_FACTS.format(claims=given)):
            found.setdefault((row["claim"].value, row["part"].value), []).append(row["value"])
    things = {term.value for terms in found.values() for term in terms if isinstance(term, NamedNode)}
    labels = labels_of(engine, things, lang)
    return {key: _joined((_cell(term, labels) for term in terms), key[1]) for key, terms in found.items()}


def _cell(term: Term, labels: Mapping[str, Label]) -> Cell:
    return Cell(labels[term.value].text, "", (term.value,)) if isinstance(term, NamedNode) else Cell(term.value)
