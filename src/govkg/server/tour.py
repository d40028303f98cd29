"""The example that the tour of the site follows: a question, a row of its answer, and the claim under that row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govkg.query.catalogue import Catalogue, SavedQuery
from govkg.query.engine import Engine
from govkg.query.facets import token_of
from govkg.query.quotes import BETWEEN, quotes_of_claims
from govkg.query.run import Cell, Table, run
from govkg.server.address import ENDPOINT, Address
from govkg.server.claims import ClaimView, claims_named
from govkg.server.marks import marks_of
from govkg.server.rows import claims_at


@dataclass(frozen=True)
class Example:
    """A question, one of its parameters with a value that has an answer, and a claim of that answer. `other` is another value, to compare with."""

    query: SavedQuery
    parameter: str
    value: Cell
    other: Cell | None
    claim: ClaimView

    @property
    def asked(self) -> Address:
        """The whole answer."""
        return Address(ENDPOINT, self.query.id, ())

    @property
    def narrowed(self) -> Address:
        """The answer for the value."""
        return self.asked.set(self.parameter, token_of(self.value.iri))

    @property
    def pair(self) -> tuple[str, ...]:
        """What stands in an address for the values to compare."""
        return tuple(token_of(cell.iri) for cell in (self.value, self.other) if cell)


def example(engine: Engine, catalogue: Catalogue, lang: str) -> Example | None:
    """The first question of the catalogue that can be followed from its answer to a sentence; None where none can."""
    return next(_examples(engine, catalogue, lang), None)


def _examples(engine: Engine, catalogue: Catalogue, lang: str) -> Iterator[Example]:
    for query in catalogue.queries.values():
        columns = {column.name for column in query.columns}
        name = next((p.name for p in query.parameters if p.type == "thing" and p.name in columns), "")
        if name and query.evidence and isinstance(table := run(engine, query, {}, lang), Table):
            yield from _rows(engine, table, name)


def _rows(engine: Engine, table: Table, name: str) -> Iterator[Example]:
    """Examples from the rows with one value in a column, the plainest claim first; each claim is read when it is asked for."""
    values = {cell.iri: cell for row in table.rows if len((cell := table.at(row, name)).iris) == 1}
    told = ((table.at(row, name).iri, claims_at(table, row)) for row in table.rows)
    first = {claims[0]: iri for iri, claims in told if claims and iri in values}
    for iri in _plainest_first(engine, table, first):
        claim = claims_named(engine, [iri], table.lang).get(iri)
        if claim and claim.quotes and not claim.silent:
            other = next((cell for each, cell in values.items() if each != first[iri]), None)
            yield Example(table.query, name, values[first[iri]], other, claim)


def _plainest_first(engine: Engine, table: Table, claims: Iterable[str]) -> list[str]:
    """Claims without a doubt before others, those with the fewest quotes first; else in the order of the rows."""
    doubtful, quotes = marks_of(engine, table).doubtful, quotes_of_claims(engine, claims)
    told = [claim for claim in claims if claim in quotes]
    return sorted(told, key=lambda claim: (claim in doubtful, quotes[claim].text.count(BETWEEN)))
