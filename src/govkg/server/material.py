"""The material at a glance: each document with the regions that it speaks of."""

from dataclasses import dataclass

from govkg.query.engine import Engine
from govkg.server.documents import Document, documents
from govkg.server.facts import Value, show

_REGIONS = "SELECT DISTINCT ?d ?region WHERE { ?claim gov:document ?d ; gov:region ?region }"


@dataclass(frozen=True)
class Material:
    """A document and its regions by name."""

    document: Document
    regions: tuple[Value, ...]


def material(engine: Engine, lang: str) -> list[Material]:
    """All documents, the oldest first; those without a date before them."""
    rows = list(engine.select(_REGIONS))
    names = show(engine, {row["region"] for row in rows}, lang)
    return [
        Material(found, tuple(names[row["region"]] for row in rows if row["d"].value == found.iri))
        for found in documents(engine, lang)
    ]
