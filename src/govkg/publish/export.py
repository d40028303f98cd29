"""Dumps of the whole release: N-Quads, TriG, JSON-LD, and a flat table of claims."""

import csv
import io
from collections.abc import Callable

import pyoxigraph as ox

from govkg.core.dataset import Release
from govkg.core.errors import UsageError
from govkg.core.names import PREFIXES
from govkg.query.engine import Engine
from govkg.query.labels import labels_of

CLAIM_COLUMNS = (
    "claim", "document", "kind", "line_from", "line_to", "region", "subject", "role", "object", "status", "answer", "question", "doubt", "quote",
)  # fmt: skip
_CLAIMS = """SELECT ?claim ?document ?kind ?line_from ?line_to ?region ?status ?answer ?quote ?role
  (GROUP_CONCAT(DISTINCT STR(?s); separator=" | ") AS ?subject) (GROUP_CONCAT(DISTINCT STR(?o); separator=" | ") AS ?object)
  (GROUP_CONCAT(DISTINCT STR(?q); separator=" | ") AS ?question) (GROUP_CONCAT(DISTINCT ?d; separator=" | ") AS ?doubt) WHERE {
  ?claim gov:order ?order ; gov:document ?document ; gov:quote ?quote ; gov:answer ?answer ; gov:lineFrom ?line_from ; gov:lineTo ?line_to .
  GRAPH <%(asserted)s> { ?claim a ?kind }
  OPTIONAL { ?claim gov:region ?region } OPTIONAL { ?claim gov:status ?status } OPTIONAL { ?claim gov:role ?role }
  OPTIONAL { ?claim gov:body|gov:organisation|gov:partner ?s } OPTIONAL { ?claim gov:task|gov:addressee|gov:subjectText|gov:content ?o }
  OPTIONAL { ?claim gov:question ?q } OPTIONAL { ?claim gov:doubt ?d FILTER(LANG(?d) = "en") }
} GROUP BY ?claim ?document ?kind ?line_from ?line_to ?region ?status ?answer ?quote ?role ?order ORDER BY ?document ?order"""


def to_nquads(release: Release, engine: Engine, lang: str) -> bytes:
    """The release as it is."""
    return release.data


def to_trig(release: Release, engine: Engine, lang: str) -> bytes:
    """The release as TriG with our prefixes."""
    return _serialised(release, ox.RdfFormat.TRIG)


def to_jsonld(release: Release, engine: Engine, lang: str) -> bytes:
    """The release as JSON-LD."""
    return _serialised(release, ox.RdfFormat.JSON_LD)


def to_claims_csv(release: Release, engine: Engine, lang: str) -> bytes:
    """One line a claim: labels in one language, with the IRI of the claim."""
    from govkg.core.names import graph

    rows = [{name: term.value for name, term in row.items()} for row in engine.select(_CLAIMS % {"asserted": graph("asserted").value})]
    iris = {part for row in rows for name, value in row.items() if name not in ("claim", "quote") for part in value.split(" | ") if part.startswith("http")}
    labels = labels_of(engine, iris, lang)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(CLAIM_COLUMNS)
    for row in rows:
        writer.writerow([row["claim"], *(_shown(row.get(name, ""), labels) for name in CLAIM_COLUMNS[1:-1]), row["quote"]])
    return out.getvalue().encode()


def _shown(value: str, labels: object) -> str:
    assert isinstance(labels, dict)
    return " | ".join(sorted(labels[part].text if part in labels else part for part in value.split(" | ")))


def _serialised(release: Release, form: ox.RdfFormat) -> bytes:
    return ox.serialize(ox.parse(input=release.data, format=ox.RdfFormat.N_QUADS), format=form, prefixes=PREFIXES) or b""


EXPORTS: dict[str, Callable[[Release, Engine, str], bytes]] = {"nquads": to_nquads, "trig": to_trig, "jsonld": to_jsonld, "claims.csv": to_claims_csv}


def export(name: str, release: Release, engine: Engine, lang: str) -> bytes:
    """The bytes of a dump. Raises UsageError for an unknown format."""
    if name not in EXPORTS:
        raise UsageError("format", f"unknown dump `{name}`", f"use one of {', '.join(EXPORTS)}")
    return EXPORTS[name](release, engine, lang)
