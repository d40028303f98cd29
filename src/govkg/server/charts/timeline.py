"""The timeline: every dated row as a span as wide as its date is precise, in lanes so that none covers another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govkg.query.catalogue import Column
from govkg.query.run import Table
from govkg.server.charts.proof import Proof, doubts_of, proof_of
from govkg.server.charts.scale import Scale, scale_of
from govkg.server.charts.spans import Span, span_of
from govkg.server.charts.values import Row, cells, content_columns, heading, values_at
from govkg.server.facts import Value
from govkg.server.site import site
from govkg.server.view import Look, Options, View

LEAST = 3.2  # per cent of the width that the number in a mark needs
TOLD = 6  # so many other columns say what a date is of


@dataclass(frozen=True)
class Event:
    """A dated row: its number in the list, its date as written, its place on the line, what it is, and its proof."""

    number: int
    date: str
    left: float
    width: float
    lane: int
    exact: bool
    told: tuple[tuple[str, tuple[Value, ...]], ...]
    proof: Proof


@dataclass(frozen=True)
class Timeline:
    """The events in the order of time, the scale, the number of lanes, and how many rows have no date."""

    date: str
    events: tuple[Event, ...]
    scale: Scale
    lanes: int
    undated: int


def _date_columns(table: Table) -> tuple[str, ...]:
    dated = (c.name for c in table.columns if c.kind == "date")
    return tuple(name for name in dated if any(span_of(cell.text) for cell in cells(table, name)))


def _options(table: Table) -> Options:
    return {"date": _date_columns(table)}


def _fits(table: Table) -> bool:
    return bool(_date_columns(table))


def _make(look: Look) -> Mapping[str, object]:
    return {"line": timeline(look)}


def timeline(look: Look) -> Timeline | None:
    """The timeline of the rows at hand by one of their dates; None when none of them has it."""
    table, name = look.table, look.settings["date"]
    dated = [(span, row) for row in table.rows if (span := span_of(table.at(row, name).text))]
    if not dated:
        return None
    dated.sort(key=lambda pair: (pair[0].first, pair[0].last))
    scale = scale_of([span for span, _ in dated])
    doubts = doubts_of(site().engine, table, (row for _, row in dated))
    columns = [c for c in content_columns(table) if c.name != name and c.kind != "date"]
    lanes: list[float] = []
    events = []
    for number, (span, row) in enumerate(dated, 1):
        left, width = _place(scale, span)
        events.append(
            Event(
                number, table.at(row, name).text, left, width, _lane(lanes, left, width), span.days == 1,
                _told(table, row, columns), proof_of(table, row, doubts),
            )
        )  # fmt: skip
    return Timeline(heading(table, name), tuple(events), scale, len(lanes), len(table.rows) - len(dated))


def _told(table: Table, row: Row, columns: Sequence[Column]) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    """What a row says beside its date, column by column."""
    pairs = ((column.labels[table.lang], values_at(table, row, column.name)) for column in columns)
    return tuple((label, tuple(value for _, value in values)) for label, values in pairs if values)[:TOLD]


def _place(scale: Scale, span: Span) -> tuple[float, float]:
    """Left and width in per cent; what is too narrow for its number is widened about its start, within the line."""
    left = scale.at(span.first)
    width = max(scale.after(span.last) - left, LEAST)
    return round(min(left, 100 - width), 2), round(width, 2)


def _lane(lanes: list[float], left: float, width: float) -> int:
    """The first lane that is free at a place; a new one where none is."""
    free = next((at for at, end in enumerate(lanes) if end <= left), len(lanes))
    lanes[free : free + 1] = [left + width + 0.2]
    return free


TIMELINE = View("view.timeline", "_view_timeline.html", "_picture_timeline.html", _fits, _options, _make)
