"""Reference data: regions, authorities, municipalities, organisations, provisions and reforms, with their names and codes."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from govkg.build import fields
from govkg.build.fields import Notes
from govkg.core.files import read_text
from govkg.core.yamlnodes import Mapping, Scalar, Sequence, load
from govkg.core.errors import GovkgError, Problem
from govkg.core.names import is_slug
from govkg.core.paths import registry

LANGS = ("fi", "sv", "en")
TABLES = {"region": "regions.csv", "authority": "authorities.csv", "municipality": "municipalities.csv"}
LISTS = {"organisation": "organisations.yaml", "law": "laws.yaml", "reform": "reforms.yaml"}


@dataclass(frozen=True)
class Row:
    """A thing of the reference data: its kind, slug and named values (`alt` values are joined by `|`)."""

    kind: str
    slug: str
    values: dict[str, str]

    def get(self, key: str) -> str:
        """A value, or the empty text."""
        return self.values.get(key, "")


def read_registry(root: Path | None = None) -> tuple[Row, ...]:
    """All reference data below `root`, in the order of the files. Raises GovkgError for a bad slug or one given twice."""
    folder = registry(root) if root else registry()
    rows: list[Row] = []
    problems: list[Problem] = []
    for kind, name in TABLES.items():
        rows += _table(kind, folder / name, problems)
    for kind, name in LISTS.items():
        rows += _list(kind, folder / name, problems)
    seen: set[tuple[str, str]] = set()
    for row in rows:
        if (row.kind, row.slug) in seen:
            problems.append(Problem(f"registry/{(TABLES | LISTS)[row.kind]}", 0, f"{row.kind} `{row.slug}` is given twice", "keep one"))
        seen.add((row.kind, row.slug))
    if problems:
        raise GovkgError(problems)
    return tuple(rows)


def registered(rows: tuple[Row, ...]) -> frozenset[str]:
    """`kind/slug` of every row: what claims may refer to."""
    return frozenset(f"{row.kind}/{row.slug}" for row in rows)


def _table(kind: str, path: Path, problems: list[Problem]) -> list[Row]:
    name = f"registry/{path.name}"
    rows = []
    for number, record in enumerate(csv.DictReader(io.StringIO(read_text(path, name))), 2):
        slug = record.get("slug") or ""
        if not is_slug(slug) or not record.get("fi"):
            problems.append(Problem(name, number, "a row needs a slug and a Finnish name"))
            continue
        rows.append(Row(kind, slug, {key: value.strip() for key, value in record.items() if key != "slug" and value}))
    return rows


def _list(kind: str, path: Path, problems: list[Problem]) -> list[Row]:
    name = f"registry/{path.name}"
    notes = Notes(name)
    root = load(path, name)
    rows = []
    for item in root.items if isinstance(root, Sequence) else ():
        slug = item.items.get("id") if isinstance(item, Mapping) else None
        if not isinstance(item, Mapping) or not isinstance(slug, Scalar) or not is_slug(slug.text):
            notes.add(item.line, "an entry needs an id of lower-case ASCII")
            continue
        values = {key: "|".join(text for text, _ in fields.texts(node, key, notes)) for key, node in item.items.items() if key != "id"}
        rows.append(Row(kind, slug.text, values))
    problems.extend(notes.problems)
    return rows
