"""A question asked by an address: its answer, arranged as wished, or what is wrong with the address."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pyoxigraph import Triple

from govkg.query.arrange import Arranged, Wish, arranged
from govkg.query.catalogue import SavedQuery
from govkg.query.run import Cell, GraphAnswer, Table, run
from govkg.query.statements import as_table
from govkg.server.address import Address
from govkg.server.documents import nearest
from govkg.server.errors import MissingError, Way
from govkg.server.language import page_language
from govkg.server.marks import with_mark
from govkg.server.mistakes import Mistake, mistakes_in
from govkg.server.properties import names_of
from govkg.server.site import site
from govkg.server.views import wrong_view
from govkg.server.wishes import wish_of, wrong_values, wrong_wishes


class WrongAddressError(Exception):
    """An address that asks for what there is not. `mistakes` by name, `repeated` are names given twice."""

    def __init__(self, mistakes: Sequence[Mistake], repeated: Sequence[str] = ()) -> None:
        super().__init__(", ".join([*(mistake.name for mistake in mistakes), *repeated]))
        self.mistakes, self.repeated = list(mistakes), list(repeated)


@dataclass(frozen=True)
class Asked:
    """An answer: as the query gives it, as a whole table, and as wished."""

    address: Address
    answer: Table | GraphAnswer
    whole: Table
    wish: Wish
    arranged: Arranged

    @property
    def is_graph(self) -> bool:
        """Whether the rows are statements of a graph."""
        return isinstance(self.answer, GraphAnswer)

    def to_take(self) -> Table | GraphAnswer:
        """The answer as files have it: the rows as filtered and sorted, of a graph their statements."""
        if isinstance(self.answer, Table):
            return self.arranged.table
        of: dict[tuple[Cell, ...], list[Triple]] = defaultdict(list)
        for row, triple in zip(self.whole.rows, self.answer.triples, strict=True):
            of[row].append(triple)
        return replace(self.answer, triples=tuple(of[row].pop(0) for row in self.arranged.table.rows))


def question(query_id: str, endpoint: str) -> SavedQuery:
    """A saved question. Raises MissingError with the nearest, at the same endpoint."""
    known = site().catalogue.queries
    if query_id not in known:
        ways = [
            Way(str(Address(endpoint, near, ())), known[near].summary[page_language()])
            for near in nearest(query_id, list(known))
        ]
        raise MissingError("missing.query", query_id, ways)
    return known[query_id]


def ask(query: SavedQuery, address: Address) -> Asked:
    """The answer that an address asks for. Raises WrongAddressError telling everything that is wrong."""
    engine, lang = site().engine, page_language()
    mistakes, repeated = mistakes_in(engine, query, address.given, lang), address.repeated()
    if mistakes or repeated:
        raise WrongAddressError(list(mistakes.values()), repeated)
    answer = run(engine, query, address.given, lang)
    whole = answer if isinstance(answer, Table) else _statements(answer, lang)
    wrong = [*wrong_wishes(whole, address), *wrong_values(engine, query, whole, address), *wrong_view(whole, address)]
    if wrong:
        raise WrongAddressError(wrong)
    wish = wish_of(address)
    return Asked(address, answer, whole, wish, arranged(whole, wish, with_mark(engine, whole, wish.mark)))


def _statements(answer: GraphAnswer, lang: str) -> Table:
    """The statements of a graph as a table, with our names of the properties of common vocabularies."""
    table = as_table(site().engine, answer, lang)
    names = names_of(site().engine, {row[1].iri for row in table.rows}, lang)
    rows = tuple((s, replace(p, text=names[p.iri].text, lang=names[p.iri].lang), o) for s, p, o in table.rows)
    return replace(table, rows=rows)
