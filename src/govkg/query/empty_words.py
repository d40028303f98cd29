"""The sentences that tell what an answer amounts to, in three languages: queries/emptiness.yaml, beside the headings of the columns."""

import re
from functools import cache
from pathlib import Path

from govkg.core.errors import GovkgError, Problem
from govkg.core.names import LANGS
from govkg.core.paths import queries
from govkg.core.yamlnodes import Mapping, Node, Scalar, load

FILE = "emptiness.yaml"
_HOLE = re.compile(r"\{(\w+)\}")


def sentence(lang: str, key: str, **values: object) -> str:
    """A sentence with its holes filled. Raises KeyError when there is no such sentence or a value is missing."""
    return _HOLE.sub(lambda hole: str(values[hole[1]]), read_sentences(queries())[key][lang])


@cache
def read_sentences(folder: Path) -> dict[str, dict[str, str]]:
    """Key → language → text. Raises GovkgError when the file is missing, or a sentence lacks a language or has other holes in it than Finnish."""
    root = load(folder / FILE, f"queries/{FILE}")
    items = root.items if isinstance(root, Mapping) else {}
    found = {key: _texts(value) for key, value in items.items()}
    problems = [
        Problem(
            f"queries/{FILE}", items[key].line, f"`{key}` is not whole", "write fi, sv and en with the same {names}"
        )
        for key, texts in found.items()
        if set(texts) != set(LANGS) or len({frozenset(_HOLE.findall(text)) for text in texts.values()}) > 1
    ]
    if problems:
        raise GovkgError(problems)
    return found


def _texts(node: Node) -> dict[str, str]:
    items = node.items if isinstance(node, Mapping) else {}
    return {lang: value.text for lang, value in items.items() if isinstance(value, Scalar)}
