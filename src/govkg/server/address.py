"""The address of an answer: the question's parameters, and how the answer is wished; the whole of it is the permalink."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from flask import request, url_for

from govkg.server.mistakes import Mistake

ENDPOINT, EMBED, PICTURE = (
    "query.query",
    "embed.embed",
    "picture.picture",
)  # where an answer is shown whole, alone, drawn
SORT, WORDS, VIEW, PAGE, COLUMN, MARK = "sort", "filter", "view", "page", "column", "mark"
FACET, OPTION = "f.", "v."  # before a column's name, before the name of an option of a view
RESERVED = (SORT, WORDS, VIEW, PAGE, COLUMN, MARK)  # no parameter of a query may be called so

Pairs = tuple[tuple[str, str], ...]


def is_wish(name: str) -> bool:
    """Whether a name of an address speaks of how the answer is shown, not of what is asked."""
    return name in RESERVED or name.startswith((FACET, OPTION))


@dataclass(frozen=True)
class Address:
    """Where an answer is: the endpoint, the question's id, and the pairs of names and values that are not empty."""

    endpoint: str
    query: str
    pairs: Pairs

    @classmethod
    def of_request(cls, endpoint: str, query: str) -> Self:
        """The address of the request at hand."""
        given = request.args.items(multi=True)
        return cls(endpoint, query, tuple((name, value) for name, value in given if value.strip()))

    @property
    def given(self) -> dict[str, str]:
        """The parameters of the question."""
        return {name: value for name, value in self.pairs if not is_wish(name)}

    def first(self, name: str) -> str:
        """The first value of a name, or an empty text."""
        return next((value.strip() for key, value in self.pairs if key == name), "")

    def every(self, name: str) -> tuple[str, ...]:
        """All values of a name, each once."""
        return tuple(dict.fromkeys(value.strip() for key, value in self.pairs if key == name))

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The chosen values by column."""
        names = dict.fromkeys(name for name, _ in self.pairs if name.startswith(FACET))
        return {name[len(FACET) :]: self.every(name) for name in names}

    def repeated(self) -> list[str]:
        """The names that are given more than once; only chosen values and columns may be."""
        names = [name for name, _ in self.pairs if name != COLUMN and not name.startswith(FACET)]
        return sorted({name for name in names if names.count(name) > 1})

    def set(self, name: str, value: str = "") -> Self:
        """This address with one value of a name, or without it; the page starts anew."""
        kept = tuple(pair for pair in self.pairs if pair[0] not in (name, PAGE))
        return type(self)(self.endpoint, self.query, (*kept, (name, value)) if value else kept)

    def toggled(self, name: str, value: str) -> Self:
        """This address with a chosen value added, or taken away where it is there."""
        kept = tuple(pair for pair in self.pairs if pair[0] != PAGE)
        without = tuple(pair for pair in kept if pair != (name, value))
        pairs = without if len(without) < len(kept) else (*kept, (name, value))
        return type(self)(self.endpoint, self.query, pairs)

    def without(self, names: Iterable[str]) -> Self:
        """This address without some names; the page starts anew."""
        gone = {*names, PAGE}
        return type(self)(self.endpoint, self.query, tuple(pair for pair in self.pairs if pair[0] not in gone))

    def unnarrowed(self) -> Self:
        """This address without words to find, a mark and chosen values."""
        return self.without([WORDS, MARK, *(name for name, _ in self.pairs if name.startswith(FACET))])

    def asking(self) -> Self:
        """This address with the question's parameters only."""
        return self.without([name for name, _ in self.pairs if is_wish(name)])

    @property
    def action(self) -> str:
        """Where a form that asks this question leads."""
        return url_for(self.endpoint, name=self.query)

    def mended(self, mistake: Mistake, value: str) -> Self:
        """This address with a right value instead of a wrong one; a wrong column to choose in is renamed."""
        if mistake.key == "mistake.facet":
            pairs = tuple((value if name == mistake.name else name, given) for name, given in self.pairs)
        else:
            wrong = (mistake.name, mistake.value)
            pairs = tuple((name, value if (name, given.strip()) == wrong else given) for name, given in self.pairs)
        return type(self)(self.endpoint, self.query, pairs)

    def at(self, endpoint: str) -> Self:
        """The same answer elsewhere."""
        return type(self)(endpoint, self.query, self.pairs)

    def hidden(self, *names: str) -> Pairs:
        """The pairs that a form must carry along when its own fields have these names."""
        return tuple(pair for pair in self.pairs if pair[0] not in (*names, PAGE))

    def hidden_wishes(self) -> Pairs:
        """The pairs that the form of the parameters must carry along."""
        return tuple(pair for pair in self.pairs if is_wish(pair[0]) and pair[0] != PAGE)

    def file(self, suffix: str) -> str:
        """The URL of this answer as a file."""
        return self._url(f"{self.query}.{suffix}", tuple(pair for pair in self.pairs if pair[0] != PAGE))

    def absolute(self, suffix: str = "") -> str:
        """The whole URL, with the host that the reader came by, of the answer or of its file."""
        return request.host_url.rstrip("/") + (self.file(suffix) if suffix else str(self))

    def __str__(self) -> str:
        return self._url(self.query, self.pairs)

    def _url(self, name: str, pairs: Pairs) -> str:
        """Names that readers type must not reach url_for, which has parameters of its own."""
        url = url_for(self.endpoint, name=name)
        return f"{url}?{urlencode(pairs, safe='/')}" if pairs else url
