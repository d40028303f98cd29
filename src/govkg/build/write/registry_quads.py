"""Reference data → quads: regions, authorities, municipalities, organisations, provisions and reforms."""

from collections.abc import Callable, Mapping

import pyoxigraph as ox

from govkg.build.registry import Row
from govkg.build.vocabulary import Vocabulary, nearest
from govkg.build.write.quads import ALT_LABEL, DEFINITION, TYPE, Quads
from govkg.core.errors import GovkgError
from govkg.core.literals import date
from govkg.core.names import DCT, ELI, LANGS, SKOS, gov, thing

EXACT_MATCH = ox.NamedNode(SKOS + "exactMatch")
NOTATION = ox.NamedNode(SKOS + "notation")
SOURCE = ox.NamedNode(DCT + "source")
WIKIDATA = "http://www.wikidata.org/entity/"


def registry_quads(rows: tuple[Row, ...], words: Vocabulary, used: frozenset[str], out: Quads) -> None:
    """Write the reference data. Organisations are written only when a claim speaks of them (`used` holds IRIs)."""
    for row in rows:
        iri = thing(row.kind, row.slug)
        if row.kind == "organisation" and iri.value not in used:
            continue
        out.mint(iri, f"registry: {row.kind} {row.slug}")
        _names(iri, row, out)
        WRITERS[row.kind](iri, row, words, out)


def current_authorities(rows: tuple[Row, ...]) -> dict[str, str]:
    """The authority that acts in a region today, by the region's slug: those with a code of Statistics Finland."""
    return {row.get("area"): row.slug for row in rows if row.kind == "authority" and row.get("statfin_code")}


def _names(iri: ox.NamedNode, row: Row, out: Quads) -> None:
    out.labels(iri, {lang: row.get(lang) for lang in LANGS})
    out.labels(iri, {lang: row.get(f"definition_{lang}") for lang in LANGS}, DEFINITION)
    out.labels(iri, {lang: row.get(f"alt_{lang}") for lang in LANGS}, ALT_LABEL)
    for alt in filter(None, row.get("alt").split("|")):
        out.text(iri, ALT_LABEL, ox.Literal(alt, language="fi"))
    if wikidata := row.get("wikidata"):
        out.text(iri, EXACT_MATCH, ox.NamedNode(WIKIDATA + wikidata))
    if place := row.get("yso_place"):
        out.text(iri, EXACT_MATCH, ox.NamedNode(place))
    if source := row.get("source"):
        out.text(iri, SOURCE, ox.NamedNode(source) if source.startswith("http") else ox.Literal(source, language="en"))


def _region(iri: ox.NamedNode, row: Row, words: Vocabulary, out: Quads) -> None:
    out.fact(iri, TYPE, gov(row.get("class")))
    for name in ("county_code", "region_code"):
        if code := row.get(name):
            out.text(iri, gov("countyCode" if name == "county_code" else "regionCode"), ox.Literal(code))


def _authority(iri: ox.NamedNode, row: Row, words: Vocabulary, out: Quads) -> None:
    out.fact(iri, TYPE, gov("Authority"))
    out.fact(iri, gov("area"), thing("region", row.get("area")))


def _municipality(iri: ox.NamedNode, row: Row, words: Vocabulary, out: Quads) -> None:
    out.fact(iri, TYPE, gov("Municipality"))
    out.fact(iri, gov("area"), thing("region", row.get("area")))
    out.text(iri, NOTATION, ox.Literal(row.get("statfin_code")))


def _organisation(iri: ox.NamedNode, row: Row, words: Vocabulary, out: Quads) -> None:
    cls = words.class_of("organisationKind", row.get("kind"))
    if cls is None:
        raise GovkgError(
            [
                row.problem(
                    f"has an unknown kind `{row.get('kind')}`",
                    nearest(row.get("kind"), {slug for prop, slug in words.classes if prop == "organisationKind"}),
                )
            ]
        )
    out.fact(iri, TYPE, cls)


def _law(iri: ox.NamedNode, row: Row, words: Vocabulary, out: Quads) -> None:
    out.fact(iri, TYPE, gov("LegalProvision"))
    out.text(iri, ox.NamedNode(ELI + "in_force"), ox.NamedNode(ELI + "InForce-notInForce"))
    if whole := row.get("part-of"):
        out.text(iri, ox.NamedNode(ELI + "is_part_of"), thing("law", whole))


def _reform(iri: ox.NamedNode, row: Row, words: Vocabulary, out: Quads) -> None:
    out.fact(iri, TYPE, gov("Reform"))
    out.fact(iri, gov("lapsed"), date(row.get("lapsed")))
    out.text(iri, gov("sourceQuote"), ox.Literal(row.get("source-quote"), language="fi"))
    for slug in row.get("documents").split("|"):
        out.fact(thing("document", slug), gov("describesReform"), iri)


Writer = Callable[[ox.NamedNode, Row, Vocabulary, Quads], None]
WRITERS: Mapping[str, Writer] = {
    "region": _region, "authority": _authority, "municipality": _municipality,
    "organisation": _organisation, "law": _law, "reform": _reform,
}  # fmt: skip
