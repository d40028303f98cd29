"""How far the documents behind a page hold: a lapsed reform, a snapshot of its time, or a proposal."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from govkg.query.engine import Engine
from govkg.query.labels import Label
from govkg.server.documents import Document, definition_of, documents

LAPSED = "lapsed-reform"
_REFORM = "SELECT DISTINCT ?reform WHERE {{ {document} gov:describesReform ?reform }} ORDER BY ?reform"


@dataclass(frozen=True)
class Standing:
    """One standing, what it means, and the documents that have it."""

    slug: str
    label: Label
    meanings: tuple[Label, ...]
    documents: tuple[Document, ...]

    @property
    def lapsed(self) -> bool:
        """Whether what these documents plan never came into force."""
        return self.slug == LAPSED


def standings(engine: Engine, iris: Iterable[str], lang: str) -> list[Standing]:
    """The standings of these documents, lapsed ones first."""
    wanted = set(iris)
    groups: dict[str, list[Document]] = {}
    for document in documents(engine, lang):
        if document.iri in wanted:
            groups.setdefault(document.standing_slug, []).append(document)
    found = [
        Standing(slug, group[0].standing, _meanings(engine, group, lang), tuple(group))
        for slug, group in groups.items()
    ]
    return sorted(found, key=lambda item: (not item.lapsed, item.slug))


def _meanings(engine: Engine, group: list[Document], lang: str) -> tuple[Label, ...]:
    """What is said of the reform that the documents describe; where there is none, what the standing means."""
    reforms = {
        row["reform"].value
        for document in group
        for row in engine.select(_REFORM.format(document=NamedNode(document.iri)))
    }
    iris = sorted(reforms) or [standing_iri(group[0])]
    return tuple(text for iri in iris if (text := definition_of(engine, iri, lang)))


def standing_iri(document: Document) -> str:
    """The concept of a document's standing."""
    return f"{document.iri.rpartition('document/')[0]}standing/{document.standing_slug}"
