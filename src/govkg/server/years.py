"""What documents of different years say of a region: kinds of claim as rows, documents as columns."""

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import NamedNode

from govkg.query.collate import text_key
from govkg.query.engine import Engine
from govkg.server.claims import ClaimView, claims_named
from govkg.server.documents import Document, documents
from govkg.server.facts import Value

_CLAIMS = "SELECT DISTINCT ?c WHERE {{ ?c gov:region {region} ; gov:order ?order }}"


@dataclass(frozen=True)
class Kind:
    """A kind of claim, and the claims of each document; a document without any has an empty cell."""

    label: Value
    cells: tuple[tuple[ClaimView, ...], ...]


@dataclass(frozen=True)
class Years:
    """The documents that speak of a region, oldest first, and what they say by kind."""

    documents: tuple[Document, ...]
    kinds: tuple[Kind, ...]


def years(engine: Engine, region: str, lang: str) -> Years:
    """Everything that is claimed of a region, by kind and document."""
    iris = [row["c"].value for row in engine.select(_CLAIMS.format(region=NamedNode(region)))]
    by: dict[str, dict[str, list[ClaimView]]] = defaultdict(lambda: defaultdict(list))
    labels: dict[str, Value] = {}
    for claim in claims_named(engine, iris, lang).values():
        by[claim.kind_name][claim.document].append(claim)
        labels[claim.kind_name] = claim.kind
    spoken = {document for cells in by.values() for document in cells}
    found = tuple(document for document in documents(engine, lang) if document.iri in spoken)
    kinds = [Kind(labels[name], tuple(tuple(by[name][d.iri]) for d in found)) for name in labels]
    return Years(found, tuple(sorted(kinds, key=lambda kind: text_key(kind.label.text))))
