"""Claims, the things they name, and their evidence (W3C Web Annotation selectors) → quads."""

from collections.abc import Mapping

import pyoxigraph as ox

from govkg.build.vocabulary import Vocabulary
from govkg.build.write.published import published_text
from govkg.build.write.quads import ALT_LABEL, TYPE, Quads
from govkg.core.literals import integer
from govkg.core.model import Anchor, Claim, Curation, Declared
from govkg.core.names import OA, RDFS, XSD, gov, thing

TEXTS = frozenset(
    {
        "content",
        "subjectText",
        "addresseeText",
        "purpose",
        "field",
        "composition",
        "verb",
        "phase",
        "result",
        "roleText",
        "targetText",
        "doubt",
    }
)
QUOTE_JOIN = " ¶ "
LABEL = ox.NamedNode(RDFS + "label")
CONTEXT = 32  # characters before and after a quote
Labels = Mapping[str, Mapping[str, str]]


def claim_quads(
    curation: Curation, words: Vocabulary, authorities: Mapping[str, str], kinds: Labels, out: Quads
) -> None:
    """Write a document's claims, the bodies and organisations they name, and their quotes.

    `authorities` gives the county authority of a region; `kinds` the labels of claim classes by language.
    """
    in_rules, text = _in_rules(curation), published_text(curation)
    for declared in curation.declared.values():
        _declared(declared, declared.iri.value in in_rules, words, authorities, out)
    for claim in curation.claims:
        _claim(claim, out)
        _claim_label(claim, curation, kinds, out)
        for found in claim.anchors:
            _evidence(found, text, out)


def _in_rules(curation: Curation) -> set[str]:
    """Bodies laid down in a county's administrative regulations: these belong to the county's authority."""
    rules = thing("status", "in-rules")
    return {
        term.value
        for claim in curation.claims
        if claim.kind == "body" and claim.get("status") == rules
        for term in claim.all("body")
    }


def _declared(
    declared: Declared, in_rules: bool, words: Vocabulary, authorities: Mapping[str, str], out: Quads
) -> None:
    out.mint(declared.iri, f"{declared.place.file}:{declared.place.line}")
    prop = "bodyType" if declared.kind == "body" else "organisationKind"
    cls = words.class_of(prop, declared.type)
    if cls is not None:
        out.fact(declared.iri, TYPE, cls)
    out.labels(declared.iri, {"fi": declared.name})
    for alt in declared.alt:
        out.text(declared.iri, ALT_LABEL, ox.Literal(alt, language="fi"))
    if declared.region and declared.kind == "body":
        out.fact(declared.iri, gov("area"), thing("region", declared.region))
    authority = declared.authority
    if authority is None and in_rules and declared.region and declared.region in authorities:
        authority = thing("authority", authorities[declared.region])
    if authority is not None:
        out.fact(declared.iri, gov("authority"), authority)


def _claim(claim: Claim, out: Quads) -> None:
    iri = out.mint(claim.iri, f"{claim.place.file}:{claim.place.line}")
    out.fact(iri, TYPE, gov(claim.class_name))
    out.fact(iri, gov("document"), thing("document", claim.document))
    out.fact(iri, gov("segment"), thing("segment", f"{claim.document}/{claim.segment}"))
    for prop, term in claim.values:
        (out.text if prop in TEXTS else out.fact)(iri, gov(prop), term)
    out.text(iri, gov("quote"), ox.Literal(QUOTE_JOIN.join(found.exact for found in claim.anchors), language="fi"))
    out.text(iri, gov("order"), integer(claim.order))
    for found in claim.anchors:
        out.text(iri, gov("evidence"), evidence_iri(found))
    lines = [line for found in claim.anchors for line in found.lines]
    out.text(iri, gov("lineFrom"), integer(min(lines)))
    out.text(iri, gov("lineTo"), integer(max(lines)))


def _claim_label(claim: Claim, curation: Curation, kinds: Labels, out: Quads) -> None:
    rows = {"fi": "rivi", "sv": "rad", "en": "line"}
    line = min(line for found in claim.anchors for line in found.lines)
    kind = kinds.get(gov(claim.class_name).value, {})
    out.labels(
        claim.iri,
        {
            lang: f"{kind.get(lang, claim.class_name)}: {curation.source.labels[lang]}, {word} {line}"
            for lang, word in rows.items()
        },
    )


def evidence_iri(found: Anchor) -> ox.NamedNode:
    """The IRI of a quote's place, by its offsets in the reading text."""
    return thing("evidence", f"{found.document}/{found.start}-{found.end}")


def _evidence(found: Anchor, text: str, out: Quads) -> None:
    """Web Annotation Data Model, 4.2.4 (TextQuoteSelector) and 4.2.5 (TextPositionSelector); offsets count in the reading text."""
    iri = evidence_iri(found)
    quote, position = ox.NamedNode(f"{iri.value}/quote"), ox.NamedNode(f"{iri.value}/position")
    out.text(iri, TYPE, gov("Evidence"))
    out.text(iri, TYPE, ox.NamedNode(OA + "SpecificResource"))
    out.text(iri, LABEL, ox.Literal(_short(found.exact), language="fi"))
    out.text(iri, ox.NamedNode(OA + "hasSource"), thing("document", found.document))
    out.text(iri, ox.NamedNode(OA + "hasSelector"), quote)
    out.text(iri, ox.NamedNode(OA + "hasSelector"), position)
    out.text(quote, TYPE, ox.NamedNode(OA + "TextQuoteSelector"))
    before, after = text[max(0, found.start - CONTEXT) : found.start], text[found.end : found.end + CONTEXT]
    for name, value in (("exact", found.exact), ("prefix", before), ("suffix", after)):
        out.text(quote, ox.NamedNode(OA + name), ox.Literal(value))
    out.text(position, TYPE, ox.NamedNode(OA + "TextPositionSelector"))
    out.text(quote, LABEL, ox.Literal(_short(found.exact), language="fi"))
    out.text(position, LABEL, ox.Literal(f"{found.start}–{found.end}"))
    out.text(position, ox.NamedNode(OA + "start"), _count(found.start))
    out.text(position, ox.NamedNode(OA + "end"), _count(found.end))
    out.text(iri, gov("lineFrom"), integer(found.lines[0]))
    out.text(iri, gov("lineTo"), integer(found.lines[-1]))


def _count(value: int) -> ox.Literal:
    return ox.Literal(str(value), datatype=ox.NamedNode(XSD + "nonNegativeInteger"))


def _short(text: str, width: int = 60) -> str:
    return text if len(text) <= width else text[: width - 1].rsplit(" ", 1)[0] + "…"
