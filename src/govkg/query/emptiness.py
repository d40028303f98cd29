"""Why an answer has no row. Silence, what was not read, the reader's own limits and nothing at all are four different answers, never one blank."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from govkg.core.model import Term
from govkg.core.names import ID
from govkg.query.catalogue import SavedQuery
from govkg.query.empty_words import sentence
from govkg.query.engine import Engine
from govkg.query.labels import labels_of
from govkg.query.parameters import bound_text
from govkg.query.readings import Readings, readings

STATED, STATED_ABSENT, NOT_STATED, NOT_READ, LIMITS, NONE = (
    "stated", "stated-absent", "not-stated", "not-read", "limits", "none",
)  # fmt: skip
NO_DOCUMENT = "no-document"  # of a region among others: no document that was read speaks of it
OUT_OF_TIME, OUT_OF_ROWS = "out-of-time", "out-of-rows"  # there is no answer, since it was not finished
KINDS = (STATED, STATED_ABSENT, NOT_STATED, NOT_READ, LIMITS, NONE)
REGION, DOCUMENT = (
    "region",
    "document",
)  # the parameters that say what is asked about; any other is a limit of the reader's own
ABOUT_READING = "evidence"  # the theme of the questions about the reading itself: there, nothing is an answer


@dataclass(frozen=True)
class Outcome:
    """What an answer amounts to: its kind (one of KINDS) and, where it is not simply stated, a sentence that says so."""

    kind: str
    sentence: str = ""


def emptiness(engine: Engine, query: SavedQuery, bound: Mapping[str, Term], lang: str) -> Outcome:
    """Why the answer to a saved query with these parameters has no row."""
    own = {name for name in bound if name not in (REGION, DOCUMENT)}
    asked = {name: term for name, term in bound.items() if name not in own}
    if own and (count := _rows(engine, bound_text(query, asked), query.form)):
        names = ", ".join(p.labels[lang] for p in query.parameters if p.name in own)
        return Outcome(LIMITS, sentence(lang, "limits", names=names, rows=count))
    known = readings(engine)
    region, document = (asked[name].value if name in asked else "" for name in (REGION, DOCUMENT))
    covered = known.on(region, document).covering(_questions(query))
    if covered.all:
        kind = NONE if query.theme == ABOUT_READING else NOT_STATED
        return Outcome(kind, sentence(lang, kind, documents=_names(engine, covered.documents, lang, ", ")))
    return Outcome(NOT_READ, _not_read(engine, known, region, document, lang))


def filtered(lang: str, total: int) -> Outcome:
    """The reader's filter leaves none of the rows that the answer has."""
    return Outcome(LIMITS, sentence(lang, "filtered", rows=total))


def gaps(engine: Engine, query: SavedQuery, regions: Iterable[str]) -> dict[str, str]:
    """Why each region would have no row in an answer without limits: NOT_STATED, NOT_READ or NO_DOCUMENT."""
    known = readings(engine)
    spoken, read = known.regions, known.covering(_questions(query)).regions
    return {iri: NOT_STATED if iri in read else NOT_READ if iri in spoken else NO_DOCUMENT for iri in regions}


def _questions(query: SavedQuery) -> frozenset[str]:
    return frozenset(f"{ID}question/{slug}" for slug in query.questions)


def _rows(engine: Engine, sparql: str, form: str) -> int:
    return len(list(engine.select(sparql) if form == "SELECT" else engine.construct(sparql)))


def _not_read(engine: Engine, known: Readings, region: str, document: str, lang: str) -> str:
    """What was not read, and what was instead."""
    labels = labels_of(engine, filter(None, (region, document)), lang)
    place = {name: labels[iri].text for name, iri in (("region", region), ("document", document)) if iri}
    told = [sentence(lang, "-".join(("not-read", *place)), **place)]
    if region:
        documents = _names(engine, known.on(region).documents, lang, ", ")
        told.append(
            sentence(lang, "read-on-region", documents=documents) if documents else sentence(lang, "no-document")
        )
    if document and (questions := known.on(document=document).questions):
        told.append(sentence(lang, "read-for", questions=_names(engine, questions, lang, " ")))
    return " ".join(told)


def _names(engine: Engine, iris: tuple[str, ...], lang: str, between: str) -> str:
    labels = labels_of(engine, iris, lang)
    return between.join(labels[iri].text for iri in iris)
