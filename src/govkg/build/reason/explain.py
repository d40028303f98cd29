"""Why a triple holds, down to what was asserted."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from govkg.build.reason.model import Closure, Triple
from govkg.core.errors import UsageError

ASSERTED = "asserted"


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """A triple, the rule that gave it (`asserted` for what was given), and the explanations of the rule's premises.

    Shared premises are one object, so that the tree stays as small as the proof.
    """

    triple: Triple
    rule: str
    premises: tuple["Explanation", ...] = ()

    def leaves(self) -> Iterator[Triple]:
        """The asserted triples that this rests on, each once, in the order of the proof."""
        seen: set[Triple] = set()
        stack = [self]
        while stack:
            node = stack.pop()
            if node.triple not in seen:
                seen.add(node.triple)
                stack += reversed(node.premises)
                if node.rule == ASSERTED:
                    yield node.triple


def explain(closure: Closure, asserted: Collection[Triple], triple: Triple) -> Explanation:
    """The proof of a triple. `asserted` is best a set.

    Raises UsageError when the triple neither is asserted nor follows, or when its proof runs in a circle (those of the
    engine `compiled` never do: premises are known before their conclusion).
    """
    done: dict[Triple, Explanation] = {}
    open_: set[Triple] = set()
    stack = [triple]
    while stack:
        current = stack[-1]
        rule, premises = _reason(closure, asserted, current)
        waiting = [premise for premise in premises if premise not in done]
        if current in done or not waiting:
            done.setdefault(current, Explanation(current, rule, tuple(done[premise] for premise in premises)))
            open_.discard(stack.pop())
        elif not open_.isdisjoint(waiting) or current in waiting:
            raise UsageError("explain", f"the proof of {_text(current)} rests on itself")
        else:
            open_.add(current)
            stack += waiting
    return done[triple]


def _reason(closure: Closure, asserted: Collection[Triple], triple: Triple) -> tuple[str, tuple[Triple, ...]]:
    if triple in asserted:
        return ASSERTED, ()
    if triple not in closure.inferred:
        raise UsageError("explain", f"{_text(triple)} is neither asserted nor inferred")
    proof = closure.inferred[triple]
    return proof.rule, proof.premises


def _text(triple: Triple) -> str:
    return " ".join(map(str, triple))
