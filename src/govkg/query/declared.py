"""What a saved query declares of its answer: the ways to look at it, `views: [table, map: {show: answer}]`, and the questions it rests on.

`questions: [task-holder, grant-decider: {task: ngo-grants}]` names questions that documents were read for; one with a limit covers only what is
asked within it. `questions: all` rests on whatever a document was read for. Without any, no document was read for it, so that nothing is silence.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from govkg.core.errors import Problem
from govkg.core.yamlnodes import Mapping, Node, Scalar
from govkg.core.yamlnodes import Sequence as List
from govkg.query.header import VIEWS

USUAL = "table"
Views = dict[str, dict[str, str]]  # view → option → what it is set to
_EXAMPLE = "write views: [table, map: {show: answer}]"
ALL = "all"


@dataclass(frozen=True)
class ReadFor:
    """A question that documents were read for, by its slug. `within`: parameter → slug of the thing that the question is about."""

    question: str
    within: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class RestsOn:
    """The questions that an answer rests on; `all` when it is whatever a document was read for."""

    questions: tuple[ReadFor, ...] = ()
    all: bool = False


def declared_questions(node: Node | None) -> RestsOn:
    """The questions of a header."""
    if isinstance(node, Scalar):
        return RestsOn(all=node.text == ALL)
    return RestsOn(
        tuple(
            ReadFor(name, tuple((p, value.text) for p, value in limits.items() if isinstance(value, Scalar)))
            for name, _, limits in _entries(node)
        )
    )


def question_problems(file: str, node: Node | None, parameters: Collection[str]) -> list[Problem]:
    """Questions that are neither a list nor `all`, and limits by what is no parameter of the query."""
    if node is not None and not isinstance(node, List) and not (isinstance(node, Scalar) and node.text == ALL):
        return [Problem(file, node.line, "`questions` is neither a list nor `all`", "write questions: [task-holder]")]
    known = ", ".join(parameters) or "it has none"
    return [
        Problem(file, line, f"the question `{name}` is limited by `{p}`, which is no parameter", f"parameters: {known}")
        for name, line, limits in _entries(node)
        for p in limits
        if p not in parameters
    ]


def declared_views(node: Node | None) -> Views:
    """The views of a header in order, each with how its options are set; the table where it names none."""
    found = {
        view: {option: value.text for option, value in options.items() if isinstance(value, Scalar)}
        for view, _, options in _entries(node)
    }
    return found or {USUAL: {}}


def view_problems(file: str, node: Node | None, columns: Sequence[str]) -> list[Problem]:
    """Views and options that there are not, and options set to what is no column of the query."""
    if node is not None and not isinstance(node, List):
        return [Problem(file, node.line, "`views` is no list", _EXAMPLE)]
    found: list[Problem] = []
    for view, line, options in _entries(node):
        if view not in VIEWS:
            found.append(Problem(file, line, f"unknown view `{view}`", f"known: {', '.join(VIEWS)}"))
            continue
        for option, value in options.items():
            found += _option_problems(file, view, option, value, columns)
    return found


def _option_problems(file: str, view: str, option: str, value: Node, columns: Sequence[str]) -> list[Problem]:
    if option not in VIEWS[view]:
        known = ", ".join(VIEWS[view]) or "it has none"
        return [Problem(file, value.line, f"the view `{view}` has no option `{option}`", f"known: {known}")]
    words = (*VIEWS[view][option], *columns)
    if isinstance(value, Scalar) and value.text in words:
        return []
    said = value.text if isinstance(value, Scalar) else "this"
    return [
        Problem(file, value.line, f"`{said}` is no column for `{option}` of `{view}`", f"known: {', '.join(words)}")
    ]


def _entries(node: Node | None) -> Iterator[tuple[str, int, dict[str, Node]]]:
    """Every view with its line and options; `table` and `map: {show: answer}` alike."""
    for item in node.items if isinstance(node, List) else ():
        if isinstance(item, Scalar):
            yield item.text, item.line, {}
        elif isinstance(item, Mapping):
            for view, options in item.items.items():
                yield view, item.key_lines[view], options.items if isinstance(options, Mapping) else {}
