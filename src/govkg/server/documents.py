"""The source documents: description, standing, account of their lines, what was left out, and their text line by line."""

import hashlib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pyoxigraph import NamedNode

from govkg.core.errors import GovkgError, Problem
from govkg.core.files import read_text
from govkg.core.names import ID, thing
from govkg.core.personal import blackened
from govkg.query.engine import Engine, Solution
from govkg.query.labels import Label, labels_of

COUNTS = ("contentLines", "quotedLines", "excludedLines", "unaccountedLines", "claimCount", "quoteCount")
_DOCUMENTS = """PREFIX dc: <http://purl.org/dc/elements/1.1/> SELECT * WHERE { ?d a gov:Document ; dct:title ?title ; gov:standing ?standing ; gov:checksum ?checksum
  OPTIONAL { ?d dc:publisher ?publisher } OPTIONAL { ?d gov:documentDate ?date } OPTIONAL { ?d gov:asOf ?asOf } } ORDER BY ?date ?d"""
_COUNTS = "SELECT * WHERE {{ ?c a gov:Coverage ; gov:inDocument ?d {pairs} }}".format(
    pairs="".join(f" ; gov:{name} ?{name}" for name in COUNTS)
)
_TEXTS = "SELECT ?text WHERE {{ {thing} skos:definition ?text }}"
_SPANS = "SELECT * WHERE {{ ?s a gov:{kind} ; gov:inDocument {document} ; gov:lineFrom ?from ; gov:lineTo ?to OPTIONAL {{ ?s gov:exclusionReason ?reason }} OPTIONAL {{ ?s gov:why ?why }} }} ORDER BY ?from ?to ?s"
_PERSONAL = """SELECT * WHERE {{ ?s gov:exclusionReason {reason} ; gov:inDocument {document} ; gov:lineFrom ?from ; gov:lineTo ?to }}"""


@dataclass(frozen=True)
class Document:
    """A document as described in the graph. `counts` is the account of its lines."""

    iri: str
    label: Label
    title: str
    publisher: str
    date: str
    as_of: str
    standing: Label
    standing_slug: str
    checksum: str
    counts: dict[str, int]

    @property
    def slug(self) -> str:
        """The name of the document's folder."""
        return self.iri[len(f"{ID}document/") :]


@dataclass(frozen=True)
class Span:
    """Lines of a document: a segment with its title, or an exclusion with its reason."""

    iri: str
    first: int
    last: int
    label: Label
    why: Label


def documents(engine: Engine, lang: str) -> list[Document]:
    """All documents, the oldest first; those without a date before them."""
    rows = list(engine.select(_DOCUMENTS))
    counts = {row["d"].value: {name: int(row[name].value) for name in COUNTS} for row in engine.select(_COUNTS)}
    labels = labels_of(engine, [row[name].value for row in rows for name in ("d", "standing")], lang)
    return [_document(row, labels, counts.get(row["d"].value, {})) for row in rows]


def _document(row: Solution, labels: dict[str, Label], counts: dict[str, int]) -> Document:
    texts = {
        name: row[name].value if name in row else "" for name in ("title", "publisher", "date", "asOf", "checksum")
    }
    standing = row["standing"].value
    return Document(
        row["d"].value, labels[row["d"].value], texts["title"], texts["publisher"], texts["date"], texts["asOf"],
        labels[standing], standing.rpartition("/")[2], texts["checksum"].removeprefix("sha256:"), counts,
    )  # fmt: skip


def nearest(slug: str, known: list[str]) -> list[str]:
    """The names most like a wrong one; all of them when none is like it and they are few."""
    return get_close_matches(slug, known, n=5, cutoff=0.4) or (known if len(known) <= 8 else [])


def definition_of(engine: Engine, iri: str, lang: str) -> Label | None:
    """The definition of a thing in the reader's language, else Finnish, Swedish, English."""
    found = {
        getattr(row["text"], "language", "") or "": row["text"].value
        for row in engine.select(_TEXTS.format(thing=NamedNode(iri)))
    }
    return next(
        (Label(found[candidate], candidate) for candidate in (lang, "fi", "sv", "en", "") if candidate in found), None
    )


def segments(engine: Engine, document: str, lang: str) -> list[Span]:
    """The segments of a document in the order of the text."""
    rows = list(engine.select(_SPANS.format(kind="Segment", document=NamedNode(document))))
    labels = labels_of(engine, [row["s"].value for row in rows], lang)
    return [
        Span(row["s"].value, int(row["from"].value), int(row["to"].value), labels[row["s"].value], Label("", ""))
        for row in rows
    ]


def exclusions(engine: Engine, document: str, lang: str) -> list[Span]:
    """The lines of a document that make no claim of our kinds, with the reason."""
    rows = list(engine.select(_SPANS.format(kind="Exclusion", document=NamedNode(document))))
    labels = labels_of(engine, [row["reason"].value for row in rows], lang)
    return [
        Span(row["s"].value, int(row["from"].value), int(row["to"].value), labels[row["reason"].value], _why(row))
        for row in rows
    ]


def _why(row: Solution) -> Label:
    return Label(row["why"].value, getattr(row["why"], "language", "") or "") if "why" in row else Label("", "")


def text_lines(engine: Engine, folder: Path, document: Document) -> dict[int, str]:
    """The lines of text.txt by number, personal data blackened.

    Raises GovkgError when the text is not the one that the release was made of.
    """
    name = f"{document.slug}/text.txt"
    text = read_text(folder / document.slug / "text.txt", name)
    if hashlib.sha256(text.encode()).hexdigest() != document.checksum:
        raise GovkgError(
            [
                Problem(
                    name,
                    0,
                    "the text differs from the one that the release was made of",
                    "run `govkg build`, or restore the file",
                )
            ]
        )
    rows = engine.select(_PERSONAL.format(document=NamedNode(document.iri), reason=thing("exclusion", "personal-data")))
    hidden = {line for row in rows for line in range(int(row["from"].value), int(row["to"].value) + 1)}
    return {number: blackened(line) if number in hidden else line for number, line in enumerate(text.split("\n"), 1)}
