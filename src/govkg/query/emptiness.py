"""Why an answer has no row. Silence, what was not read, the reader's own limits and nothing at all are four different answers, never one blank."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from govkg.core.model import Term
from govkg.query.catalogue import SavedQuery
from govkg.query.covering import about_matter, covered, documents_naming
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
REGION, DOCUMENT = "region", "document"  # the parameters that say which documents could answer
ABOUT_READING = "evidence"  # the theme of the questions about the reading itself: there, nothing is an answer


@dataclass(frozen=True)
class Outcome:
    """What an answer amounts to: its kind (one of KINDS) and, where it is not simply stated, a sentence that says so."""

    kind: str
    sentence: str = ""


def emptiness(engine: Engine, query: SavedQuery, bound: Mapping[str, Term], lang: str) -> Outcome:
    """Why the answer to a saved query with these parameters has no row.

    A region, document, task or body is what is asked about, so that its documents may be silent of it; all else is a limit of the reader's own.
    """
    matter = about_matter(query, bound)
    place = {name: bound[name] for name in (REGION, DOCUMENT) if name in bound}
    own = bound.keys() - place.keys() - matter.keys()
    if own and (count := _rows(engine, bound_text(query, place | matter), query.form)):
        return Outcome(LIMITS, sentence(lang, "limits", names=_called(query, own, lang), rows=count))
    known = readings(engine)
    region, document = (place[name].value if name in place else "" for name in (REGION, DOCUMENT))
    found = covered(engine, known.on(region, document), query, matter)
    if found.all:
        kind = NONE if query.theme == ABOUT_READING else NOT_STATED
        told = sentence(lang, kind, documents=_names(engine, found.documents, lang, ", "))
    else:
        kind = NOT_READ
        told = _not_read(engine, query, known, (region, document), matter, lang)
    if matter and (count := _rows(engine, bound_text(query, place), query.form)):
        told += " " + sentence(lang, "wider", names=_called(query, matter, lang), rows=count)
    return Outcome(kind, told)


def filtered(lang: str, total: int) -> Outcome:
    """The reader's filter leaves none of the rows that the answer has."""
    return Outcome(LIMITS, sentence(lang, "filtered", rows=total))


def gaps(engine: Engine, query: SavedQuery, regions: Iterable[str]) -> dict[str, str]:
    """Why each region would have no row in an answer without limits: NOT_STATED, NOT_READ or NO_DOCUMENT."""
    known = readings(engine)
    spoken, read = known.regions, covered(engine, known, query, {}).regions
    return {iri: NOT_STATED if iri in read else NOT_READ if iri in spoken else NO_DOCUMENT for iri in regions}


def _called(query: SavedQuery, names: Collection[str], lang: str) -> str:
    return ", ".join(p.labels[lang] for p in query.parameters if p.name in names)


def _rows(engine: Engine, sparql: str, form: str) -> int:
    return len(list(engine.select(sparql) if form == "SELECT" else engine.construct(sparql)))


def _not_read(
    engine: Engine, query: SavedQuery, known: Readings, at: tuple[str, str], matter: Mapping[str, Term], lang: str
) -> str:
    """What was not read, and what was instead."""
    region, document = at
    labels = labels_of(engine, filter(None, at), lang)
    place = {name: labels[iri].text for name, iri in zip((REGION, DOCUMENT), at, strict=True) if iri}
    told = [sentence(lang, "-".join(("not-read", *place)), **place)]
    if region:
        for_it = covered(engine, known.on(region), query, matter).documents
        documents = _names(engine, for_it or known.on(region).documents, lang, ", ")
        key = "read-on-region" if for_it else "read-for-others" if documents else "no-document"
        told.append(sentence(lang, key, documents=documents))
    on_document = known.on(document=document)
    if document and (elsewhere := covered(engine, on_document, query, matter).regions):
        told.append(sentence(lang, "read-elsewhere", regions=_names(engine, sorted(elsewhere), lang, ", ")))
    elif document and (questions := on_document.questions):
        told.append(sentence(lang, "read-for", questions=_names(engine, questions, lang, " ")))
    elif (documents_of := documents_naming(engine, matter)) and not region:
        told.append(sentence(lang, "named-in", documents=_names(engine, sorted(documents_of), lang, ", ")))
    return " ".join(told)


def _names(engine: Engine, iris: Iterable[str], lang: str, between: str) -> str:
    labels = labels_of(engine, iris := tuple(iris), lang)
    return between.join(labels[iri].text for iri in iris)
