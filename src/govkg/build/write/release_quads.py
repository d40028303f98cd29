"""All that was curated → the quads of the graphs `asserted` and `evidence`."""

import pyoxigraph as ox

from govkg.build.curate import Curated
from govkg.build.registry import Row
from govkg.build.write.claims_quads import claim_quads
from govkg.build.write.document_quads import document_quads
from govkg.build.write.quads import Quads
from govkg.build.write.registry_quads import current_authorities, registry_quads
from govkg.core.names import LANGS, RDFS, SKOS, thing


def write_quads(curated: Curated, ontology: list[ox.Triple]) -> Quads:
    """The quads of reference data, documents and claims. Raises GovkgError when one IRI is minted for two things."""
    out, kinds = Quads(), _labels(ontology, RDFS + "label")
    names = _labels(ontology, SKOS + "prefLabel") | _region_names(curated.registry)
    authorities = current_authorities(curated.registry)
    used = frozenset(
        term.value for curation in curated.curations for claim in curation.claims for _, term in claim.values
    )
    registry_quads(curated.registry, curated.words, used, out)
    for curation in curated.curations:
        document_quads(curation, names, out)
        claim_quads(curation, curated.words, authorities, kinds, out)
    out.check()
    return out


def _labels(ontology: list[ox.Triple], prop: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for triple in ontology:
        if (
            triple.predicate.value == prop
            and isinstance(triple.object, ox.Literal)
            and isinstance(triple.subject, ox.NamedNode)
        ):
            found.setdefault(triple.subject.value, {})[triple.object.language or ""] = triple.object.value
    return found


def _region_names(rows: tuple[Row, ...]) -> dict[str, dict[str, str]]:
    return {
        thing("region", row.slug).value: {lang: row.get(lang) for lang in LANGS} for row in rows if row.kind == "region"
    }
