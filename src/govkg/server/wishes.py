"""How the reader wants the answer: the wish of an address, and what is wrong with it."""

from difflib import get_close_matches

from govkg.query.arrange import Wish
from govkg.query.catalogue import SavedQuery
from govkg.query.collate import text_key
from govkg.query.engine import Engine
from govkg.query.facets import NOTHING, named
from govkg.query.labels import Label
from govkg.query.run import Table, run
from govkg.server.address import COLUMN, FACET, MARK, SORT, WORDS, Address
from govkg.server.language import text
from govkg.server.marks import MARKS
from govkg.server.mistakes import Mistake, Nearest
from govkg.server.rows import claims_at


def wish_of(address: Address) -> Wish:
    """What the address asks for, right or wrong."""
    sort = address.first(SORT)
    return Wish(
        sort.removeprefix("-"), sort.startswith("-"), address.first(WORDS), address.chosen(), address.first(MARK)
    )


def wrong_wishes(table: Table, address: Address) -> list[Mistake]:
    """A column to sort by, to choose in or to show that the answer does not have, and a mark that there is not, or that its rows cannot bear since they name no claim."""
    wish, columns = wish_of(address), {column.name for column in table.columns}
    found = []
    if wish.sort and wish.sort not in columns:
        found.append(Mistake(SORT, SORT, address.first(SORT), "mistake.sort", _nearest_columns(table, wish.sort, "")))
    for name in wish.chosen.keys() - columns:
        found.append(Mistake(FACET + name, FACET + name, name, "mistake.facet", _nearest_columns(table, name, FACET)))
    for name in address.every(COLUMN):
        if name not in columns:
            found.append(Mistake(COLUMN, COLUMN, name, "mistake.column", _nearest_columns(table, name, "")))
    if wish.mark and wish.mark not in MARKS:
        known = tuple(Nearest(mark, Label(text(f"marked.{mark}"), table.lang)) for mark in MARKS)
        found.append(Mistake(MARK, MARK, wish.mark, "mistake.mark", known))
    elif wish.mark and not any(claims_at(table, row) for row in table.rows) and table.rows:
        found.append(Mistake(MARK, MARK, wish.mark, "mistake.mark-unsaid", ()))
    return found


def _nearest_columns(table: Table, asked: str, before: str) -> tuple[Nearest, ...]:
    """The columns most like a wrong one by name or heading; all of them when none is."""
    names = {text.casefold(): c.name for c in table.columns for text in (c.name, *c.labels.values())}
    close = {names[hit] for hit in get_close_matches(asked.casefold(), names, n=5, cutoff=0.5)}
    columns = [column for column in table.columns if not close or column.name in close]
    return tuple(Nearest(before + c.name, Label(c.labels[table.lang], table.lang)) for c in columns)


def wrong_values(engine: Engine, query: SavedQuery, table: Table, address: Address) -> list[Mistake]:
    """Chosen values that the question has in no answer of its own, with the nearest that it has."""
    missing = _missing(table, address)
    if missing and table.bound and isinstance(whole := run(engine, query, {}, table.lang), Table):
        missing = _missing(whole, address)  # a value that only these limits leave out is right, but has no row
    found = []
    for name, value in missing:
        known = _named(table, name)
        close = get_close_matches(value, known, n=5, cutoff=0.4) or sorted(known, key=lambda v: text_key(known[v]))[:8]
        label = next(column.labels[table.lang] for column in table.columns if column.name == name)
        near = tuple(Nearest(token, Label(known[token], "")) for token in close)
        found.append(Mistake(FACET + name, label, value, "mistake.value", near))
    return found


def _missing(table: Table, address: Address) -> list[tuple[str, str]]:
    columns = {column.name for column in table.columns}
    chosen = {name: values for name, values in address.chosen().items() if name in columns}
    return [(name, value) for name, values in chosen.items() for value in values if value not in _named(table, name)]


def _named(table: Table, name: str) -> dict[str, str]:
    index = next(at for at, column in enumerate(table.columns) if column.name == name)
    found: dict[str, str] = {}
    for row in table.rows:
        found |= {token: part.text for token, part in named(row[index])} or {NOTHING: "–"}
    return found
