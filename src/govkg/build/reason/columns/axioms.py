"""Facts without premises: built-in names (tables 5 and 6) and the datatypes of literals (table 8)."""

from govkg.build.reason import datatype_rules
from govkg.build.reason import vocabulary as v
from govkg.build.reason.columns.arrays import column, distinct, first, pair, second
from govkg.build.reason.columns.literals import NUMBERS, Literals
from govkg.build.reason.columns.loop import Axioms
from govkg.build.reason.columns.store import Store


def axioms(literals: Literals, mentioned: list[int], inclusions: bool) -> Axioms:
    """As `datatype_rules.axioms`: a literal is given those datatypes only that the input speaks of."""
    wider = datatype_rules.inclusions(NUMBERS.start, mentioned) if inclusions else {}
    return [
        ("cls-thing", v.TYPE, pair(column([v.THING]), v.CLASS)),
        ("cls-nothing1", v.TYPE, pair(column([v.NOTHING]), v.CLASS)),
        ("prp-ap", v.TYPE, pair(column(v.ANNOTATIONS), v.ANNOTATION_PROPERTY)),
        ("dt-type1", v.TYPE, pair(column(NUMBERS), v.DATATYPE)),
        *(("dt-type2", v.TYPE, pair(literals.of_datatype(d), d)) for d in mentioned),
        *((rule, p, pair(column([s]), o)) for (s, p, o), rule in wider.items()),
    ]


def datatypes_mentioned(store: Store) -> list[int]:
    """The supported datatypes that stand as subject or object of what was asserted."""
    found: set[int] = {d for d in NUMBERS if len(store.members(d))}
    columns = [end(relation.rows) for relation in store.properties.values() for end in (first, second)]
    for ends in (*columns, *(relation.rows for relation in store.classes.values())):
        found.update(distinct(ends[(ends >= NUMBERS.start) & (ends < NUMBERS.stop)]))
    return sorted(found)
