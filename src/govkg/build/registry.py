"""Reference data: regions, authorities, municipalities, organisations, provisions and reforms, with their names and codes."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from govkg.build import fields
from govkg.build.fields import Notes
from govkg.build.vocabulary import nearest
from govkg.core.errors import Problem, stop_if
from govkg.core.files import read_text
from govkg.core.names import is_slug
from govkg.core.paths import registry
from govkg.core.yamlnodes import Mapping, Scalar, Sequence, load

TABLES = {"region": "regions.csv", "authority": "authorities.csv", "municipality": "municipalities.csv"}
LISTS = {"organisation": "organisations.yaml", "law": "laws.yaml", "reform": "reforms.yaml"}
FILES = TABLES | LISTS
NEEDED = {
    "region": ("fi", "class"), "authority": ("fi", "area"), "municipality": ("fi", "area"),
    "organisation": ("fi", "kind"), "law": ("fi",), "reform": ("fi", "lapsed", "source-quote", "documents"),
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A thing of the reference data: its kind, slug and named values (`alt` values are joined by `|`), and its line."""

    kind: str
    slug: str
    values: dict[str, str]
    line: int

    def get(self, key: str) -> str:
        """A value, or the empty text."""
        return self.values.get(key, "")

    def problem(self, what: str, todo: str = "") -> Problem:
        """Something wrong with this row."""
        return Problem(f"registry/{FILES[self.kind]}", self.line, f"{self.kind} `{self.slug}` {what}", todo)


def read_registry(root: Path | None = None) -> tuple[Row, ...]:
    """All reference data below `root`, in the order of the files. Raises GovkgError with every row that is faulty or given twice."""
    folder = registry(root)
    rows: list[Row] = []
    problems: list[Problem] = []
    for kind, name in TABLES.items():
        rows += _table(kind, folder / name, problems)
    for kind, name in LISTS.items():
        rows += _list(kind, folder / name, problems)
    problems += _faults(rows)
    stop_if(problems)
    return tuple(rows)


def _faults(rows: list[Row]) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    regions = {row.slug for row in rows if row.kind == "region"}
    for row in rows:
        if (row.kind, row.slug) in seen:
            yield row.problem("is given twice", "keep one")
        seen.add((row.kind, row.slug))
        for key in NEEDED[row.kind]:
            if not row.get(key):
                yield row.problem(f"lacks `{key}`", f"add {key}")
        if (area := row.get("area")) and area not in regions:
            yield row.problem(f"lies in an unknown region `{area}`", nearest(area, regions))
        if (lapsed := row.get("lapsed")) and (problem := fields.date_problem(lapsed)):
            yield row.problem(f"has no date that it lapsed: {problem}")


def registered(rows: tuple[Row, ...]) -> frozenset[str]:
    """`kind/slug` of every row: what claims may refer to."""
    return frozenset(f"{row.kind}/{row.slug}" for row in rows)


def _table(kind: str, path: Path, problems: list[Problem]) -> list[Row]:
    name = f"registry/{path.name}"
    rows = []
    for number, record in enumerate(csv.DictReader(io.StringIO(read_text(path, name))), 2):
        slug = record.get("slug") or ""
        if not is_slug(slug) or None in record:
            problems.append(
                Problem(
                    name,
                    number,
                    "a row needs a slug and no more values than the header",
                    "quote a value that holds a comma",
                )
            )
            continue
        rows.append(
            Row(kind, slug, {key: value.strip() for key, value in record.items() if key != "slug" and value}, number)
        )
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
        values = {
            key: "|".join(text for text, _ in fields.texts(node, key, notes))
            for key, node in item.items.items()
            if key != "id"
        }
        rows.append(Row(kind, slug.text, values, item.line))
    problems.extend(notes.problems)
    return rows
