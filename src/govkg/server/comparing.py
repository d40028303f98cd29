"""Regions side by side: what each saved question answers for each of them, row by row with its claims."""

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from govkg.core.names import ID
from govkg.query.catalogue import Catalogue, SavedQuery
from govkg.query.collate import text_key
from govkg.query.engine import Engine
from govkg.query.labels import Label, labels_of
from govkg.query.run import Table, run
from govkg.server.rows import Row, sheet

QUESTIONS = (
    "grant-deciders",
    "grant-preparers",
    "grant-model-status",
    "strategy-status",
    "hyte-holders",
    "ngo-cooperation-bodies",
)
TOLD = ("state", "matter", "body", "type", "role", "task", "decides", "date", "target_state", "target_date", "status")
MOST = 6  # so many regions fit side by side
_FACTS = """SELECT (COUNT(DISTINCT ?c) AS ?claims) (COUNT(DISTINCT ?d) AS ?documents) (COUNT(DISTINCT ?b) AS ?bodies) (COUNT(DISTINCT ?s) AS ?silent)
  WHERE {{ ?c gov:region {region} ; gov:document ?d ; gov:answer ?a OPTIONAL {{ ?c gov:body ?b }} OPTIONAL {{ ?c a gov:SilentClaim BIND(?c AS ?s) }} }}"""
_REGIONS = (
    "SELECT ?r (COUNT(DISTINCT ?d) AS ?n) WHERE { ?c gov:region ?r ; gov:document ?d ; gov:answer ?a } GROUP BY ?r"
)
FACTS = {
    "claims": "compare.claims",
    "silent": "compare.silent",
    "bodies": "compare.bodies",
    "documents": "compare.documents",
}


@dataclass(frozen=True)
class Region:
    """A region that documents speak of, and in how many."""

    iri: str
    slug: str
    label: Label
    documents: int


@dataclass(frozen=True)
class Said:
    """What a question answers for a region: rows, or none."""

    rows: tuple[Row, ...]
    region: str


@dataclass(frozen=True)
class Compared:
    """A question and its answers by region. `tells_silence` says that a region read for it has a row in any case."""

    query: SavedQuery
    tells_silence: bool
    cells: tuple[Said, ...]


def regions(engine: Engine, lang: str) -> list[Region]:
    """Every region that a claim speaks of, in the order of the alphabet."""
    counts = {row["r"].value: int(row["n"].value) for row in engine.select(_REGIONS) if "r" in row}
    labels = labels_of(engine, counts, lang)
    found = [Region(iri, iri[len(f"{ID}region/") :], labels[iri], counts[iri]) for iri in counts]
    return sorted(found, key=lambda region: text_key(region.label.text))


def facts(engine: Engine, chosen: Sequence[Region]) -> list[tuple[str, list[int]]]:
    """How many claims, silent ones among them, bodies and documents speak of each region, by the key of the words."""
    rows = [next(iter(engine.select(_FACTS.format(region=NamedNode(region.iri))))) for region in chosen]
    return [(key, [int(row[name].value) for row in rows]) for name, key in FACTS.items()]


def compared(engine: Engine, catalogue: Catalogue, chosen: Sequence[Region], lang: str) -> list[Compared]:
    """The questions that are asked of every region, with their answers."""
    queries = [catalogue.queries[name] for name in QUESTIONS if name in catalogue.queries]
    return [_compared(engine, query, chosen, lang) for query in queries]


def _compared(engine: Engine, query: SavedQuery, chosen: Sequence[Region], lang: str) -> Compared:
    tells = any(column.name == "answer" for column in query.columns)
    return Compared(query, tells, tuple(_said(engine, query, region, lang) for region in chosen))


def _said(engine: Engine, query: SavedQuery, region: Region, lang: str) -> Said:
    table = run(engine, query, {"region": region.slug}, lang)
    assert isinstance(table, Table)  # the questions above are tables
    return Said(told(engine, table), region.slug)


def told(engine: Engine, table: Table) -> tuple[Row, ...]:
    """The rows of an answer with those of their cells that tell something beside the quote."""
    rows = sheet(engine, table, table.rows)
    at = [index for index, column in enumerate(rows.columns) if column.name in TOLD]
    order = sorted(at, key=lambda index: TOLD.index(rows.columns[index].name))
    return tuple(
        Row(tuple(row.cells[index] for index in order if row.cells[index].values), row.claims, row.silence)
        for row in rows.rows
    )
