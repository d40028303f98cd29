"""The bar chart: how many rows each value of a column has, or the sum of a column of numbers."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate

from govkg.query.collate import key_of
from govkg.query.facets import NOTHING
from govkg.query.header import COUNT
from govkg.query.run import Table
from govkg.server.charts.certainty import Certainty, Tally, certainty
from govkg.server.charts.values import (
    Row,
    amount_of,
    groupable,
    heading,
    kind_of,
    number_columns,
    rows_url,
    silence_of,
    summed_column,
    values_at,
)
from govkg.server.facts import Value
from govkg.server.view import Look, Options, View

MANY = 60  # more bars than these say nothing at a glance
TALL, MARKS, GAP = 42, 18, 2  # pixels: a bar with its name, the line of its marks, and what lies between two bars


@dataclass(frozen=True)
class Bar:
    """A bar: its value, its length in per cent of the longest one, the address of its rows, their marks, and how far down it stands (pixels)."""

    name: Value
    amount: Decimal
    percent: float
    url: str
    silent: bool
    marks: tuple[Tally, ...]
    top: int = 0

    @property
    def height(self) -> int:
        """The pixels that it takes with its name and marks."""
        return TALL + (MARKS if self.marks else 0)


@dataclass(frozen=True)
class Bars:
    """The chart: what the bars are by, what they count (nothing for rows), whether a row may stand in several, how certain all are, its height in pixels."""

    by: str
    value: str
    bars: tuple[Bar, ...]
    shared: bool
    certainty: Certainty
    height: int


def _options(table: Table) -> Options:
    by = groupable(table, 2, MANY, "thing", "things", "mixed", "date")
    return {"by": by, "value": tuple(dict.fromkeys((COUNT, *number_columns(table))))}


def _fits(table: Table) -> bool:
    return bool(_options(table)["by"])


def _make(look: Look) -> Mapping[str, object]:
    return {"chart": bars(look)}


def bars(look: Look) -> Bars:
    """The chart of the rows at hand: the longest bar first, dates in their order, what has no value last."""
    table, by, value = look.table, look.settings["by"], look.settings["value"]
    summed = summed_column(look.whole, value)
    names, rows_of = dict[str, Value](), defaultdict[str, list[Row]](list)
    for row in table.rows:
        for token, name in _places(table, row, by):
            names.setdefault(token, name)
            rows_of[token].append(row)
    amounts = {
        token: sum((amount_of(table, row, summed) for row in rows), Decimal()) for token, rows in rows_of.items()
    }
    certain = certainty(look, summed)
    made = [
        Bar(
            name, amounts[token], _percent(amounts[token], max(amounts.values())),
            rows_url(look.address, table, _chosen(by, token)), token.startswith(_SILENT),
            certain.of(rows_of[token], _chosen(by, token)),
        )
        for token, name in names.items()
    ]  # fmt: skip
    dated = kind_of(table, by) == "date"
    made.sort(key=lambda bar: key_of("date", bar.name.text) if dated else (-bar.amount,))
    made.sort(key=lambda bar: bar.silent or not bar.name.text)
    shared = any(len(values_at(table, row, by)) > 1 for row in table.rows)
    tops = list(accumulate((bar.height + GAP for bar in made), initial=0))
    placed = tuple(replace(bar, top=top) for bar, top in zip(made, tops, strict=False))
    return Bars(heading(table, by), heading(table, summed) if summed else "", placed, shared, certain, tops[-1])


def _percent(amount: Decimal, longest: Decimal) -> float:
    return round(float(100 * amount / longest), 1) if longest else 0.0


_SILENT = "silent:"  # before the token of an answer's word, which stands for rows of a silent document


def _places(table: Table, row: Row, by: str) -> tuple[tuple[str, Value], ...]:
    """Where a row counts: at its values; where it has none, at the answer's word when the document is silent."""
    found = values_at(table, row, by)
    silence = silence_of(table, row)
    if found or silence is None:
        return found or ((NOTHING, Value("")),)
    return ((_SILENT + values_at(table, row, "answer")[0][0], silence),)


def _chosen(by: str, token: str) -> dict[str, str]:
    """The values that the rows of a bar have."""
    if token.startswith(_SILENT):
        return {by: NOTHING, "answer": token.removeprefix(_SILENT)}
    return {by: token}


BARS = View("view.bars", "_view_bars.html", "_picture_bars.html", _fits, _options, _make)
