"""The ways to look at an answer. A new one is a line in VIEWS, and a name in the headers of the questions it suits."""

from collections.abc import Mapping
from dataclasses import dataclass

from govkg.query.header import COUNT
from govkg.query.labels import Label
from govkg.query.run import Table
from govkg.server.address import OPTION, VIEW, Address
from govkg.server.charts.bars import BARS
from govkg.server.charts.cross_table import CROSS_TABLE
from govkg.server.charts.region_map import REGION_MAP
from govkg.server.charts.timeline import TIMELINE
from govkg.server.graphs.view import GRAPH
from govkg.server.language import page_language, text
from govkg.server.mistakes import Mistake, Nearest
from govkg.server.view import Settings, View

TABLE = "table"

VIEWS: dict[str, View] = {
    TABLE: View("view.table", "_rows.html"),
    "cross-table": CROSS_TABLE,
    "bars": BARS,
    "map": REGION_MAP,
    "timeline": TIMELINE,
    "graph": GRAPH,
}


@dataclass(frozen=True)
class Tab:
    """A link to a view of the answer at hand."""

    name: str
    url: str
    here: bool


@dataclass(frozen=True)
class Setting:
    """An option of the view at hand: its field in the form, and what can be chosen."""

    name: str
    label: str
    choices: tuple[tuple[str, str, bool], ...]


def offered_views(table: Table) -> dict[str, View]:
    """The views of the question that fit its answer, the usual one first, by their name in the address. The table always fits."""
    names = dict.fromkeys((*table.query.views, TABLE))
    return {name: VIEWS[name] for name in names if name in VIEWS and VIEWS[name].fits(table)}


def view_name(table: Table, address: Address) -> str:
    """The view that an address asks for; the question's usual one where it asks for none."""
    return address.first(VIEW) or next(iter(offered_views(table)))


def tabs(table: Table, address: Address) -> tuple[Tab, ...]:
    """Links to the views that fit; none where there is but the table."""
    offered, here = offered_views(table), view_name(table, address)
    usual = next(iter(offered))
    links = (
        Tab(text(v.key), str(_to(address, "" if name == usual else name)), name == here) for name, v in offered.items()
    )
    return tuple(links) if len(offered) > 1 else ()


def _to(address: Address, name: str) -> Address:
    """The address of a view, without the options of another."""
    return address.without(key for key, _ in address.pairs if key.startswith(OPTION)).set(VIEW, name)


def settings(table: Table, address: Address) -> dict[str, str]:
    """How the view at hand is set: as the address says, else as the question declares, else to the first word that is left."""
    name = view_name(table, address)
    found: dict[str, str] = {}
    for option, words in VIEWS[name].options(table).items():
        declared = table.query.options.get(name, {}).get(option, "")
        free = [word for word in words if word not in found.values()] or list(words)
        found[option] = address.first(OPTION + option) or (declared if declared in free else free[0])
    return found


def setting_fields(table: Table, address: Address, set_to: Settings) -> tuple[Setting, ...]:
    """The options of the view at hand as fields of a form; those that leave a choice."""
    options = VIEWS[view_name(table, address)].options(table)
    return tuple(
        Setting(OPTION + option, text(f"view.option.{option}"), _choices(table, words, set_to[option]))
        for option, words in options.items()
        if len(words) > 1
    )


def _choices(table: Table, words: tuple[str, ...], chosen: str) -> tuple[tuple[str, str, bool], ...]:
    return tuple((word, word_label(table, word), word == chosen) for word in words)


def word_label(table: Table, word: str) -> str:
    """What an option's word is called: a column's heading, or the number of rows."""
    if word == COUNT and all(column.name != COUNT for column in table.columns):
        return text("view.count")
    return next(column.labels[table.lang] for column in table.columns if column.name == word)


def wrong_view(table: Table, address: Address) -> list[Mistake]:
    """A view that the answer is not offered in, options that the view does not have, and words that an option does not take."""
    lang, asked, offered = page_language(), address.first(VIEW), offered_views(table)
    if asked and asked not in offered:
        near = tuple(Nearest(name, Label(text(view.key), lang)) for name, view in offered.items())
        return [Mistake(VIEW, VIEW, asked, "mistake.view", near)]
    options = offered[view_name(table, address)].options(table)
    given = {name: value.strip() for name, value in address.pairs if name.startswith(OPTION)}
    strays = [Mistake(name, name, name, "mistake.option") for name in given if name[len(OPTION) :] not in options]
    return strays or _wrong_words(table, given, options)


def _wrong_words(table: Table, given: Mapping[str, str], options: Mapping[str, tuple[str, ...]]) -> list[Mistake]:
    lang, found = page_language(), []
    for name, value in given.items():
        option = name[len(OPTION) :]
        if value not in options[option]:
            near = tuple(Nearest(word, Label(word_label(table, word), lang)) for word in options[option])
            found.append(Mistake(name, text(f"view.option.{option}"), value, "mistake.word", near))
    return found
