"""Values that show what a query's parameters take: each has an answer in the data."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from govkg.core.literals import date_type
from govkg.publish.pick_list import answered, slug_of, things_in
from govkg.query.catalogue import Parameter, SavedQuery
from govkg.query.engine import Engine, Solution
from govkg.query.parameters import choices

_KEPT: "WeakKeyDictionary[Engine, dict[tuple[str, str], dict[str, str]]]" = WeakKeyDictionary()


def examples_of(engine: Engine, query: SavedQuery) -> dict[str, str]:
    """A value of each parameter that the query's own answer holds; none where it holds none. Kept for the version of the data."""
    known = _KEPT.setdefault(engine, {})
    key = (engine.version, query.sparql)
    if key not in known:
        rows = answered(engine, query, {}) if query.parameters else []
        found = {parameter.name: _found(engine, query, parameter, rows) for parameter in query.parameters}
        known[key] = {name: value for name, value in found.items() if value}
    return known[key]


def _found(engine: Engine, query: SavedQuery, parameter: Parameter, rows: Sequence[Solution]) -> str:
    if parameter.type == "boolean":
        return "true"
    if parameter.type == "date":
        return _middle_date(query, rows)
    possible = {choice.iri for choice in choices(engine, parameter)}
    return next((slug_of(iri) for iri in things_in(rows, parameter) if iri in possible), "")


def _middle_date(query: SavedQuery, rows: Sequence[Solution]) -> str:
    """A date with answers before and after it."""
    name = next((column.name for column in query.columns if column.kind == "date"), "")
    dates = sorted(row[name].value for row in rows if name in row and date_type(row[name].value))
    return dates[len(dates) // 2] if dates else ""
