"""Tombstones: IRIs that were published once and name nothing any more, with the reason and what stands in their place."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from govkg.core.errors import GovkgError, Problem, stop_if
from govkg.core.literals import date_type
from govkg.core.names import BASE, LANGS
from govkg.core.yamlnodes import Mapping as YamlMapping
from govkg.core.yamlnodes import Node, Scalar, Sequence, load

FILE = "withdrawn.yaml"
_REASONS = tuple(f"reason_{lang}" for lang in LANGS)
REQUIRED = ("iri", "withdrawn", *_REASONS)
KEYS = (*REQUIRED, "replacement")


@dataclass(frozen=True)
class Tombstone:
    """An IRI that was withdrawn: since when, why in each language, and its replacement, if any."""

    iri: str
    since: str
    reasons: Mapping[str, str]
    replacement: str


def read_withdrawn(path: Path) -> dict[str, Tombstone]:
    """The list of withdrawn IRIs. Raises GovkgError for a wrong entry, with its line."""
    name = f"registry/{path.name}"
    root = load(path, name)
    if not isinstance(root, Sequence):
        raise GovkgError([Problem(name, root.line, "the file is no list", "write `- iri: …` entries, or none")])
    problems = [problem for node in root.items for problem in _problems(node, name)]
    stop_if(problems)
    found: dict[str, Tombstone] = {}
    for node in root.items:
        stone = _tombstone(node)
        if stone.iri in found:
            raise GovkgError([Problem(name, node.line, f"{stone.iri} is listed twice", "keep one")])
        found[stone.iri] = stone
    return found


def _texts(node: Node) -> dict[str, str]:
    items = node.items if isinstance(node, YamlMapping) else {}
    return {key: value.text.strip() for key, value in items.items() if isinstance(value, Scalar)}


def _problems(node: Node, name: str) -> list[Problem]:
    if not isinstance(node, YamlMapping):
        return [Problem(name, node.line, "an entry is no mapping", f"write the keys {', '.join(REQUIRED)}")]
    given = _texts(node)
    found = [Problem(name, node.line, f"`{key}` is missing", "add it") for key in REQUIRED if not given.get(key)]
    found += [
        Problem(name, node.key_lines[key], f"unknown key `{key}`", f"use {', '.join(KEYS)}")
        for key in node.items
        if key not in KEYS
    ]
    for key in ("iri", "replacement"):
        if given.get(key) and not given[key].startswith(f"{BASE}/"):
            found.append(Problem(name, node.key_lines[key], f"`{key}` is none of our IRIs", f"it begins with {BASE}/"))
    if given.get("replacement") and given["replacement"] == given.get("iri"):
        found.append(Problem(name, node.key_lines["replacement"], "an IRI cannot replace itself", "drop `replacement`"))
    if given.get("withdrawn") and date_type(given["withdrawn"]) is None:
        found.append(Problem(name, node.key_lines["withdrawn"], "`withdrawn` is no date", "write 2026-11-23"))
    return found


def _tombstone(node: Node) -> Tombstone:
    given = _texts(node)
    reasons = {lang: given[f"reason_{lang}"] for lang in LANGS}
    return Tombstone(given["iri"], given["withdrawn"], reasons, given.get("replacement", ""))
