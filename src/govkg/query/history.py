"""The versions of the saved queries and what each answered on which data: queries/history/<id>/, written by `govkg queries keep`.

No version control is needed where the pages are served: the texts are here, each named by its number and version.
"""

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from govkg.core.errors import GovkgError, Problem
from govkg.core.files import read_text
from govkg.core.paths import queries
from govkg.query.catalogue import SavedQuery

ANSWERS = "answers.tsv"  # day, data version, query version, digests of the rows


@dataclass(frozen=True)
class Answered:
    """What a version of a query answered: the day it was kept, the data, the query's version, a digest of each row."""

    day: str
    data: str
    version: str
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Version:
    """A version of a saved query: its number from 1, its name, its whole text, and the day since which it is kept (empty: not yet)."""

    number: int
    name: str
    text: str
    day: str


@dataclass(frozen=True)
class Change:
    """An answer that was kept, and how many rows are new in it and gone from it since the one before (None for the first)."""

    answered: Answered
    new: int | None
    gone: int | None


@dataclass(frozen=True)
class History:
    """All versions of a saved query, the oldest first, and all kept answers."""

    versions: tuple[Version, ...]
    answers: tuple[Answered, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """The answers with what changed from one to the next."""
        befores = (None, *self.answers)
        return tuple(Change(now, *_difference(before, now)) for before, now in zip(befores, self.answers, strict=False))

    def get(self, name: str) -> Version | None:
        """The version of that name, or None."""
        return next((version for version in self.versions if version.name == name), None)


def version_of(text: str) -> str:
    """The name of a version: the beginning of the SHA-256 of the query's file."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def read_history(query: SavedQuery, folder: Path | None = None) -> History:
    """What is kept of a query, and its present version whether kept or not. Raises GovkgError for a file that is not as it was kept."""
    place = (folder or queries()) / "history" / query.id
    answers = _answers(place / ANSWERS, query.id)
    days = {answered.version: answered.day for answered in reversed(answers)}
    kept = sorted((_read(path, days, query.id) for path in place.glob("*.rq")), key=lambda version: version.number)
    if not kept or kept[-1].name != version_of(query.sparql):
        kept.append(Version(len(kept) + 1, version_of(query.sparql), query.sparql, ""))
    return History(tuple(kept), answers)


def _read(path: Path, days: dict[str, str], query_id: str) -> Version:
    number, _, name = path.stem.partition("-")
    where = f"queries/history/{query_id}/{path.name}"
    text = read_text(path, where)
    if not number.isdigit() or version_of(text) != name:
        raise GovkgError(
            [
                Problem(
                    where,
                    0,
                    "this is not the text that was kept",
                    "take it back; `govkg queries keep` writes these files",
                )
            ]
        )
    return Version(int(number), name, text, days.get(name, ""))


def _answers(path: Path, query_id: str) -> tuple[Answered, ...]:
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    found = []
    for number, line in enumerate(lines, 1):
        parts = line.split("\t")
        if len(parts) != 4:
            where = f"queries/history/{query_id}/{ANSWERS}"
            raise GovkgError(
                [
                    Problem(
                        where, number, "a line has four columns", "take it back; `govkg queries keep` writes this file"
                    )
                ]
            )
        found.append(Answered(parts[0], parts[1], parts[2], tuple(parts[3].split())))
    return tuple(found)


def _difference(before: Answered | None, now: Answered) -> tuple[int | None, int | None]:
    if before is None:
        return None, None
    was, is_now = Counter(before.rows), Counter(now.rows)
    return (is_now - was).total(), (was - is_now).total()
