"""The example that the tour of the site follows: a question, a row of its answer, and the claim under that row."""

from collections.abc import Iterator
from dataclasses import dataclass

from govkg.query.catalogue import Catalogue, SavedQuery
from govkg.query.engine import Engine
from govkg.query.facets import token_of
from govkg.query.run import Cell, Table, run
from govkg.server.address import ENDPOINT, Address
from govkg.server.claims import ClaimView, claims_named
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
    values = {cell.iri: cell for row in table.rows if len((cell := table.at(row, name)).iris) == 1}
    claims = claims_named(engine, [iri for row in table.rows for iri in claims_at(table, row)], table.lang)
    found = []
    for row in table.rows:
        value, said = table.at(row, name), [claims[iri] for iri in claims_at(table, row) if iri in claims]
        if value.iri in values and said and said[0].quotes and not said[0].silent:
            other = next((cell for iri, cell in values.items() if iri != value.iri), None)
            found.append(Example(table.query, name, value, other, said[0]))
    yield from sorted(found, key=lambda each: (each.claim.doubtful, len(each.claim.quotes)))  # the plainest first
