"""Regions without a row, and why: silent is one thing, not read is another.

That a document was read for a question in a region, and is silent, is a row of its own; here is only what has none.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from govkg.core.names import ID
from govkg.query.engine import Engine
from govkg.query.labels import labels_of
from govkg.query.run import Table
from govkg.server.address import FACET, Address
from govkg.server.facts import Value

REGION = "region"
LIMITED, NOT_COVERED, UNSAID, NO_DOCUMENT = (
    "absent.limited",
    "absent.not-covered",
    "absent.unsaid",
    "absent.no-document",
)
_PLACES = "SELECT ?region ?code WHERE { ?region gov:countyCode ?code } ORDER BY ?code"
_SPOKEN = "SELECT DISTINCT ?region WHERE { ?claim gov:region ?region ; gov:document ?document }"
_READ = "SELECT DISTINCT ?region WHERE {{ VALUES ?question {{ {questions} }} ?reading gov:readQuestion ?question ; gov:readRegion ?region }}"


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
    why = _reasons(engine, whole, codes)
    limited = narrowed or bool(whole.bound)
    return tuple(
        Place(iri, code, Value(labels[iri].text, labels[iri].lang, iri), LIMITED if limited else why[iri])
        for iri, code in codes.items()
    )


def asks_for_some(whole: Table, address: Address) -> bool:
    """Whether the reader asked for certain regions, so that the others are beside the point."""
    return REGION in whole.bound or bool(address.every(FACET + REGION))


def _reasons(engine: Engine, whole: Table, regions: Iterable[str]) -> dict[str, str]:
    spoken = {row["region"].value for row in engine.select(_SPOKEN)}
    questions = [str(NamedNode(f"{ID}question/{slug}")) for slug in whole.query.questions]
    found = engine.select(_READ.format(questions=" ".join(questions))) if questions else ()
    read = {row["region"].value for row in found}
    return {iri: _reason(iri in spoken, iri in read or not questions) for iri in regions}


def _reason(spoken: bool, read: bool) -> str:
    return (UNSAID if read else NOT_COVERED) if spoken else NO_DOCUMENT
