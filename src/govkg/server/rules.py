"""The rules of reasoning by their names in the reader's language."""

from collections.abc import Mapping

from govkg.core.names import thing
from govkg.query.engine import Engine
from govkg.server.facts import Value, show

_RULES = f"SELECT ?rule ?name WHERE {{ ?rule skos:inScheme {thing('scheme', 'rule')} ; skos:notation ?name }}"


def rules(engine: Engine, lang: str) -> dict[str, Value]:
    """Each rule by its short name."""
    found = {row["name"].value: row["rule"] for row in engine.select(_RULES)}
    shown = show(engine, found.values(), lang)
    return {name: shown[rule] for name, rule in found.items()}


def rule_of(names: str, known: Mapping[str, Value]) -> Value:
    """The rule that gives a statement its reason: a chain of rules is written "last ← earlier"."""
    last = names.partition(" ←")[0]
    return known.get(last, Value(names))
