"""Table 5, prp-spo2: chains of properties of any length."""

from collections.abc import Callable

from govkg.build.reason.facts import Facts
from govkg.build.reason.rule import Fire, Premises, Rule, copy, edge, join
from govkg.build.reason.terms import Fact


def path_rule(facts: Facts, axiom: Fact, steps: tuple[int, ...]) -> Rule:
    """The rule of one owl:propertyChainAxiom; the frequent short chains have simpler joins."""
    q, name = axiom[0], "prp-spo2"
    if len(steps) == 1:
        return Rule(name, (axiom,), (edge(steps[0], copy(facts, name, q, (axiom,))),))
    if len(steps) == 2:
        return Rule(name, (axiom,), join(facts, name, steps[0], steps[1], q, (axiom,)))
    triggers = (edge(p, _through(facts, axiom, steps, at)) for at, p in enumerate(steps))
    return Rule(name, (axiom,), tuple(triggers))


def _through(facts: Facts, axiom: Fact, steps: tuple[int, ...], at: int) -> Fire:
    """All paths that use a new fact as their step number `at`."""
    proofs, derive = facts.proofs, facts.derive
    backward, forward = _backward(facts, steps[:at]), _forward(facts, steps[at + 1 :])

    def fire(batch: list[Fact]) -> None:
        for fact in batch:
            starts = backward(fact[0])
            ends = forward(fact[2]) if starts else {}
            for x, before in starts.items():
                for y, after in ends.items():
                    if (x, axiom[0], y) not in proofs:
                        derive("prp-spo2", (x, axiom[0], y), (axiom, *before, fact, *after))

    return fire


def _forward(facts: Facts, steps: tuple[int, ...]) -> Callable[[int], dict[int, Premises]]:
    indexes = [(p, facts.objects(p)) for p in steps]

    def walk(node: int) -> dict[int, Premises]:
        reached: dict[int, Premises] = {node: ()}
        for p, index in indexes:
            onward: dict[int, Premises] = {}
            for x, path in reached.items():
                for y in index.get(x, ()):
                    onward.setdefault(y, (*path, (x, p, y)))
            reached = onward
        return reached

    return walk


def _backward(facts: Facts, steps: tuple[int, ...]) -> Callable[[int], dict[int, Premises]]:
    indexes = [(p, facts.subjects(p)) for p in reversed(steps)]

    def walk(node: int) -> dict[int, Premises]:
        reached: dict[int, Premises] = {node: ()}
        for p, index in indexes:
            onward: dict[int, Premises] = {}
            for y, path in reached.items():
                for x in index.get(y, ()):
                    onward.setdefault(x, ((x, p, y), *path))
            reached = onward
        return reached

    return walk
