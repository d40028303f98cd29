"""Arguments of a tool that are not a saved question's own: what a client sent is JSON of any shape."""

from collections.abc import Mapping

from govkg.core.errors import Problem, UsageError


def text_of(given: Mapping[str, object], name: str) -> str:
    """A text, empty when it is left out. Raises UsageError for anything else."""
    value = given.get(name, "")
    if not isinstance(value, str):
        raise UsageError(f"parameter {name}", f"{value!r} is no text", "give a text")
    return value


def whole_of(given: Mapping[str, object], name: str, default: int, least: int, most: int | None = None) -> int:
    """A whole number within bounds. Raises UsageError for anything else."""
    value = given.get(name, default)
    if isinstance(value, int) and not isinstance(value, bool) and least <= value and (most is None or value <= most):
        return value
    bounds = f"from {least}" if most is None else f"from {least} to {most}"
    raise UsageError(f"parameter {name}", f"{value!r} does not fit", f"give a whole number {bounds}")


def only(given: Mapping[str, object], takes: Mapping[str, object]) -> None:
    """Nothing but what a schema names. Raises UsageError naming what it takes."""
    known = takes["properties"]
    assert isinstance(known, dict)
    unknown = [name for name in given if name not in known]
    if unknown:
        todo = f"its parameters: {', '.join(known)}"
        raise UsageError.of(
            Problem(f"parameter {name}", 0, f"there is no parameter `{name}`", todo) for name in unknown
        )
