"""Long lists a page at a time, with their whole length said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flask import request

from govkg.server.errors import Way, WrongError
from govkg.server.links import with_query

Item = TypeVar("Item")
SIZE = 100
NAME = "page"


@dataclass(frozen=True)
class Page(Generic[Item]):
    """A stretch of a list: items `first` to `last` of `total`, counted from 1."""

    items: Sequence[Item]
    number: int
    pages: int
    first: int
    last: int
    total: int


def page_of(items: Sequence[Item], size: int = SIZE) -> Page[Item]:
    """The page that the URL asks for. Raises WrongError when there is no such page."""
    asked, pages = request.args.get(NAME, "1") or "1", max(1, -(-len(items) // size))
    if not (asked.isascii() and asked.isdigit() and 1 <= int(asked[:9]) <= pages):
        ways = [Way(with_query(request.path, {**request.args, NAME: str(n)}), str(n)) for n in sorted({1, pages})]
        raise WrongError("page.none", asked, ways)
    start = (int(asked) - 1) * size
    shown = items[start : start + size]
    return Page(shown, int(asked), pages, start + 1 if shown else 0, start + len(shown), len(items))
