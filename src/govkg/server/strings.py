"""The words of the pages in Finnish, Swedish and English: web/strings/<language>.yaml."""

import re
from dataclasses import dataclass
from pathlib import Path

from govkg.core.errors import GovkgError, Problem
from govkg.core.names import LANGS
from govkg.core.yamlnodes import Mapping, Scalar, load

_HOLE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Strings:
    """Every text of the pages by language and key."""

    texts: dict[str, dict[str, str]]

    def get(self, lang: str, key: str, **values: object) -> str:
        """A text with its holes filled. Raises KeyError when there is no such text or a value is missing."""
        return _HOLE.sub(lambda hole: str(values[hole[1]]), self.texts[lang][key])


def read_strings(folder: Path) -> Strings:
    """The words of all languages. Raises GovkgError when a language lacks a text or has other holes in it than Finnish."""
    texts = {lang: _read(folder / f"{lang}.yaml", f"strings/{lang}.yaml") for lang in LANGS}
    problems = [problem for lang in LANGS[1:] for problem in _differences(lang, texts["fi"], texts[lang])]
    if problems:
        raise GovkgError(problems)
    return Strings(texts)


def _read(path: Path, name: str) -> dict[str, str]:
    root = load(path, name)
    if not isinstance(root, Mapping):
        raise GovkgError([Problem(name, 1, "the file is no list of texts", "write `key: text` lines")])
    return {key: value.text for key, value in root.items.items() if isinstance(value, Scalar)}


def _differences(lang: str, first: dict[str, str], other: dict[str, str]) -> list[Problem]:
    name = f"strings/{lang}.yaml"
    found = [
        Problem(name, 0, f"`{key}` is missing", "translate it from strings/fi.yaml")
        for key in first.keys() - other.keys()
    ]
    found += [
        Problem(name, 0, f"`{key}` is not in strings/fi.yaml", "add it there or drop it here")
        for key in other.keys() - first.keys()
    ]
    for key in first.keys() & other.keys():
        if set(_HOLE.findall(first[key])) != set(_HOLE.findall(other[key])):
            found.append(Problem(name, 0, f"`{key}` has other holes than in Finnish", "use the same {names}"))
    return found
