"""From schema to rules: every family of the tables, as rules on the facts known so far."""

from collections.abc import Iterator
from itertools import chain

from govkg.build.reason import (
    classes,
    datatype_rules,
    equality,
    keys,
    properties,
    property_clashes,
    restrictions,
    schema,
)
from govkg.build.reason.facts import Facts
from govkg.build.reason.rule import Rule
from govkg.build.reason.terms import Fact
from govkg.build.reason.vocabulary import SCHEMA_CLASSES, SCHEMA_PROPERTIES, TYPE

_BUILT_IN = (equality, classes, datatype_rules, schema)
_COMPILED = (equality, properties, property_clashes, keys, classes, restrictions, schema)


def built_in(facts: Facts) -> Iterator[Rule]:
    """The rules that need no schema."""
    return chain.from_iterable(family.built_in(facts) for family in _BUILT_IN)


def compiled(facts: Facts) -> Iterator[Rule]:
    """The rules of the schema as it is now. Some conclusions about the schema are drawn on the way."""
    return chain.from_iterable(family.compiled(facts) for family in _COMPILED)


def changes_schema(fresh: dict[int, list[Fact]]) -> bool:
    """Whether new facts, by property, can make new rules."""
    return not SCHEMA_PROPERTIES.isdisjoint(fresh) or any(fact[2] in SCHEMA_CLASSES for fact in fresh.get(TYPE, ()))
