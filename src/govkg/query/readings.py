"""What the documents were read for: which document, for which question, on which region (the graph of coverage)."""

from dataclasses import dataclass

from govkg.query.engine import Engine

_READ = """SELECT ?question ?region ?document WHERE {
  ?reading gov:readQuestion ?question ; gov:readRegion ?region ; gov:readDocument ?document }"""
_SPOKEN = "SELECT DISTINCT ?region ?document WHERE { ?claim gov:region ?region ; gov:document ?document }"


@dataclass(frozen=True, order=True)
class Reading:
    """A document that was read for a question on a region, as IRIs; without a question: a document that speaks of the region."""

    document: str
    question: str
    region: str


@dataclass(frozen=True)
class Readings:
    """All readings, in order."""

    all: tuple[Reading, ...]

    def on(self, region: str = "", document: str = "") -> "Readings":
        """Those on a region and of a document; an empty name leaves them all."""
        kept = (r for r in self.all if region in ("", r.region) and document in ("", r.document))
        return Readings(tuple(kept))

    def of_documents(self, documents: frozenset[str]) -> "Readings":
        """Those of certain documents."""
        return Readings(tuple(r for r in self.all if r.document in documents))

    def covering(self, questions: frozenset[str]) -> "Readings":
        """Those for one of the questions."""
        return Readings(tuple(r for r in self.all if r.question in questions))

    @property
    def regions(self) -> frozenset[str]:
        """The regions that these are on."""
        return frozenset(reading.region for reading in self.all)

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that were read, in order."""
        return tuple(dict.fromkeys(reading.document for reading in self.all))

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that these are for, in order."""
        return tuple(dict.fromkeys(reading.question for reading in self.all if reading.question))


def readings(engine: Engine) -> Readings:
    """Every reading, and every document that speaks of a region."""
    found = {Reading(row["document"].value, row["question"].value, row["region"].value) for row in engine.select(_READ)}
    spoken = {Reading(row["document"].value, "", row["region"].value) for row in engine.select(_SPOKEN)}
    return Readings(tuple(sorted(found | spoken)))
