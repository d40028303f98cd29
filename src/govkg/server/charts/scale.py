"""The scale of the timeline: years with much in them get more room, years with nothing are drawn together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from govkg.server.charts.spans import Span

EMPTY = 0.8  # the weight of a stretch of years with nothing in it
LEAST = 1.5  # of a year with something in it
ROOMY = 20.0  # per cent of the width that twelve months need


@dataclass(frozen=True)
class Stretch:
    """Years drawn as one: their place in per cent of the width. `empty` when nothing begins or ends in them."""

    first: int
    last: int
    left: float
    width: float
    empty: bool

    @property
    def months(self) -> tuple[tuple[int, float], ...]:
        """Where the months after the first begin, in a year that has the room for it."""
        if self.width < ROOMY:
            return ()
        days = date(self.first + 1, 1, 1).toordinal() - date(self.first, 1, 1).toordinal()
        begins = ((month, date(self.first, month, 1).timetuple().tm_yday - 1) for month in range(2, 13))
        return tuple((month, self.left + self.width * day / days) for month, day in begins)


@dataclass(frozen=True)
class Scale:
    """The stretches of years in their order."""

    stretches: tuple[Stretch, ...]

    def at(self, day: date) -> float:
        """The place of the beginning of a day in per cent of the width."""
        stretch = next(s for s in self.stretches if s.first <= day.year <= s.last)
        start, end = date(stretch.first, 1, 1).toordinal(), date(stretch.last + 1, 1, 1).toordinal()
        return stretch.left + stretch.width * (day.toordinal() - start) / (end - start)

    def after(self, day: date) -> float:
        """The place of the end of a day."""
        return (
            self.at(date.fromordinal(day.toordinal() + 1)) if (day.month, day.day) != (12, 31) else self._end(day.year)
        )

    def _end(self, year: int) -> float:
        stretch = next(s for s in self.stretches if s.first <= year <= s.last)
        return stretch.left + stretch.width * (year + 1 - stretch.first) / (stretch.last + 1 - stretch.first)


def scale_of(spans: Sequence[Span]) -> Scale:
    """The scale that these spans need."""
    counts = Counter(day.year for span in spans for day in {span.first, span.last})
    runs: list[tuple[int, int, float]] = []
    for year in range(min(counts), max(counts) + 1):
        if counts[year]:
            runs.append((year, year, LEAST + counts[year] ** 0.5))
        elif runs and not counts[runs[-1][0]]:
            runs[-1] = (runs[-1][0], year, EMPTY)
        else:
            runs.append((year, year, EMPTY))
    whole, left, made = sum(weight for _, _, weight in runs), 0.0, []
    for first, last, weight in runs:
        width = 100 * weight / whole
        made.append(Stretch(first, last, left, width, not counts[first]))
        left += width
    return Scale(tuple(made))
