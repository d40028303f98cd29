"""Dumps of the whole release: N-Quads, TriG, JSON-LD, and a flat table of claims."""

from collections.abc import Callable, Mapping

import pyoxigraph as ox

from govkg.core.dataset import Release
from govkg.core.errors import UsageError
from govkg.core.names import graph
from govkg.publish.delimited import csv_bytes
from govkg.publish.rdf import serialised
from govkg.query.engine import engine_of
from govkg.query.labels import Label, labels_of
from govkg.query.run import JOIN, iris_in

CLAIM_COLUMNS = (
    "claim", "document", "kind", "line_from", "line_to", "region", "subject", "role", "object", "status", "answer", "question", "doubt", "quote",
)  # fmt: skip
VERBATIM = ("claim", "quote")


def to_nquads(release: Release, lang: str) -> bytes:
    """The release as it is."""
    return release.data


def to_trig(release: Release, lang: str) -> bytes:
    """The release as TriG with our prefixes."""
    return _as(release, ox.RdfFormat.TRIG)


def to_jsonld(release: Release, lang: str) -> bytes:
    """The release as JSON-LD."""
    return _as(release, ox.RdfFormat.JSON_LD)


def to_claims_csv(release: Release, lang: str) -> bytes:
    """One line a claim: labels and doubts in one language, with the IRI of the claim."""
    engine = engine_of(release)
    rows = [{name: term.value for name, term in row.items()} for row in engine.select(_claims(lang))]
    labels = labels_of(
        engine,
        {iri for row in rows for name, value in row.items() if name not in VERBATIM for iri in iris_in(value)},
        lang,
    )
    return csv_bytes(CLAIM_COLUMNS, ([_shown(name, row, labels) for name in CLAIM_COLUMNS] for row in rows))


def _claims(lang: str) -> str:
    return f"""SELECT ?claim ?document ?kind ?line_from ?line_to ?region ?status ?answer ?quote ?role
  (GROUP_CONCAT(DISTINCT STR(?s); separator="{JOIN}") AS ?subject) (GROUP_CONCAT(DISTINCT STR(?o); separator="{JOIN}") AS ?object)
  (GROUP_CONCAT(DISTINCT STR(?q); separator="{JOIN}") AS ?question) (GROUP_CONCAT(DISTINCT ?d; separator="{JOIN}") AS ?doubt) WHERE {{
  ?claim gov:order ?order ; gov:document ?document ; gov:quote ?quote ; gov:answer ?answer ; gov:lineFrom ?line_from ; gov:lineTo ?line_to .
  GRAPH {graph("asserted")} {{ ?claim a ?kind }}
  OPTIONAL {{ ?claim gov:region ?region }} OPTIONAL {{ ?claim gov:status ?status }} OPTIONAL {{ ?claim gov:role ?role }}
  OPTIONAL {{ ?claim gov:body|gov:organisation|gov:partner ?s }} OPTIONAL {{ ?claim gov:task|gov:addressee|gov:subjectText|gov:content ?o }}
  OPTIONAL {{ ?claim gov:question ?q }} OPTIONAL {{ ?claim gov:doubt ?d FILTER(LANG(?d) = "{lang}") }}
}} GROUP BY ?claim ?document ?kind ?line_from ?line_to ?region ?status ?answer ?quote ?role ?order ORDER BY ?document ?order"""


def _shown(name: str, row: Mapping[str, str], labels: Mapping[str, Label]) -> str:
    value = row.get(name, "")  # what a claim does not say stays empty
    if name in VERBATIM:
        return value
    return JOIN.join(sorted(labels[part].text if part in labels else part for part in value.split(JOIN)))


def _as(release: Release, form: ox.RdfFormat) -> bytes:
    return serialised(ox.parse(input=release.data, format=ox.RdfFormat.N_QUADS), form)


EXPORTS: dict[str, Callable[[Release, str], bytes]] = {
    "nquads": to_nquads,
    "trig": to_trig,
    "jsonld": to_jsonld,
    "claims.csv": to_claims_csv,
}


def export(name: str, release: Release, lang: str) -> bytes:
    """The bytes of a dump; `lang` is the language of labels and doubts in claims.csv. Raises UsageError for an unknown format."""
    if name not in EXPORTS:
        raise UsageError("format", f"unknown dump `{name}`", f"use one of {', '.join(EXPORTS)}")
    return EXPORTS[name](release, lang)
