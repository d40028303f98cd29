"""The words of the pages in Finnish, Swedish and English: web/strings/<language>/<topic>.yaml."""

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
    """The words of all languages. Raises GovkgError when a text stands twice, or a language lacks one or has other holes in it than Finnish."""
    problems: list[Problem] = []
    texts = {lang: _read(folder, lang, problems) for lang in LANGS}
    for lang in LANGS[1:]:
        problems += _differences(lang, texts["fi"], texts[lang])
    if problems:
        raise GovkgError(problems)
    return Strings({lang: {key: found.text for key, found in of.items()} for lang, of in texts.items()})


@dataclass(frozen=True)
class _Found:
    """A text and where it stands."""

    text: str
    file: str
    line: int


def _read(folder: Path, lang: str, problems: list[Problem]) -> dict[str, _Found]:
    texts: dict[str, _Found] = {}
    for path in sorted((folder / lang).glob("*.yaml")):
        name = f"strings/{lang}/{path.name}"
        root = load(path, name)
        if not isinstance(root, Mapping):
            problems.append(Problem(name, 1, "the file is no list of texts", "write `key: text` lines"))
            continue
        for key, value in root.items.items():
            if isinstance(value, Scalar):
                if key in texts:
                    problems.append(Problem(name, value.line, f"`{key}` stands in {texts[key].file} too", "keep one"))
                texts[key] = _Found(value.text, name, value.line)
    return texts


def _differences(lang: str, first: dict[str, _Found], other: dict[str, _Found]) -> list[Problem]:
    found = [
        Problem(_twin(first[key], lang), 0, f"`{key}` is missing", f"translate it from {first[key].file}")
        for key in first.keys() - other.keys()
    ]
    found += [
        Problem(other[key].file, other[key].line, f"`{key}` is not in Finnish", "add it there or drop it here")
        for key in other.keys() - first.keys()
    ]
    for key in first.keys() & other.keys():
        if set(_HOLE.findall(first[key].text)) != set(_HOLE.findall(other[key].text)):
            place = other[key]
            found.append(
                Problem(place.file, place.line, f"`{key}` has other holes than in Finnish", "use the same {names}")
            )
    return found


def _twin(found: _Found, lang: str) -> str:
    """The file of another language with the same topic."""
    return found.file.replace("strings/fi/", f"strings/{lang}/")
