"""The alternatives of the organisation charts side by side: the unit of each task, and the word for each step between them."""

from dataclasses import dataclass

from govkg.query.catalogue import SavedQuery
from govkg.query.engine import Engine
from govkg.query.run import Cell, Table, run
from govkg.server.claims import ClaimView, claims_named
from govkg.server.facts import Value
from govkg.server.rows import cell_values, claims_at

QUESTION = "alternative-differences"
ALTERNATIVES = ("ve1", "ve2", "ve3")
STEPS = {"ve2": "change_ve1_ve2", "ve3": "change_ve2_ve3"}


@dataclass(frozen=True)
class Unit:
    """A task's unit in an alternative. `change` is what became of it since the one before, `how` its slug (`moved` …)."""

    values: tuple[Value, ...]
    change: Value | None
    how: str


@dataclass(frozen=True)
class Difference:
    """A task with its units and the claims that say so."""

    task: tuple[Value, ...]
    units: tuple[Unit, ...]
    change: Value | None
    how: str
    claims: tuple[ClaimView, ...]


def differences(engine: Engine, query: SavedQuery, lang: str) -> list[Difference]:
    """Every task of the charts in the order of the question."""
    table = run(engine, query, {}, lang)
    assert isinstance(table, Table)  # the question is a table
    claims = claims_named(engine, [iri for row in table.rows for iri in claims_at(table, row)], lang)
    return [_difference(table, row, claims) for row in table.rows]


def _difference(table: Table, row: tuple[Cell, ...], claims: dict[str, ClaimView]) -> Difference:
    units = tuple(
        Unit(cell_values(table.at(row, name)), *_change(table.at(row, STEPS.get(name, "")))) for name in ALTERNATIVES
    )
    found = tuple(claims[iri] for iri in claims_at(table, row) if iri in claims)
    return Difference(cell_values(table.at(row, "task")), units, *_change(table.at(row, "change")), found)


def _change(cell: Cell) -> tuple[Value | None, str]:
    return (Value(cell.text, cell.lang, cell.iri), cell.iri.rpartition("/")[2]) if cell.text else (None, "")
