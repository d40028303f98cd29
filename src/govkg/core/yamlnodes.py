"""YAML with line numbers: every value knows where it stands. The only module that imports the YAML library.

Scalars stay text (`no` is "no", 2022-06 is "2022-06"), so that the grammar, not YAML 1.1, decides what a value is.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

from govkg.core.files import read_text
from govkg.core.errors import GovkgError, Problem

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Scalar:
    """A value; `line` counts from 1."""

    text: str
    line: int


@dataclass(frozen=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True)
class Mapping:
    """A mapping in the order written; `key_lines` tells where each key stands."""

    items: dict[str, "Node"]
    key_lines: dict[str, int]
    line: int


Node = Scalar | Sequence | Mapping


def load(path: Path, name: str | None = None) -> Node:
    """The one document of a YAML file. Raises GovkgError with the line of a syntax error, a tab or a key written twice."""
    return parse(read_text(path, name), name or str(path))


def parse(text: str, name: str, first_line: int = 1) -> Node:
    """The one document of a YAML text whose first line is `first_line` of the file `name`."""
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise GovkgError([_syntax_problem(error, text, name, first_line)]) from None
    except yaml.YAMLError as error:
        raise GovkgError([Problem(name, first_line, f"not YAML: {error}")]) from None
    if root is None:
        return Sequence((), first_line)
    problems: list[Problem] = []
    node = _convert(root, name, first_line, problems)
    if problems:
        raise GovkgError(problems)
    return node


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str, first_line: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    index = mark.line if mark else 0
    lines = text.split("\n")
    if index < len(lines) and "\t" in lines[index]:
        return Problem(name, index + first_line, "a tab stands in the YAML", "indent with spaces")
    return Problem(name, index + first_line, f"not YAML: {error.problem or error.context}", "mend the syntax; quote a value that holds `: ` or `#`")


def _convert(node: yaml.Node, name: str, first_line: int, problems: list[Problem]) -> Node:
    line = node.start_mark.line + first_line
    if isinstance(node, yaml.ScalarNode):
        return Scalar(str(node.value), line)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_convert(child, name, first_line, problems) for child in node.value), line)
    items: dict[str, Node] = {}
    key_lines: dict[str, int] = {}
    for key, value in node.value:
        text, key_line = str(key.value), key.start_mark.line + first_line
        if text in items:
            problems.append(Problem(name, key_line, f"the key `{text}` is written twice", "keep one"))
        items[text] = _convert(value, name, first_line, problems)
        key_lines[text] = key_line
    return Mapping(items, key_lines, line)
