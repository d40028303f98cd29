"""YAML with line numbers: every value knows where it stands. The only module that imports the YAML library.

Scalars stay text (`no` is "no", 2022-06 is "2022-06"), so that the grammar, not YAML 1.1, decides what a value is.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

from govkg.core.errors import GovkgError, Problem, stop_if
from govkg.core.files import read_text

_Loader = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # the C one where libyaml is there: ten times faster, the same nodes


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
    reader = _Converter(name, first_line)
    node = reader.convert(root)
    stop_if(reader.problems)
    return node


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str, first_line: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    index = mark.line if mark else 0
    lines = text.split("\n")
    if index < len(lines) and "\t" in lines[index]:
        return Problem(name, index + first_line, "a tab stands in the YAML", "indent with spaces")
    return Problem(
        name,
        index + first_line,
        f"not YAML: {error.problem or error.context}",
        "mend the syntax; quote a value that holds `: ` or `#`",
    )


class _Converter:
    """Nodes of the library → our nodes, every problem noted."""

    def __init__(self, name: str, first_line: int) -> None:
        self.name, self.first_line = name, first_line
        self.problems: list[Problem] = []
        self._open: set[int] = set()

    def convert(self, node: yaml.Node) -> Node:
        """The node. An alias is the node that its anchor names; one that would hold itself is refused."""
        line = self._line(node)
        if isinstance(node, yaml.ScalarNode):
            return Scalar(str(node.value), line)
        if id(node) in self._open:
            self.problems.append(Problem(self.name, line, "an anchor holds itself", "write the value out"))
            return Scalar("", line)
        self._open.add(id(node))
        is_list = isinstance(node, yaml.SequenceNode)
        found = Sequence(tuple(map(self.convert, node.value)), line) if is_list else self._mapping(node.value, line)
        self._open.discard(id(node))
        return found

    def _mapping(self, pairs: list[tuple[yaml.Node, yaml.Node]], line: int) -> Mapping:
        items: dict[str, Node] = {}
        key_lines: dict[str, int] = {}
        for key, value in pairs:
            at = self._line(key)
            if not isinstance(key, yaml.ScalarNode):
                self.problems.append(
                    Problem(self.name, at, "a key is a list or a mapping", "quote a text that begins with a bracket")
                )
                continue
            text = str(key.value)
            if text in items:
                self.problems.append(Problem(self.name, at, f"the key `{text}` is written twice", "keep one"))
            items[text] = self.convert(value)
            key_lines[text] = at
        return Mapping(items, key_lines, line)

    def _line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + self.first_line
