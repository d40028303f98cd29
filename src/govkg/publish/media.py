"""The media types of SPARQL answers: what each is called, in a URL and in W3C's list of formats, and what it can hold."""

from dataclasses import dataclass

W3C = "http://www.w3.org/ns/formats/"


@dataclass(frozen=True)
class Medium:
    """A format of answers. `also` are other media types that ask for it; `short` is its name in a URL."""

    media_type: str
    short: str
    w3c: str
    also: tuple[str, ...] = ()
    charset: bool = False

    @property
    def content_type(self) -> str:
        """The media type as it stands in the header of an answer."""
        return f"{self.media_type}; charset=utf-8" if self.charset else self.media_type


JSON = Medium("application/sparql-results+json", "json", "SPARQL_Results_JSON", ("application/json",))
XML = Medium("application/sparql-results+xml", "xml", "SPARQL_Results_XML", ("application/xml", "text/xml"))
CSV = Medium("text/csv", "csv", "SPARQL_Results_CSV", charset=True)
TSV = Medium("text/tab-separated-values", "tsv", "SPARQL_Results_TSV", charset=True)
TURTLE = Medium("text/turtle", "ttl", "Turtle", ("application/x-turtle",), charset=True)
N_TRIPLES = Medium("application/n-triples", "nt", "N-Triples")
RDF_XML = Medium("application/rdf+xml", "rdf", "RDF_XML", ("application/xml", "text/xml"))
JSON_LD = Medium("application/ld+json", "jsonld", "JSON-LD", ("application/json",))
TRIG = Medium("application/trig", "trig", "TriG")
N_QUADS = Medium("application/n-quads", "nq", "N-Quads")

BOOLEAN = (JSON, XML)  # CSV and TSV are defined for tables only (SPARQL 1.1 Query Results CSV and TSV, 1)
TABLE = (JSON, XML, CSV, TSV)
GRAPH = (TURTLE, N_TRIPLES, RDF_XML, JSON_LD, TRIG, N_QUADS)  # the first is sent to who has no wish
MEDIA_OF = {"ASK": BOOLEAN, "SELECT": TABLE, "CONSTRUCT": GRAPH, "DESCRIBE": GRAPH}


def names_of(media: tuple[Medium, ...]) -> dict[str, Medium]:
    """Every media type that asks for one of these, the formats' own names first."""
    return {m.media_type: m for m in media} | {also: m for m in reversed(media) for also in m.also}
