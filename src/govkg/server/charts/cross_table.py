"""The cross-table: one column of an answer down, another across, and in the cells what a third says. What is absent is said."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from govkg.query.facets import NOTHING
from govkg.query.header import COUNT
from govkg.query.run import Table
from govkg.server.charts.absence import REGION, UNSAID, asks_for_some, places
from govkg.server.charts.certainty import Certainty, Tally, certainty
from govkg.server.charts.proof import Doubts, Proof, doubts_of, proof_of
from govkg.server.charts.values import (
    Row,
    by_frequency,
    content_columns,
    distinct,
    groupable,
    has_column,
    heading,
    rows_url,
    silence_of,
    values_at,
)
from govkg.server.facts import Value
from govkg.server.site import site
from govkg.server.view import Look, Options, View

LONG, WIDE = 250, 40  # a table with more rows or columns than these is no overview


@dataclass(frozen=True)
class Entry:
    """A row in a cell: its values, or the answer's word where the document is silent, and its proof."""

    values: tuple[Value, ...]
    silence: Value | None
    proof: Proof


@dataclass(frozen=True)
class Crossing:
    """A cell: its entries and the address of its rows; `absence` names the words that say why there is none.

    `span` counts columns; `marks` are told where no entry opens its proof.
    """

    entries: tuple[Entry, ...] = ()
    url: str = ""
    absence: str = ""
    span: int = 1
    marks: tuple[Tally, ...] = ()


@dataclass(frozen=True)
class Line:
    """A row of the cross-table."""

    head: Value
    cells: tuple[Crossing, ...]


@dataclass(frozen=True)
class CrossTable:
    """The whole: the headings of what stands down, across and in the cells, the heads across, the lines, and how certain numbers are."""

    rows: str
    columns: str
    cell: str
    heads: tuple[Value, ...]
    lines: tuple[Line, ...]
    counts: bool
    certainty: Certainty | None

    @property
    def lead(self) -> str:
        """The key of the words that say what a cell does: it leads to a number of rows, opens its quotes, or leads to rows without any."""
        entries = (entry for line in self.lines for cell in line.cells for entry in cell.entries)
        if self.counts:
            return "cross.lead-counts"
        return "cross.lead" if any(entry.proof.quotes for entry in entries) else "cross.lead-plain"


def _options(table: Table) -> Options:
    down = groupable(table, 1, LONG, "thing", "things", "mixed", "date", "number")
    across = groupable(table, 2, WIDE)
    inside = (*(column.name for column in content_columns(table)), COUNT)
    return {"rows": down, "columns": tuple(sorted(across, key=lambda name: name == REGION)), "cell": inside}


def _fits(table: Table) -> bool:
    options = _options(table)
    return bool(options["rows"]) and bool(set(options["columns"]) - {options["rows"][0]})


def _make(look: Look) -> Mapping[str, object]:
    return {"cross": cross_table(look)}


def cross_table(look: Look) -> CrossTable:
    """The cross-table of the rows at hand, set as the reader or the question wishes."""
    table, down, across, inside = look.table, *(look.settings[name] for name in ("rows", "columns", "cell"))
    grid = _grid(table, down, across)
    whole_line = {token for token, cells in grid.items() if _silent_line(table, cells)}
    heads = by_frequency(table, across)
    if any(NOTHING in cells for token, cells in grid.items() if token not in whole_line):
        heads[NOTHING] = Value("")
    doubts = {} if inside == COUNT else doubts_of(site().engine, table, table.rows)
    certain = certainty(look, COUNT if has_column(table, COUNT) else "") if inside == COUNT else None
    maker = _Maker(look, doubts, tuple(heads), certain)
    lines = tuple(
        maker.line(token, value, grid.get(token, {}), token in whole_line, why)
        for token, (value, why) in _line_heads(look, grid).items()
    )
    cell = "" if inside == COUNT and not has_column(table, COUNT) else heading(table, inside)
    return CrossTable(
        heading(table, down), heading(table, across), cell, tuple(heads.values()), lines, inside == COUNT and not cell,
        certain,
    )  # fmt: skip


Grid = dict[str, dict[str, list[Row]]]


def _grid(table: Table, down: str, across: str) -> Grid:
    """Row value → column value → rows of the answer."""
    grid: Grid = defaultdict(lambda: defaultdict(list))
    for row in table.rows:
        for token, _ in values_at(table, row, down) or ((NOTHING, None),):
            for column, _ in values_at(table, row, across) or ((NOTHING, None),):
                grid[token][column].append(row)
    return grid


def _silent_line(table: Table, cells: Mapping[str, list[Row]]) -> bool:
    """Whether all that is known of a line is that the documents are silent: it holds of every column then."""
    return set(cells) == {NOTHING} and all(silence_of(table, row) for row in cells[NOTHING])


def _line_heads(look: Look, grid: Grid) -> dict[str, tuple[Value, str]]:
    """The heads of the lines with the words for a line without rows: of regions all, of other things those that the answer has."""
    down = look.settings["rows"]
    known = {token: (value, UNSAID) for token, value in distinct(look.table, down).items()}
    if NOTHING in grid:
        known[NOTHING] = (Value(""), UNSAID)
    if down != REGION:
        return known
    every = places(site().engine, look.whole, len(look.table.rows) < len(look.whole.rows))
    some = asks_for_some(look.whole, look.address)
    found = {place.token: (place.name, place.absence) for place in every if not some or place.token in known}
    return {**found, **{token: head for token, head in known.items() if token not in found}}


@dataclass(frozen=True)
class _Maker:
    """What all lines of a cross-table have in common."""

    look: Look
    doubts: Doubts
    columns: tuple[str, ...]
    certain: Certainty | None

    def line(self, token: str, head: Value, cells: Mapping[str, list[Row]], whole: bool, why: str) -> Line:
        """A line; one without rows, or with nothing but silence, has one cell across all columns."""
        if not cells:
            return Line(head, (Crossing(absence=why, span=len(self.columns)),))
        if whole:
            return Line(head, (self.cell(token, "", cells[NOTHING], len(self.columns)),))
        return Line(head, tuple(self.cell(token, column, cells.get(column, [])) for column in self.columns))

    def cell(self, token: str, column: str, rows: list[Row], span: int = 1) -> Crossing:
        """A cell of the rows that meet there."""
        if not rows:
            return Crossing(absence="absent.cell")
        settings, table = self.look.settings, self.look.table
        chosen = {settings["rows"]: token} | ({settings["columns"]: column} if column else {})
        entries = tuple(self._entry(row) for row in rows)
        marks = self.certain.of(rows, chosen) if self.certain else ()
        return Crossing(entries, rows_url(self.look.address, table, chosen), span=span, marks=marks)

    def _entry(self, row: Row) -> Entry:
        table, inside = self.look.table, self.look.settings["cell"]
        values, silence = tuple(value for _, value in values_at(table, row, inside)), silence_of(table, row)
        proof = proof_of(table, row, self.doubts)
        if self.certain and not silence:
            proof = replace(proof, quotes=())  # a number leads to its rows, which have them
        return Entry(values, silence, proof)


CROSS_TABLE = View("view.cross-table", "_view_cross-table.html", "", _fits, _options, _make)
