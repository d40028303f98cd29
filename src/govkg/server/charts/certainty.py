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
    """The marks of all rows that a view shows; of the claims behind the numbers of a column, where the view adds those up."""

    look: Look
    marks: Marks
    summed: str

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
        counted, asked = self._counted(rows), self.look.address.first(MARK)
        told = (asked,) if asked else MARKS  # an address holds one mark: the rows that bear both have none
        counts = {mark: sum(self.marks.bear(mark, claims) for claims in counted) for mark in told}
        return tuple(
            Tally(mark, count, rows_url(self.look.address.set(MARK, mark), self.look.table, dict(chosen)))
            for mark, count in counts.items()
            if count
        )

    def _counted(self, rows: Iterable[Row]) -> list[tuple[str, ...]]:
        """The claims of each row, or each claim that gives a number by itself."""
        table = self.look.table
        if not self.summed:
            return [claims_at(table, row) for row in rows]
        each = (claims_at(table, row) for row in rows if table.at(row, self.summed).text)
        return [(claim,) for claim in sorted({claim for claims in each for claim in claims})]

    @property
    def of_claims(self) -> bool:
        """Whether claims are counted, not rows."""
        return bool(self.summed)


def certainty(look: Look, summed: str) -> Certainty:
    """The marks of what a view shows; `summed` is the column whose numbers it adds up, or empty where it counts rows."""
    return Certainty(look, marks_of(site().engine, look.table), summed)
