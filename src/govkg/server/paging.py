"""Long lists a page at a time, with their whole length said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flask import request

from govkg.core.errors import UsageError

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
    """The page that the URL asks for. Raises UsageError when there is no such page."""
    asked, pages = request.args.get(NAME, "1") or "1", max(1, -(-len(items) // size))
    if not (asked.isascii() and asked.isdigit() and 1 <= int(asked[:9]) <= pages):
        raise UsageError(NAME, f"`{asked}` is no page of this list", f"1–{pages}")
    start = (int(asked) - 1) * size
    shown = items[start : start + size]
    return Page(shown, int(asked), pages, start + 1 if shown else 0, start + len(shown), len(items))
