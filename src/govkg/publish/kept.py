"""Answers over all of the data, asked once for the data served: counting a hundred thousand statements takes a second."""

from weakref import WeakKeyDictionary

from govkg.query.engine import Engine, Solution

_KEPT: "WeakKeyDictionary[Engine, dict[tuple[str, str], tuple[Solution, ...]]]" = WeakKeyDictionary()


def kept(engine: Engine, sparql: str) -> tuple[Solution, ...]:
    """The solutions of a SELECT query, kept for as long as the engine has this version of the data."""
    known = _KEPT.setdefault(engine, {})
    key = (engine.version, sparql)
    if key not in known:
        for old in [other for other in known if other[0] != engine.version]:
            del known[old]
        known[key] = tuple(engine.select(sparql))
    return known[key]
