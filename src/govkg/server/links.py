"""IRIs → URLs of our pages, in the language of the page at hand."""

from collections.abc import Mapping
from urllib.parse import urlencode

from flask import url_for

from govkg.core.names import DEF, ID, split


def url_of(iri: str) -> str | None:
    """The page of a thing or of a term of our ontology; None for IRIs of others."""
    if iri.startswith(DEF):
        return url_for("thing.thing", kind="def", slug=iri[len(DEF) :])
    found = split(iri)
    if found is None:
        return None
    kind, slug = found
    if kind == "claim":
        return url_for("claim.claim", slug=slug)
    if kind == "document":
        return url_for("document.document", slug=slug)
    return url_for("thing.thing", kind=kind, slug=slug)


def iri_of(kind: str, slug: str) -> str:
    """The IRI that the page of a kind and slug is about."""
    return DEF + slug if kind == "def" else f"{ID}{kind}/{slug}"


def place_url(document: str, line: int, claim: str = "") -> str:
    """The URL of a line of a document's page, with a claim's quotes highlighted. Takes IRIs of document and claim."""
    query = {"claim": claim[len(f"{ID}claim/") :]} if claim else {}
    return with_query(url_for("document.document", slug=document[len(f"{ID}document/") :]), query) + f"#line-{line}"


def with_query(url: str, values: Mapping[str, str]) -> str:
    """The URL with these values. Names that readers type must not reach url_for, which has parameters of its own."""
    return f"{url}?{urlencode(values, safe='/')}" if values else url
