"""What a page shows of how an answer is arranged: heads that sort, facets to choose from, chips to take a choice away."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from govkg.query.catalogue import Column
from govkg.query.facets import NOTHING, Facet, FacetValue
from govkg.server.address import FACET, MARK, SORT, WORDS, Address
from govkg.server.asking import Asked
from govkg.server.language import text


@dataclass(frozen=True)
class Head:
    """A column's head: where a click leads, and how the column is sorted now (`ascending`, `descending` or nothing)."""

    column: Column
    url: str
    sorted: str
    next: str


@dataclass(frozen=True)
class Choice:
    """A value that can be chosen or taken away: where a click leads. `which` tells values of the same name apart."""

    text: str
    lang: str
    url: str
    count: int
    chosen: bool
    which: str = ""


@dataclass(frozen=True)
class Choices:
    """A column with its choices, and how many of them are chosen."""

    column: Column
    values: tuple[Choice, ...]

    @property
    def chosen(self) -> int:
        """How many values are chosen."""
        return sum(value.chosen for value in self.values)


@dataclass(frozen=True)
class Chip:
    """Something that narrows the answer, and the address without it."""

    name: str
    text: str
    lang: str
    url: str


def heads(asked: Asked, columns: Sequence[Column]) -> tuple[Head, ...]:
    """The heads of the shown columns: a click sorts up, then down, then as the question has it."""
    return tuple(_head(asked, column) for column in columns)


def _head(asked: Asked, column: Column) -> Head:
    wish = asked.wish
    state = "" if wish.sort != column.name else "descending" if wish.descending else "ascending"
    then = {"": column.name, "ascending": f"-{column.name}", "descending": ""}[state]
    after = {"": "sort.up", "ascending": "sort.down", "descending": "sort.none"}[state]
    return Head(column, str(asked.address.set(SORT, then)), state, text(after))


def choices(asked: Asked) -> tuple[Choices, ...]:
    """The facets of the answer."""
    return tuple(_choices(asked.address, facet) for facet in asked.arranged.facets)


def _choices(address: Address, facet: Facet) -> Choices:
    name, texts = FACET + facet.column.name, Counter(value.text for value in facet.values)
    values = tuple(
        Choice(
            *_named(value), str(address.toggled(name, value.token)), value.count, value.chosen,
            value.token if texts[value.text] > 1 else "",
        )
        for value in facet.values
        if value.count or value.chosen
    )  # fmt: skip
    return Choices(facet.column, values)


def _named(value: FacetValue) -> tuple[str, str]:
    return (text("facet.nothing"), "") if value.token == NOTHING else (value.text, value.lang)


def chips(asked: Asked) -> tuple[Chip, ...]:
    """Everything that narrows the answer, each to be taken away."""
    lang, address = asked.whole.lang, asked.address
    found = []
    if asked.wish.words:
        found.append(Chip(text("filter.label"), asked.wish.words, "", str(address.set(WORDS))))
    if asked.wish.mark:
        found.append(Chip(text("mark.chip"), text(f"marked.{asked.wish.mark}"), "", str(address.set(MARK))))
    for facet in asked.arranged.facets:
        name = facet.column.name
        found += [
            Chip(facet.column.labels[lang], *_named(value), str(address.toggled(FACET + name, value.token)))
            for value in facet.values
            if value.chosen
        ]
    return tuple(found)
