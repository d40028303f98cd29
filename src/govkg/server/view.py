"""What a way to look at an answer is: which answers it fits, the options it has, and what it makes for its template."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from govkg.query.run import Table
from govkg.server.address import Address

Options = Mapping[
    str, tuple[str, ...]
]  # an option → the words it takes: names of columns, or `count`; the first where none is said
Settings = Mapping[str, str]  # an option → what it is set to


@dataclass(frozen=True)
class Look:
    """An answer to be looked at: all its rows, those that the reader wished, where it stands, and how the view is set."""

    whole: Table
    table: Table
    address: Address
    settings: Settings
    lang: str


@dataclass(frozen=True)
class View:
    """A way to look at an answer: the key of its name, its template, which answers it fits, and what it makes of one.

    `picture` is the template of its drawing, which can be taken as a file of its own.
    """

    key: str
    template: str
    picture: str = ""
    fits: Callable[[Table], bool] = lambda table: True
    options: Callable[[Table], Options] = lambda table: {}
    make: Callable[[Look], Mapping[str, object]] = lambda look: {}
