"""A table's rows as the page shows them: cells with their words, and the claims that each row rests on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from govkg.core.names import ID, LANGS, split
from govkg.query.catalogue import Column
from govkg.query.engine import Engine
from govkg.query.outcome import SILENT
from govkg.query.run import Cell, Table
from govkg.server.claims import ClaimView, claims_named
from govkg.server.facts import Value
from govkg.server.premises import Proof, proofs_for_people

PROOF = ("quote", "claim", "standing", "because", "rules")  # shown in the row's evidence, not as columns
BECAUSE = "because"  # the proof of a row that follows from claims


@dataclass(frozen=True)
class Shown:
    """A cell: its kind and its values; no values where there is nothing to show."""

    kind: str
    values: tuple[Value, ...]
    silent: bool


@dataclass(frozen=True)
class Row:
    """A row: its cells and the claims under it. `silence` is the answer's word when the document is silent; `proof` tells why it was inferred."""

    cells: tuple[Shown, ...]
    claims: tuple[ClaimView, ...]
    silence: Value | None
    rule: Value | None = None
    proof: Proof | None = None


@dataclass(frozen=True)
class Sheet:
    """What the page shows of a table: columns with something in them, the names of those without, and the rows."""

    columns: tuple[Column, ...]
    left_out: tuple[Column, ...]
    rows: tuple[Row, ...]


def sheet(engine: Engine, table: Table, shown: Sequence[tuple[Cell, ...]]) -> Sheet:
    """The given rows of a table; which columns are shown depends on all of its rows."""
    at = [index for index, column in enumerate(table.columns) if not _elsewhere(table, index, column)]
    filled = [index for index in at if any(row[index].text for row in table.rows)]
    claims = claims_named(engine, [iri for row in shown for iri in claims_at(table, row)], table.lang)
    proofs = proofs_for_people(engine, (table.at(row, BECAUSE).text for row in shown), table.lang, claims)
    rows = tuple(_row(table, row, filled, claims, proofs) for row in shown)
    empty = tuple(table.columns[index] for index in at if index not in filled) if table.rows else ()
    return Sheet(tuple(table.columns[index] for index in (filled or at)), empty, rows)


def chosen_columns(found: Sheet, names: Sequence[str]) -> Sheet:
    """The sheet with the columns that a reader chose; all of them where none of these has anything in it."""
    at = [index for index, column in enumerate(found.columns) if column.name in names]
    if not at:
        return found
    rows = tuple(replace(row, cells=tuple(row.cells[index] for index in at)) for row in found.rows)
    return replace(found, columns=tuple(found.columns[index] for index in at), rows=rows)


def _elsewhere(table: Table, index: int, column: Column) -> bool:
    """Whether a column's values stand under each row (the proof, and the document when there is but one) or are said by another column."""
    if _in_other_language(table, column):
        return True
    if not any(claims_at(table, row) for row in table.rows):
        return False
    return column.name in PROOF or (column.name == "document" and len({row[index].text for row in table.rows}) == 1)


def _in_other_language(table: Table, column: Column) -> bool:
    """Whether a column beside says the same in the reader's language: of `doubt`, `doubt_sv` and `doubt_en`, one is shown."""
    base, _, lang = column.name.rpartition("_")
    names = {each.name for each in table.columns}
    if base in names and lang in LANGS:
        return lang != table.lang
    return f"{column.name}_{table.lang}" in names


def claims_at(table: Table, row: tuple[Cell, ...]) -> tuple[str, ...]:
    """The IRIs of the claims that a row rests on."""
    return table.at(row, table.query.evidence or "claim").iris


def documents_of(table: Table) -> set[str]:
    """The documents that an answer rests on."""
    return documents_behind(
        iri for row in table.rows for iri in (*table.at(row, "document").iris, *claims_at(table, row))
    )


def documents_behind(iris: Iterable[str]) -> set[str]:
    """The documents among these IRIs, and those whose claims are; a claim's slug starts with its document's."""
    kinds = [(iri, *(split(iri) or ("", ""))) for iri in iris]
    return {iri for iri, kind, _ in kinds if kind == "document"} | {
        f"{ID}document/{slug.partition('/')[0]}" for _, kind, slug in kinds if kind == "claim"
    }


def _row(
    table: Table,
    row: tuple[Cell, ...],
    filled: list[int],
    claims: Mapping[str, ClaimView],
    proofs: Mapping[str, Proof],
) -> Row:
    answer = table.at(row, "answer")
    silent = bool(SILENT.intersection(answer.iris))
    cells = tuple(Shown(table.columns[index].kind, cell_values(row[index]), silent) for index in filled)
    found = tuple(claims[iri] for iri in claims_at(table, row) if iri in claims)
    silence = Value(answer.text, answer.lang, answer.iri) if silent else None
    because, rule = table.at(row, BECAUSE).text, table.at(row, "rule")
    by = Value(rule.text, rule.lang, rule.iri) if because else None
    return Row(cells, found, silence, by, proofs.get(because))


def cell_values(cell: Cell) -> tuple[Value, ...]:
    """The values of a cell, each with its IRI when it is a thing."""
    return tuple(Value(part.text, part.lang, part.iri) for part in cell.parts)
