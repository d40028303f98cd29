"""Documents, their segments, what they were read for, and the account of their lines → quads."""

import pyoxigraph as ox

from govkg.build.account import summary
from govkg.build.sources import NOT_MENTIONED
from govkg.build.write.published import published_text
from govkg.build.write.quads import DEFINITION, TYPE, Quads
from govkg.build.write.reading_quads import Names, reading_quads
from govkg.core.literals import date, integer
from govkg.core.model import Curation, Source
from govkg.core.names import DCT, gov, thing

DC_PUBLISHER = ox.NamedNode("http://purl.org/dc/elements/1.1/publisher")


def document_quads(curation: Curation, names: Names, out: Quads) -> None:
    """Write a document with its segments, readings, exclusions and coverage. `names` are those of questions and regions, by IRI and language."""
    source = curation.source
    _document(source, out)
    out.text(thing("document", source.slug), gov("readingText"), ox.Literal(published_text(curation), language="fi"))
    _segments(source, out)
    reading_quads(source, names, out)
    _exclusions(curation, out)
    _coverage(curation, out)


def _document(source: Source, out: Quads) -> None:
    iri = out.mint(thing("document", source.slug), f"{source.slug}/source.yaml")
    out.fact(iri, TYPE, gov("Document"))
    out.fact(iri, gov("standing"), thing("standing", source.meta["standing"]))
    out.labels(iri, source.labels)
    out.labels(iri, source.definitions, DEFINITION)
    out.text(iri, ox.NamedNode(DCT + "title"), ox.Literal(source.meta["title"], language="fi"))
    if source.meta["publisher"] != NOT_MENTIONED:
        out.text(iri, DC_PUBLISHER, ox.Literal(source.meta["publisher"], language="fi"))
    if source.meta["date"] != NOT_MENTIONED:
        out.fact(iri, gov("documentDate"), date(source.meta["date"]))
    if "as-of" in source.meta:
        out.fact(iri, gov("asOf"), date(source.meta["as-of"]))
    out.text(iri, gov("documentKind"), ox.Literal(source.meta["kind"]))
    out.text(iri, gov("checksum"), ox.Literal(f"sha256:{source.meta['sha256']}"))


def _segments(source: Source, out: Quads) -> None:
    for segment in source.segments:
        iri = out.mint(
            thing("segment", f"{source.slug}/{segment.id}"), f"{source.slug}/source.yaml: outline {segment.id}"
        )
        out.text(iri, TYPE, gov("Segment"))
        out.labels(iri, {"fi": segment.title})
        out.text(iri, gov("inDocument"), thing("document", source.slug))
        out.text(iri, gov("lineFrom"), integer(segment.line_from))
        out.text(iri, gov("lineTo"), integer(segment.line_to))


def _exclusions(curation: Curation, out: Quads) -> None:
    for exclusion in curation.exclusions:
        first, last = min(exclusion.lines), max(exclusion.lines)
        iri = thing("exclusion-of", f"{exclusion.document}/{first}-{last}-{exclusion.reason}")
        out.text(iri, TYPE, gov("Exclusion"))
        out.text(iri, gov("inDocument"), thing("document", exclusion.document))
        out.text(iri, gov("exclusionReason"), thing("exclusion", exclusion.reason))
        out.text(iri, gov("lineFrom"), integer(first))
        out.text(iri, gov("lineTo"), integer(last))
        out.labels(
            iri,
            {
                lang: f"{curation.source.labels[lang]}: {rows} {first}–{last}"
                for lang, rows in (("fi", "rivit"), ("sv", "rader"), ("en", "lines"))
            },
        )
        if exclusion.why:
            out.text(iri, gov("why"), ox.Literal(exclusion.why, language="en"))


def _coverage(curation: Curation, out: Quads) -> None:
    found = summary(curation)
    iri = thing("coverage", found.document)
    out.text(iri, TYPE, gov("Coverage"))
    out.labels(iri, curation.source.labels)
    out.text(iri, gov("inDocument"), thing("document", found.document))
    counts = {
        "contentLines": found.content, "quotedLines": found.quoted, "excludedLines": found.excluded,
        "unaccountedLines": found.unaccounted, "claimCount": found.claims, "quoteCount": found.quotes,
    }  # fmt: skip
    for name, value in counts.items():
        out.text(iri, gov(name), integer(value))
