"""Regions without a row, and why: silent is one thing, not read is another.

That a document was read for a question in a region, and is silent, is a row of its own; here is only what has none.
"""

from dataclasses import dataclass

from govkg.query.emptiness import LIMITS, NO_DOCUMENT, NOT_READ, NOT_STATED, gaps
from govkg.query.engine import Engine
from govkg.query.labels import labels_of
from govkg.query.run import Table
from govkg.server.address import FACET, Address
from govkg.server.facts import Value

REGION = "region"
UNSAID = "absent.unsaid"
_WORDS = {
    LIMITS: "absent.limited",
    NOT_READ: "absent.not-covered",
    NOT_STATED: UNSAID,
    NO_DOCUMENT: "absent.no-document",
}
_PLACES = "SELECT ?region ?code WHERE { ?region gov:countyCode ?code } ORDER BY ?code"


@dataclass(frozen=True)
class Place:
    """A region of today's map: its code, and the key of the words that say why it has no row when it has none."""

    iri: str
    code: str
    name: Value
    absence: str

    @property
    def token(self) -> str:
        """What stands for it in an address."""
        return self.iri.rpartition("/")[2]


def places(engine: Engine, whole: Table, narrowed: bool) -> tuple[Place, ...]:
    """Every region of the map in the order of the codes. `narrowed`: rows were left out on the reader's wish."""
    codes = {row["region"].value: row["code"].value for row in engine.select(_PLACES)}
    labels = labels_of(engine, codes, whole.lang)
    limited = narrowed or bool(whole.bound)
    why = dict.fromkeys(codes, LIMITS) if limited else gaps(engine, whole.query, codes)
    return tuple(
        Place(iri, code, Value(labels[iri].text, labels[iri].lang, iri), _WORDS[why[iri]])
        for iri, code in codes.items()
    )


def asks_for_some(whole: Table, address: Address) -> bool:
    """Whether the reader asked for certain regions, so that the others are beside the point."""
    return REGION in whole.bound or bool(address.every(FACET + REGION))
