"""What else people call the matters that saved questions are tagged with: queries/synonyms.yaml."""

from pathlib import Path

from govkg.core.errors import GovkgError, Problem
from govkg.core.yamlnodes import Mapping, Scalar, load

FILE = "synonyms.yaml"


def read_synonyms(folder: Path) -> dict[str, str]:
    """Tag → words in all languages; nothing when the folder has no such file. Raises GovkgError when it is no mapping to texts."""
    if not (folder / FILE).exists():
        return {}
    root = load(folder / FILE, f"queries/{FILE}")
    if not isinstance(root, Mapping) or not all(isinstance(value, Scalar) for value in root.items.values()):
        raise GovkgError([Problem(f"queries/{FILE}", 1, "this is no list of tags and words", "write `tag: word word`")])
    return {tag: value.text for tag, value in root.items.items() if isinstance(value, Scalar)}
