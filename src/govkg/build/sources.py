"""Read a source document's folder: source.yaml and text.txt → Source, with its outline cut into segments."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from govkg.build import fields
from govkg.build.fields import Notes
from govkg.build.reading import read_stretch
from govkg.core.errors import GovkgError, Problem, stop_if
from govkg.core.files import read_text
from govkg.core.model import ReadFor, ReadingText, Segment, Source
from govkg.core.names import is_slug, slug_for
from govkg.core.yamlnodes import Mapping, Node, Scalar, Sequence, load

KEYS = (
    "title",
    "label",
    "definition",
    "publisher",
    "date",
    "as-of",
    "kind",
    "standing",
    "region",
    "sha256",
    "hyphens",
    "outline",
    "read-for",
)
REQUIRED = ("title", "label", "definition", "publisher", "date", "kind", "standing", "sha256", "outline")
NOT_MENTIONED = "ei mainittu"


@dataclass(frozen=True)
class _Heading:
    id: str
    line: int
    lines: int
    title: str
    region: str | None
    at: int


def read_source(folder: Path) -> Source:
    """The document in a folder. Raises GovkgError when the checksum differs or a title, date or publisher is missing."""
    name = f"{folder.name}/source.yaml"
    raw = read_text(folder / "text.txt", f"{folder.name}/text.txt")
    node = load(folder / "source.yaml", name)
    if not isinstance(node, Mapping):
        raise GovkgError([Problem(name, 1, "must be a mapping of keys", f"start with the keys {', '.join(REQUIRED)}")])
    notes = Notes(name)
    _check_keys(node, raw, notes)
    headings = _headings(node.items.get("outline"), raw, notes)
    stop_if(notes.problems)
    keep = frozenset(word for word, _ in fields.texts(node.items.get("hyphens"), "hyphens", notes))
    segments, reading, used = _cut(raw, headings, keep)
    for word in sorted(keep - used):
        notes.add(
            node.key_lines["hyphens"],
            f"`{word}` never stands broken at its hyphen in text.txt",
            "take it out of hyphens",
        )
    read_for = _read_for(node.items.get("read-for"), notes)
    stop_if(notes.problems)
    return Source(
        slug=folder.name,
        folder=str(folder),
        meta={key: value for key in KEYS if (value := _scalar(node, key)) is not None},
        labels=fields.languages(node.items.get("label"), "label", notes),
        definitions=fields.languages(node.items.get("definition"), "definition", notes),
        raw=raw,
        reading=reading,
        segments=segments,
        read_for=read_for,
    )


def _scalar(node: Mapping, key: str) -> str | None:
    value = node.items.get(key)
    return value.text if isinstance(value, Scalar) else None


def _check_keys(node: Mapping, raw: str, notes: Notes) -> None:
    for key, line in node.key_lines.items():
        if key not in KEYS:
            notes.add(line, f"unknown key `{key}`", f"known keys: {', '.join(KEYS)}")
    for key in REQUIRED:
        if key not in node.items:
            notes.add(node.line, f"`{key}` is missing", f"add {key}: …")
    fields.languages(node.items.get("label"), "label", notes)
    fields.languages(node.items.get("definition"), "definition", notes)
    for key in ("date", "as-of"):
        value = _scalar(node, key)
        if value and value != NOT_MENTIONED and (problem := fields.date_problem(value)):
            notes.add(node.key_lines[key], problem)
    digest = hashlib.sha256(raw.encode("utf-8")).hexdigest()
    if _scalar(node, "sha256") not in (None, digest):
        notes.add(
            node.key_lines["sha256"],
            "text.txt is not the text that was curated: its checksum differs",
            f"restore the text, or read it again and set sha256: {digest}",
        )


def _headings(node: Node | None, raw: str, notes: Notes) -> list[_Heading]:
    if not isinstance(node, Sequence):
        return []
    total = raw.count("\n") + 1
    found: list[_Heading] = []
    for item in node.items:
        heading = _heading(item, notes)
        if heading is None:
            continue
        if any(heading.id == other.id for other in found):
            notes.add(heading.at, f"two segments share the id `{heading.id}`", "give one another id")
        if found and heading.line <= found[-1].line:
            notes.add(
                heading.at,
                f"line {heading.line} comes before the segment above it",
                "write the outline in the order of the text",
            )
        if heading.line + max(heading.lines, 1) - 1 > total:
            notes.add(heading.at, f"text.txt has only {total} lines")
        found.append(heading)
    return found


def _heading(item: Node, notes: Notes) -> _Heading | None:
    if not isinstance(item, Mapping) or not {"id", "line", "title"} <= item.items.keys():
        notes.add(item.line, "an outline entry needs id, line and title", "write {id: …, line: …, title: …}")
        return None
    for key in item.items.keys() - {"id", "line", "lines", "title", "region"}:
        notes.add(item.key_lines[key], f"unknown key `{key}` in the outline")
    segment_id = fields.text(item.items["id"], "id", notes) or "?"
    if not is_slug(segment_id):
        notes.add(
            item.line,
            f"`{segment_id}` is not a slug",
            f"lower-case ASCII letters, digits, hyphens and /, such as {slug_for(segment_id) or 'intro'}",
        )
    return _Heading(
        segment_id,
        fields.integer(item.items["line"], "line", notes),
        fields.integer(item.items.get("lines"), "lines", notes, default=1),
        fields.text(item.items["title"], "title", notes) or "?",
        fields.text(item.items.get("region"), "region", notes),
        item.line,
    )


def _cut(raw: str, headings: list[_Heading], keep: frozenset[str]) -> tuple[tuple[Segment, ...], ReadingText, set[str]]:
    starts = [0]
    for index, char in enumerate(raw):
        if char == "\n":
            starts.append(index + 1)
    text, origin, used, segments = "", list[int](), set[str](), list[Segment]()
    regions: dict[str, str | None] = {}
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        begin = starts[heading.line - 1]
        stop = starts[following.line - 1] if following else len(raw)
        stretch = read_stretch(raw, begin, stop, keep)
        if text:
            text += "\n"
            origin.append(begin)
        start = len(text)
        text += stretch.text
        origin.extend(stretch.origin)
        used |= stretch.kept
        parent = heading.id.rpartition("/")[0]
        regions[heading.id] = heading.region or regions.get(parent)
        last = following.line - 1 if following else len(starts)
        segments.append(
            Segment(heading.id, heading.title, heading.line, last, heading.lines, regions[heading.id], start, len(text))
        )
    return tuple(segments), ReadingText(text, tuple(origin), tuple(starts)), used


def _read_for(node: Node | None, notes: Notes) -> tuple[ReadFor, ...]:
    found = []
    for item in node.items if isinstance(node, Sequence) else ():
        if not isinstance(item, Mapping) or "questions" not in item.items:
            notes.add(item.line, "an entry of read-for needs questions", "write {questions: […], regions: […]}")
            continue
        questions = tuple(q for q, _ in fields.texts(item.items["questions"], "questions", notes))
        regions = tuple(r for r, _ in fields.texts(item.items.get("regions"), "regions", notes))
        found.append(ReadFor(questions, regions))
    return tuple(found)
