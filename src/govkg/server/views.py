"""The ways to look at an answer. A new one is a line in VIEWS: its words, whether it fits an answer, its template."""

from collections.abc import Callable
from dataclasses import dataclass

from govkg.query.labels import Label
from govkg.query.run import Table
from govkg.server.address import OPTION, VIEW, Address
from govkg.server.language import page_language, text
from govkg.server.mistakes import Mistake, Nearest

TABLE = "table"


@dataclass(frozen=True)
class View:
    """A way to look at an answer: the key of its name, its template, the options it has, and which answers it fits."""

    key: str
    template: str
    options: tuple[str, ...]
    fits: Callable[[Table], bool]


VIEWS: dict[str, View] = {TABLE: View("view.table", "_rows.html", (), lambda table: True)}


@dataclass(frozen=True)
class Tab:
    """A link to a view of the answer at hand."""

    name: str
    url: str
    here: bool


def fitting_views(table: Table) -> dict[str, View]:
    """The views that fit an answer, by their name in the address."""
    return {name: view for name, view in VIEWS.items() if view.fits(table)}


def view_of(address: Address) -> View:
    """The view that an address asks for; the table where it asks for none."""
    return VIEWS[address.first(VIEW) or TABLE]


def tabs(table: Table, address: Address) -> tuple[Tab, ...]:
    """Links to the views that fit; none where there is but the table."""
    here = address.first(VIEW) or TABLE
    fitting = fitting_views(table)
    links = (Tab(text(view.key), str(_to(address, name)), name == here) for name, view in fitting.items())
    return tuple(links) if len(fitting) > 1 else ()


def _to(address: Address, name: str) -> Address:
    """The address of a view, without the options of another."""
    bare = address.without(key for key, _ in address.pairs if key.startswith(OPTION))
    return bare.set(VIEW, "" if name == TABLE else name)


def wrong_view(table: Table, address: Address) -> list[Mistake]:
    """A view that does not fit the answer, and options that the view does not have."""
    lang, asked, fitting = page_language(), address.first(VIEW), fitting_views(table)
    if asked and asked not in fitting:
        near = tuple(Nearest(name, Label(text(view.key), lang)) for name, view in fitting.items())
        return [Mistake(VIEW, VIEW, asked, "mistake.view", near)]
    known = fitting[asked or TABLE].options
    strays = dict.fromkeys(name for name, _ in address.pairs if name.startswith(OPTION) and name not in known)
    return [Mistake(name, name, name, "mistake.option") for name in strays]
