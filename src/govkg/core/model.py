"""What the rooms hand to each other: documents, segments, quotes and claims. Frozen, without behaviour beyond look-ups."""

from bisect import bisect_right
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

Term = NamedNode | Literal


@dataclass(frozen=True)
class Place:
    """A line of a curation file, for messages. `line` counts from 1."""

    file: str
    line: int


@dataclass(frozen=True)
class Segment:
    """A stretch of a document under one heading. Lines count from 1; `start` and `end` are offsets in the reading text."""

    id: str
    title: str
    line_from: int
    line_to: int
    heading_lines: int
    region: str | None
    start: int
    end: int


@dataclass(frozen=True)
class ReadingText:
    """The reading text and, for each of its characters, the offset in text.txt it came from."""

    text: str
    origin: tuple[int, ...]
    line_starts: tuple[int, ...]

    def line_at(self, offset: int) -> int:
        """The line of text.txt (from 1) where the character at a reading offset stands."""
        return bisect_right(self.line_starts, self.origin[offset])

    def lines_of(self, start: int, end: int) -> tuple[int, ...]:
        """The lines of text.txt that a stretch of the reading text has a visible character on."""
        return tuple(sorted({self.line_at(i) for i in range(start, end) if not self.text[i].isspace()}))


@dataclass(frozen=True)
class Anchor:
    """A quote found in the reading text: offsets (end exclusive) and the lines it lies on."""

    document: str
    segment: str
    start: int
    end: int
    exact: str
    lines: tuple[int, ...]


@dataclass(frozen=True)
class ReadFor:
    """A document was read for these questions in these regions (no regions: for the document as a whole)."""

    questions: tuple[str, ...]
    regions: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """A source document: its description, its raw text, its reading text and its segments."""

    slug: str
    folder: str
    meta: dict[str, str]
    labels: dict[str, str]
    definitions: dict[str, str]
    raw: str
    reading: ReadingText
    segments: tuple[Segment, ...]
    read_for: tuple[ReadFor, ...]

    def segment(self, segment_id: str) -> Segment | None:
        """The segment of that id, or None."""
        return next((s for s in self.segments if s.id == segment_id), None)

    @property
    def lines(self) -> list[str]:
        """The lines of text.txt, in order."""
        return self.raw.split("\n")


@dataclass(frozen=True)
class Claim:
    """One thing that one document says, or is silent about. `values` are property–term pairs, ready for the graph."""

    iri: NamedNode
    kind: str
    class_name: str
    document: str
    segment: str
    anchors: tuple[Anchor, ...]
    values: tuple[tuple[str, Term], ...]
    place: Place
    order: int = 0

    def get(self, name: str) -> Term | None:
        """The first value of a property, by its local name."""
        return next((term for prop, term in self.values if prop == name), None)

    def all(self, name: str) -> tuple[Term, ...]:
        """All values of a property, by its local name."""
        return tuple(term for prop, term in self.values if prop == name)


@dataclass(frozen=True)
class Exclusion:
    """Lines that make no claim of our kinds, with the reason."""

    document: str
    lines: tuple[int, ...]
    reason: str
    why: str
    place: Place


@dataclass(frozen=True)
class Declared:
    """A thing that a claims file names for the first time: a body or an organisation."""

    iri: NamedNode
    kind: str
    type: str
    name: str
    alt: tuple[str, ...]
    region: str | None
    authority: NamedNode | None
    document: str
    place: Place


@dataclass
class Curation:
    """All that one document's claims files say."""

    source: Source
    claims: list[Claim] = field(default_factory=list)
    exclusions: list[Exclusion] = field(default_factory=list)
    declared: dict[str, Declared] = field(default_factory=dict)
