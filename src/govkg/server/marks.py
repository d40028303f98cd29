"""What a reader must know of rows that are counted or drawn: which rest on a doubtful reading, and which on what is not settled.

Settled is what by its document is in force, adopted or done; all else is proposed, planned, prepared, an alternative or only mentioned.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from govkg.core.names import DEF
from govkg.query.engine import Engine
from govkg.query.run import Cell, Table
from govkg.server.facts import values_pattern
from govkg.server.rows import claims_at

DOUBT, UNSETTLED = "doubt", "unsettled"
MARKS = (DOUBT, UNSETTLED)
_FACTS = f"SELECT ?status WHERE {{ ?status <{DEF}countsAsFact> true }}"
_SAID = f"SELECT DISTINCT ?x ?of ?value WHERE {{{{ {{where}} VALUES ?of {{{{ <{DEF}doubt> <{DEF}status> }}}} ?x ?of ?value }}}}"


@dataclass(frozen=True)
class Marks:
    """Of some claims those that are doubtful, and the statuses of those that are not settled."""

    doubtful: frozenset[str] = frozenset()
    unsettled: dict[str, frozenset[str]] = field(default_factory=dict)

    def bear(self, mark: str, claims: Iterable[str]) -> bool:
        """Whether one of these claims bears a mark."""
        marked = self.doubtful if mark == DOUBT else self.unsettled.keys()
        return any(claim in marked for claim in claims)


def marks_of(engine: Engine, table: Table) -> Marks:
    """The marks of all claims that a table rests on."""
    claims = {iri for row in table.rows for iri in claims_at(table, row)}
    if not claims:
        return Marks()
    facts = {row["status"].value for row in engine.select(_FACTS)}
    doubtful, unsettled = set[str](), dict[str, frozenset[str]]()
    for row in engine.select(_SAID.format(where=values_pattern(claims))):
        claim, value = row["x"].value, row["value"].value
        if row["of"].value == f"{DEF}doubt":
            doubtful.add(claim)
        elif value not in facts:
            unsettled[claim] = unsettled.get(claim, frozenset()) | {value}
    return Marks(frozenset(doubtful), unsettled)


def with_mark(engine: Engine, table: Table, mark: str) -> Table:
    """The rows that bear a mark; the table as it is where none is wished."""
    if not mark:
        return table
    marks = marks_of(engine, table)
    return replace(table, rows=tuple(row for row in table.rows if _bears(marks, mark, table, row)))


def _bears(marks: Marks, mark: str, table: Table, row: tuple[Cell, ...]) -> bool:
    return marks.bear(mark, claims_at(table, row))
