"""The semi-naive loop: rules see only what is new, until nothing is."""

from collections import defaultdict

from govkg.build.reason.compile import built_in, changes_schema, compiled
from govkg.build.reason.datatype_rules import without_clashes
from govkg.build.reason.equality import replace
from govkg.build.reason.facts import Facts
from govkg.build.reason.rule import Fire, Rule
from govkg.build.reason.terms import Fact


class Rules:
    """The rules in force, by what wakes them: a property, or a property with an object."""

    def __init__(self) -> None:
        self._keys: set[object] = set()
        self._by_property: defaultdict[int, list[Fire]] = defaultdict(list)
        self._by_object: defaultdict[int, defaultdict[int, list[Fire]]] = defaultdict(lambda: defaultdict(list))

    def add(self, rule: Rule) -> bool:
        """Put a rule in force. False when it is already."""
        if rule.key in self._keys:
            return False
        self._keys.add(rule.key)
        for trigger in rule.triggers:
            if trigger.object is None:
                self._by_property[trigger.property].append(trigger.fire)
            else:
                self._by_object[trigger.property][trigger.object].append(trigger.fire)
        return True

    def fire(self, fresh: dict[int, list[Fact]]) -> None:
        """Hand new facts, by property, to the rules that they wake."""
        for p, batch in fresh.items():
            for fire in self._by_property.get(p, ()):
                fire(batch)
            if p in self._by_object:
                self._fire_by_object(self._by_object[p], batch)

    def _fire_by_object(self, rules: defaultdict[int, list[Fire]], batch: list[Fact]) -> None:
        by_object: defaultdict[int, list[Fact]] = defaultdict(list)
        for fact in batch:
            if fact[2] in rules:
                by_object[fact[2]].append(fact)
        for o, part in by_object.items():
            for fire in rules[o]:
                fire(part)


def run(facts: Facts) -> None:
    """Draw every conclusion.

    Raises GovkgError when a limit is met; terms are never made, so some number of rounds is always enough.
    """
    rules = Rules()
    for rule in built_in(facts):
        rules.add(rule)
    for _ in range(facts.budget.limits.rounds):
        fresh = without_clashes(facts, facts.take())
        if not fresh:
            return
        _round(facts, rules, fresh)
    if without_clashes(facts, facts.take()):
        raise facts.budget.no_end()


def _round(facts: Facts, rules: Rules, fresh: list[Fact]) -> None:
    groups = facts.index(fresh)
    rules.fire(groups)
    replace(facts, fresh)
    if changes_schema(groups):
        for rule in compiled(facts):
            if rules.add(rule):
                _catch_up(facts, rule)


def _catch_up(facts: Facts, rule: Rule) -> None:
    """Let a new rule see all that is known."""
    for trigger in rule.triggers:
        p, o = trigger.property, trigger.object
        if o is None:
            trigger.fire(facts.extension.get(p, []))
        else:
            trigger.fire([(s, p, o) for s in facts.subjects(p).get(o, ())])
