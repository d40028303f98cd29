"""The steps read, segment, anchor, claim and account over all documents: what `govkg check` runs and `govkg build` starts with."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from govkg.build.account import unaccounted
from govkg.build.claims import read_curation
from govkg.build.kept import Kept
from govkg.build.registry import Row, read_registry, registered
from govkg.build.sources import read_source
from govkg.build.vocabulary import Vocabulary, read_vocabulary
from govkg.core.errors import GovkgError, Problem, UsageError, stop_if
from govkg.core.model import Curation
from govkg.core.paths import sources


@dataclass(frozen=True)
class Curated:
    """Everything that was read: the vocabulary, the reference data and each document's curation, by slug in order."""

    words: Vocabulary
    registry: tuple[Row, ...]
    curations: tuple[Curation, ...]


def document_folders(root: Path | None = None) -> dict[str, Path]:
    """The source documents' folders by slug, in order. Raises GovkgError when there is no folder of documents."""
    folder = sources(root)
    if not folder.is_dir():
        raise GovkgError(
            [
                Problem(
                    str(folder),
                    0,
                    "there is no folder of source documents",
                    "run govkg in a checkout, or point GOVKG_ROOT at one",
                )
            ]
        )
    return {path.name: path for path in sorted(folder.iterdir()) if path.is_dir()}


def curate(root: Path | None = None, only: Sequence[str] = ()) -> Curated:
    """Read everything that has changed since it was last read; the problems of all documents are raised together as one GovkgError."""
    folders = document_folders(root)
    for slug in only:
        if slug not in folders:
            raise UsageError("document", f"unknown document `{slug}`", f"known: {', '.join(folders)}")
    words, rows, kept = read_vocabulary(root), read_registry(root), Kept(root)
    known = registered(rows)
    curations, problems = list[Curation](), list[Problem]()
    for slug, folder in folders.items():
        if only and slug not in only:
            continue
        if ready := kept.find(folder):
            curations.append(ready)
            continue
        try:
            curation = read_curation(read_source(folder), words, known)
        except GovkgError as error:
            problems.extend(error.problems)
        else:
            left = list(unaccounted(curation))
            problems.extend(left)
            curations.append(curation)
            if not left:
                kept.keep(folder, curation)
    stop_if(problems)
    return Curated(words, rows, tuple(curations))
