"""The region map: what the answer says of each region, by pattern and letter, or how many rows it has, by shade and number."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from govkg.query.facets import NOTHING
from govkg.query.header import COUNT
from govkg.query.run import Table
from govkg.server.charts.absence import REGION, places
from govkg.server.charts.certainty import Certainty, Tally, certainty
from govkg.server.charts.map_plan import Plan, Shape, plan
from govkg.server.charts.values import (
    Row,
    amount_of,
    by_frequency,
    distinct,
    groupable,
    heading,
    number_columns,
    rows_url,
    silence_of,
    summed_column,
    values_at,
)
from govkg.server.facts import Value
from govkg.server.site import site
from govkg.server.view import Look, Options, View
from govkg.server.words import number

PATTERNS = 9  # as many as a reader can tell apart
SHADES = 5
LETTERS = "ABCDEFGHI"
_SHORT = re.compile(r"\b(\w{1,3}) ")

Tokens = tuple[str, ...]


@dataclass(frozen=True)
class Kind:
    """What some regions have in common: its mark on the map, the name of its pattern or shade, and how many regions are so."""

    mark: str
    fill: str
    values: tuple[Value, ...]
    regions: int


@dataclass(frozen=True)
class Spot:
    """A region: what it is called, what holds of it (nothing when it has no row), its rows with address and marks, and its place on the map."""

    name: Value
    kind: Kind | None
    rows: int
    url: str
    absence: str
    shape: Shape | None
    marks: tuple[Tally, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """Its name in short lines: broken after hyphens and between words; a short word stays with the next."""
        return tuple(_SHORT.sub("\\1\N{NO-BREAK SPACE}", self.name.text).replace("-", "- ").split(" "))


@dataclass(frozen=True)
class RegionMap:
    """The map, what its marks mean, the regions in the order of their codes, whether it shows numbers, and how certain all is."""

    plan: Plan
    title: str
    kinds: tuple[Kind, ...]
    spots: tuple[Spot, ...]
    counts: bool
    certainty: Certainty

    @property
    def by_code(self) -> dict[str, Spot]:
        """The regions that are on the map."""
        return {spot.shape.code: spot for spot in self.spots if spot.shape}

    @property
    def starred(self) -> bool:
        """Whether some region has rows that are doubtful or not settled."""
        return any(spot.marks for spot in self.spots)


def _options(table: Table) -> Options:
    columns = groupable(table, 2, PATTERNS + 3, "thing", "things")
    shown = [name for name in columns if len(set(_said(table, name).values())) <= PATTERNS and name != REGION]
    return {"show": tuple(dict.fromkeys((*shown, COUNT, *number_columns(table))))}


def _fits(table: Table) -> bool:
    return any(c.name == REGION and c.kind == "thing" for c in table.columns) and REGION in groupable(
        table, 2, len(table.rows)
    )


def _make(look: Look) -> Mapping[str, object]:
    return {"map": region_map(look)}


def region_map(look: Look) -> RegionMap:
    """The map of the rows at hand, set as the reader or the question wishes."""
    show = look.settings["show"]
    summed = summed_column(look.whole, show)
    counts = bool(summed) or show == COUNT
    kinds = _shades(look.table, summed) if counts else _patterns(look.table, show)
    title = heading(look.table, show) if summed or not counts else ""
    shown = tuple(sorted(set(kinds.values()), key=lambda kind: kind.fill))
    certain = certainty(look, summed)
    return RegionMap(plan(), title, shown, _spots(look, kinds, certain), counts, certain)


def _rows(table: Table) -> dict[str, list[Row]]:
    """The rows of each region."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in table.rows:
        for token, _ in values_at(table, row, REGION):
            found[token].append(row)
    return found


def _said(table: Table, show: str) -> dict[str, Tokens]:
    """What the rows of each region say together: the tokens of their values, or of the answer where the document is silent."""
    return {
        region: tuple(sorted({token for row in rows for token in _tokens(table, row, show)}))
        for region, rows in _rows(table).items()
    }


def _tokens(table: Table, row: Row, show: str) -> Tokens:
    found = tuple(token for token, _ in values_at(table, row, show))
    silent = tuple(token for token, _ in values_at(table, row, "answer")) if silence_of(table, row) else ()
    return found or silent or (NOTHING,)


def _patterns(table: Table, show: str) -> dict[str, Kind]:
    """Region → what is said of it; the most frequent first. What exceeds the patterns shares the last one and its mark."""
    said = _said(table, show)
    names = {**distinct(table, "answer"), **by_frequency(table, show), NOTHING: Value("")}
    found: dict[Tokens, Kind] = {}
    for at, (tokens, count) in enumerate(Counter(said.values()).most_common()):
        place = min(at, PATTERNS - 1)
        values = tuple(names[token] for token in names if token in tokens)
        found[tokens] = Kind(LETTERS[place], f"pattern-{place + 1}", values, count)
    return {region: found[tokens] for region, tokens in said.items()}


def _shades(table: Table, summed: str) -> dict[str, Kind]:
    """Region → how many rows it has, or the sum of a column of numbers; the shade grows with the number."""
    amounts = {
        region: sum((amount_of(table, row, summed) for row in rows), Decimal()) for region, rows in _rows(table).items()
    }
    most, regions = max(amounts.values(), default=0), Counter(amounts.values())
    return {
        region: Kind(
            number(amount), f"shade-{max(1, ceil(amount * SHADES / most)) if most else 1}", (), regions[amount]
        )
        for region, amount in amounts.items()
    }


def _spots(look: Look, kinds: Mapping[str, Kind], certain: Certainty) -> tuple[Spot, ...]:
    table, shapes, rows = look.table, plan().shapes, _rows(look.table)
    heads = {p.token: (p.name, p.absence, shapes.get(p.code)) for p in places(site().engine, look.whole, _cut(look))}
    heads |= {token: (value, "", None) for token, value in distinct(table, REGION).items() if token not in heads}
    return tuple(
        Spot(
            name, kinds.get(token), len(rows.get(token, ())),
            rows_url(look.address, table, {REGION: token}) if token in rows else "", absence, shape,
            certain.of(rows.get(token, ()), {REGION: token}),
        )
        for token, (name, absence, shape) in heads.items()
    )  # fmt: skip


def _cut(look: Look) -> bool:
    return len(look.table.rows) < len(look.whole.rows)


REGION_MAP = View("view.map", "_view_map.html", "_picture_map.html", _fits, _options, _make)
