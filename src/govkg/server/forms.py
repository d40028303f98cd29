"""A query's parameters as a form: pick lists with labels from the data, dates and check boxes, keeping what was typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from govkg.core.errors import UsageError
from govkg.core.model import Term
from govkg.core.names import ID
from govkg.query.catalogue import Parameter, SavedQuery
from govkg.query.engine import Engine
from govkg.query.labels import Label, labels_of
from govkg.query.parameters import bind, bound_text, choices
from govkg.query.run import JOIN
from govkg.server.distinct import told_apart
from govkg.server.mistakes import Mistake
from govkg.server.site import Site, site

MANY = 50  # a pick list of more is no list of links
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Option:
    """A thing that can be picked. `value` stands in the URL."""

    value: str
    label: Label
    chosen: bool


@dataclass(frozen=True)
class Field:
    """A field of the form: what was typed, what can be picked, and what is wrong with it.

    `is_short`: the whole pick list can stand as links where there is no form.
    """

    parameter: Parameter
    label: str
    value: str
    options: tuple[Option, ...]
    mistake: Mistake | None
    help: str = ""
    is_short: bool = False

    @property
    def control(self) -> str:
        """The control that shows what was typed: a date field cannot hold a month or a year, so that these stay text."""
        if self.parameter.type == "date":
            return "date" if not self.value or _DAY.fullmatch(self.value) else "text"
        return {"thing": "select", "boolean": "checkbox"}[self.parameter.type]

    @property
    def checked(self) -> bool:
        """Whether the box is ticked."""
        return self.value.strip().lower() in ("true", "1", "yes", "on")

    @property
    def stray(self) -> bool:
        """Whether the pick list lacks what was typed, so that it must be shown beside it."""
        return self.control == "select" and bool(self.value) and not any(option.chosen for option in self.options)


def fields(
    here: Site, query: SavedQuery, given: Mapping[str, str], mistakes: Mapping[str, Mistake], lang: str
) -> list[Field]:
    """The form of a query with what was given, right or wrong."""
    bound = _bound(here.engine, query, given)
    return [
        Field(p, p.labels[lang], given.get(p.name, ""), _options(here, query, p, bound, lang) if p.type == "thing" else (), mistakes.get(p.name), _help(query, p, lang), is_short(here, query, p))
        for p in query.parameters
    ]  # fmt: skip


def is_short(here: Site, query: SavedQuery, parameter: Parameter) -> bool:
    """Whether a parameter has a pick list that can stand as links."""
    return parameter.type == "thing" and 0 < len(_picks(here, query, parameter, {})) <= MANY


def is_pick(here: Site, query: SavedQuery, name: str, value: str) -> bool:
    """Whether a value of a column stands in the pick list of a parameter that binds this very column."""
    parameter = query.parameter(name)
    if parameter is None or parameter.type != "thing" or parameter.variable != name:
        return False
    return f"{ID}{parameter.of}/{value}" in _picks(here, query, parameter, {})


def _help(query: SavedQuery, parameter: Parameter, lang: str) -> str:
    """What a parameter means, and which other one narrows its list."""
    other = query.parameter(parameter.depends) if parameter.depends else None
    narrowed = site().strings.get(lang, "form.depends", name=other.labels[lang]) if other else ""
    return f"{parameter.help.get(lang, '')} {narrowed}".strip()


def _bound(engine: Engine, query: SavedQuery, given: Mapping[str, str]) -> dict[str, Term]:
    """The terms of those values that are right."""
    found: dict[str, Term] = {}
    for name, value in given.items():
        try:
            found |= bind(engine, query, {name: value})
        except UsageError:
            continue
    return found


def _options(
    site: Site, query: SavedQuery, parameter: Parameter, bound: Mapping[str, Term], lang: str
) -> tuple[Option, ...]:
    chosen = bound[parameter.name].value if parameter.name in bound else ""
    iris = {*_picks(site, query, parameter, bound), *({chosen} if chosen else ())}
    labels = told_apart(site.engine, labels_of(site.engine, iris, lang), lang)
    order = sorted(iris, key=lambda iri: (labels[iri].text.casefold(), iri))
    return tuple(Option(iri[len(ID) :].partition("/")[2], labels[iri], iri == chosen) for iri in order)


def _picks(site: Site, query: SavedQuery, parameter: Parameter, bound: Mapping[str, Term]) -> tuple[str, ...]:
    """What a parameter can usefully be: its values in the query's own answer, narrowed by the parameter it depends on."""
    narrowing = {parameter.depends: bound[parameter.depends]} if parameter.depends in bound else {}
    key = (site.engine.version, query.id, parameter.name, *(str(term) for term in narrowing.values()))
    if key not in site.picks:
        found = _answered(site.engine, query, parameter, narrowing)
        site.picks[key] = tuple(sorted(found or {choice.iri for choice in choices(site.engine, parameter)}))
    return site.picks[key]


def _answered(engine: Engine, query: SavedQuery, parameter: Parameter, narrowing: Mapping[str, Term]) -> set[str]:
    if query.form != "SELECT":
        return set()
    start = f"{ID}{parameter.of}/"
    terms = (row[parameter.name].value for row in engine.select(bound_text(query, narrowing)) if parameter.name in row)
    return {part for term in terms for part in term.split(JOIN) if part.startswith(start)}
