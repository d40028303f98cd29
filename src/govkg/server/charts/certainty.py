"""How certain the numbers of a picture are: how many of the rows behind each bear a mark, and where those rows are."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import NamedNode

from govkg.server.address import MARK
from govkg.server.charts.values import Row, rows_url
from govkg.server.facts import Value, show
from govkg.server.marks import MARKS, Marks, marks_of
from govkg.server.rows import claims_at
from govkg.server.site import site
from govkg.server.view import Look


@dataclass(frozen=True)
class Tally:
    """How many bear a mark, and the address of their rows."""

    mark: str
    count: int
    url: str

    @property
    def key(self) -> str:
        """The key of the mark's name."""
        return f"marked.{self.mark}"


@dataclass(frozen=True)
class Certainty:
    """The marks of all rows that a view shows. Claims are counted where the view adds up numbers, else rows."""

    look: Look
    marks: Marks
    of_claims: bool

    @cached_property
    def total(self) -> int:
        """How many rows or claims there are."""
        return len(self._counted(self.look.table.rows))

    @cached_property
    def whole(self) -> tuple[Tally, ...]:
        """The marks of all of them."""
        return self._tallies(self.look.table.rows, {})

    def of(self, rows: Iterable[Row], chosen: Mapping[str, str]) -> tuple[Tally, ...]:
        """The marks of some rows; none that all rows of the view bear, since it is told above the view."""
        general = {tally.mark for tally in self.whole if tally.count == self.total}
        return tuple(tally for tally in self._tallies(rows, chosen) if tally.mark not in general)

    @cached_property
    def statuses(self) -> tuple[tuple[Value, int], ...]:
        """What is not settled, by status, the most frequent first."""
        counts = Counter(
            status
            for claims in self._counted(self.look.table.rows)
            for status in {each for claim in claims for each in self.marks.unsettled.get(claim, ())}
        )
        shown = show(site().engine, (NamedNode(iri) for iri in counts), self.look.lang)
        names = {term.value: value for term, value in shown.items()}
        return tuple((names[iri], count) for iri, count in counts.most_common())

    def _tallies(self, rows: Iterable[Row], chosen: Mapping[str, str]) -> tuple[Tally, ...]:
        counted = self._counted(rows)
        counts = {mark: sum(self.marks.bear(mark, claims) for claims in counted) for mark in MARKS}
        return tuple(
            Tally(mark, count, rows_url(self.look.address.set(MARK, mark), self.look.table, dict(chosen)))
            for mark, count in counts.items()
            if count
        )

    def _counted(self, rows: Iterable[Row]) -> list[tuple[str, ...]]:
        """The claims of each row, or each claim by itself."""
        each = [claims_at(self.look.table, row) for row in rows]
        return [(claim,) for claim in sorted({c for claims in each for c in claims})] if self.of_claims else each


def certainty(look: Look, *, of_claims: bool) -> Certainty:
    """The marks of what a view shows."""
    return Certainty(look, marks_of(site().engine, look.table), of_claims)
