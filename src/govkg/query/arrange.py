"""The rows of an answer as a reader wants them: those that hold some words, of chosen values, in the order of a column."""

from dataclasses import dataclass, field, replace

from govkg.query.collate import key_of
from govkg.query.emptiness import filtered
from govkg.query.facets import Chosen, Facet, facets_of, kept
from govkg.query.run import Cell, Table
from govkg.query.words import folded


@dataclass(frozen=True)
class Wish:
    """What a reader asked for: a column to sort by, words to find, chosen values by column, and a mark that rows must bear."""

    sort: str = ""
    descending: bool = False
    words: str = ""
    chosen: Chosen = field(default_factory=dict)
    mark: str = ""

    def told(self, kept: int, total: int) -> tuple[tuple[str, str], ...]:
        """The wish as lines for a file: what was asked for, and how many rows are left of how many."""
        lines = [("filter", self.words)] if self.words else []
        lines += [(f"f.{name}", value) for name, values in self.chosen.items() for value in values]
        lines += [("mark", self.mark)] if self.mark else []
        lines += [("sort", f"{'-' if self.descending else ''}{self.sort}")] if self.sort else []
        return (*lines, ("rows", f"{kept} of {total}")) if lines else ()

    @property
    def narrows(self) -> bool:
        """Whether rows may be left out."""
        return bool(self.words or self.mark or any(self.chosen.values()))


@dataclass(frozen=True)
class Arranged:
    """The answer as wished, how many rows it had before, and its facets."""

    table: Table
    total: int
    facets: tuple[Facet, ...]


def arranged(table: Table, wish: Wish, marked: Table | None = None) -> Arranged:
    """The answer filtered, sorted and counted; a column that it does not have changes nothing. `marked` has the rows that bear the mark."""
    found = with_words(table if marked is None else marked, wish.words)
    rows = in_order(kept(found, wish.chosen), wish.sort, wish.descending)
    told = wish.told(len(rows.rows), len(table.rows))
    why = table.empty if rows.rows or not table.rows else filtered(table.lang, len(table.rows))
    return Arranged(replace(rows, arranged=told, empty=why), len(table.rows), facets_of(table, found, wish.chosen))


def with_words(table: Table, words: str) -> Table:
    """The rows that hold every one of the words in some column, whatever their case and diacritics."""
    wanted = folded(words).split()
    if not wanted:
        return table
    rows = tuple(row for row in table.rows if _holds(row, wanted))
    return replace(table, rows=rows)


def _holds(row: tuple[Cell, ...], wanted: list[str]) -> bool:
    text = folded(" ".join(cell.text for cell in row))
    return all(word in text for word in wanted)


def in_order(table: Table, sort: str, descending: bool = False) -> Table:
    """The rows by the values of a column, equal ones as they were; rows without a value stay, last in either direction."""
    index = next((at for at, column in enumerate(table.columns) if column.name == sort), None)
    if index is None:
        return table
    kind = table.columns[index].kind
    filled = [row for row in table.rows if row[index].text]
    filled.sort(key=lambda row: key_of(kind, row[index].text), reverse=descending)
    return replace(table, rows=(*filled, *(row for row in table.rows if not row[index].text)))
