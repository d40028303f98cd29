"""The RDF syntaxes that descriptions are published in, by the suffix of their URL. A new one is a line here."""

from dataclasses import dataclass

import pyoxigraph as ox

from govkg.publish.rdf import serialised
from govkg.publish.triples import VOCABULARIES


@dataclass(frozen=True)
class RdfForm:
    """A syntax: its media type, its suffix, and whether it tells the graphs that statements stand in."""

    suffix: str
    media_type: str
    syntax: ox.RdfFormat

    @property
    def has_graphs(self) -> bool:
        """Whether the syntax tells graphs apart; in one that does not, all statements stand together."""
        return self.syntax.supports_datasets


FORMS = {
    form.suffix: form
    for form in (
        RdfForm("ttl", "text/turtle", ox.RdfFormat.TURTLE),
        RdfForm("jsonld", "application/ld+json", ox.RdfFormat.JSON_LD),
        RdfForm("rdf", "application/rdf+xml", ox.RdfFormat.RDF_XML),
        RdfForm("nt", "application/n-triples", ox.RdfFormat.N_TRIPLES),
        RdfForm("trig", "application/trig", ox.RdfFormat.TRIG),
        RdfForm("nq", "application/n-quads", ox.RdfFormat.N_QUADS),
    )
}
PREFIXES = {
    name: space for name, space in VOCABULARIES.items() if name != "eu"
}  # its terms hold a `/`, ugly behind a prefix
MERGED = ("jsonld",)  # could tell graphs apart, but whoever asks for a thing in JSON-LD wants its statements at the top


def written(quads: list[ox.Quad], suffix: str) -> bytes:
    """The statements, sorted, in a syntax; one statement once where graphs are not told. Raises KeyError for an unknown suffix."""
    form = FORMS[suffix]
    if form.has_graphs and suffix not in MERGED:
        return serialised(sorted(set(quads), key=_by_graph), form.syntax, PREFIXES)
    triples = sorted({quad.triple for quad in quads}, key=str)
    return serialised(triples, form.syntax, PREFIXES)


def _by_graph(quad: ox.Quad) -> tuple[str, str]:
    return str(quad.graph_name), str(quad)
