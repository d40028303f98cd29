"""IRIs → URLs of our pages, in the language of the page at hand."""

from collections.abc import Mapping
from urllib.parse import urlencode

from flask import url_for

from govkg.core.names import BASE, DEF, GRAPHS, ID, split
from govkg.publish.addresses import CATALOG, DATASET, GENID, ONTOLOGY, VOID


def url_of(iri: str) -> str | None:
    """The page of a thing or of a term of our ontology; None for IRIs of others."""
    if iri.startswith(DEF):
        return url_for("thing.thing", kind="def", slug=iri[len(DEF) :])
    found = split(iri)
    if found is None:
        return _page_of(iri)
    kind, slug = found
    if kind == "claim":
        return url_for("claim.claim", slug=slug)
    if kind == "document":
        return url_for("document.document", slug=slug)
    return url_for("thing.thing", kind=kind, slug=slug)


def _page_of(iri: str) -> str | None:
    """The page about the ontology, a graph, a node without a name, or the data as a whole; None for IRIs of others."""
    if iri == ONTOLOGY or iri.startswith(f"{ONTOLOGY}/"):
        return url_for("ontology.ontology")
    if iri.startswith(GENID):
        return url_for("thing.thing", kind="genid", slug=iri[len(GENID) :])
    if iri.startswith(GRAPHS):
        return url_for("dataset.dataset", _anchor=f"graph-{iri[len(GRAPHS) :]}")
    return (
        url_for("dataset.dataset")
        if iri in (CATALOG, DATASET, VOID)
        else url_for("about.about")
        if iri == BASE
        else None
    )


def iri_of(kind: str, slug: str) -> str:
    """The IRI that the page of a kind and slug is about."""
    return {"def": DEF, "genid": GENID}.get(kind, f"{ID}{kind}/") + slug


def kind_and_slug(name: str) -> tuple[str, str]:
    """The parts of a data document's name, for looking for others of its kind."""
    kind, _, slug = name.partition("/")
    return kind, slug


def data_url(name: str, suffix: str = "") -> str:
    """The URL of a data document on this site, in a format or to be negotiated."""
    return url_for("data.data", name=f"{name}.{suffix}" if suffix else name)


def topic_of(endpoint: str | None, values: Mapping[str, str]) -> str | None:
    """The IRI that a page is about; None for pages that are about no one thing."""
    if endpoint == "thing.thing":
        return iri_of(values["kind"], values["slug"])
    if endpoint in ("claim.claim", "document.document"):
        return f"{ID}{endpoint.partition('.')[0]}/{values['slug']}"
    return {"ontology.ontology": ONTOLOGY, "dataset.dataset": CATALOG, "root.root": DATASET}.get(endpoint or "")


def place_url(document: str, line: int, claim: str = "", last: int = 0) -> str:
    """The URL of a line of a document's page, or of a quote from `line` to `last`, with a claim's quotes highlighted. Takes IRIs of document and claim."""
    query = {"claim": claim[len(f"{ID}claim/") :]} if claim else {}
    return with_query(url_for("document.document", slug=document[len(f"{ID}document/") :]), query) + (
        f"#lines-{line}-{last}" if last > line else f"#line-{line}"
    )


def with_query(url: str, values: Mapping[str, str]) -> str:
    """The URL with these values. Names that readers type must not reach url_for, which has parameters of its own."""
    return f"{url}?{urlencode(values, safe='/')}" if values else url
