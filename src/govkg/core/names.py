"""Namespaces and IRIs: the one place where names are minted."""

import os
import re
import unicodedata

from pyoxigraph import NamedNode

BASE = os.environ.get("GOVKG_BASE", "https://w3id.org/govkg").rstrip("/")
DEF = f"{BASE}/def#"
ID = f"{BASE}/id/"
GRAPHS = f"{BASE}/graph/"
LANGS = ("fi", "sv", "en")  # of labels and answers
AND = " ∧ "  # between the premises of a proof

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCT = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
ELI = "http://data.europa.eu/eli/ontology#"
SH = "http://www.w3.org/ns/shacl#"
ORG = "http://www.w3.org/ns/org#"
CV = "http://data.europa.eu/m8g/"

PREFIXES = {
    "gov": DEF, "rdf": RDF, "rdfs": RDFS, "owl": OWL, "xsd": XSD, "skos": SKOS, "dct": DCT, "prov": PROV,
    "oa": OA, "eli": ELI, "sh": SH, "org": ORG, "cv": CV,
    **{kind.replace("-", ""): f"{ID}{kind}/" for kind in ("task", "role", "status", "answer", "region", "body", "question", "document")},
}  # fmt: skip

_LONGEST_FIRST = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))
_FOLD = str.maketrans({"ä": "a", "ö": "o", "å": "a", "ß": "ss", "æ": "ae", "ø": "o", "š": "s", "ž": "z"})
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")


def gov(name: str) -> NamedNode:
    """A term of the ontology."""
    return NamedNode(DEF + name)


def thing(kind: str, slug: str) -> NamedNode:
    """The IRI of a thing. Raises ValueError when the slug is not readable ASCII (lower case, digits, hyphens, `/`)."""
    if not is_slug(slug):
        raise ValueError(f"not a slug: {slug!r}")
    return NamedNode(f"{ID}{kind}/{slug}")


def graph(name: str) -> NamedNode:
    """The IRI of a named graph of the release: ontology, asserted, evidence, inferred or proofs."""
    return NamedNode(GRAPHS + name)


def is_slug(text: str) -> bool:
    """Whether a text may stand in an IRI as it is."""
    return bool(_SLUG.fullmatch(text))


def slugify(text: str) -> str:
    """Readable ASCII from a Finnish or Swedish name: `Itä-Uudenmaan hyvinvointialue` → `ita-uudenmaan-hyvinvointialue`."""
    folded = text.lower().translate(_FOLD)
    bare = "".join(char for char in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def slug_for(text: str) -> str:
    """The slug that a text was perhaps meant to be, for messages: `Lappi/Hyvinvointilautakunta` → `lappi/hyvinvointilautakunta`."""
    return "/".join(filter(None, map(slugify, text.split("/"))))


def split(iri: str) -> tuple[str, str] | None:
    """Kind and slug of a thing's IRI, or None when the IRI is not one of our things."""
    if not iri.startswith(ID):
        return None
    kind, _, slug = iri[len(ID) :].partition("/")
    return (kind, slug) if slug else None


def curie(iri: str) -> str:
    """The IRI shortened by our prefixes for people to read; full when no prefix fits."""
    for prefix, base in _LONGEST_FIRST:
        if iri.startswith(base):
            return f"{prefix}:{iri[len(base) :]}"
    return f"id:{iri[len(ID) :]}" if iri.startswith(ID) else f"<{iri}>"


def shown(term: object) -> str:
    """A term for people: an IRI shortened by our prefixes, anything else as N-Triples has it."""
    return curie(term.value) if isinstance(term, NamedNode) else str(term)


def expand(short: str) -> str:
    """The IRI that `curie` shortened, or a full IRI in angle brackets. Raises ValueError for an unknown prefix."""
    if short.startswith("<") and short.endswith(">"):
        return short[1:-1]
    prefix, _, local = short.partition(":")
    if prefix == "id":
        return ID + local
    if prefix not in PREFIXES:
        raise ValueError(f"unknown prefix in {short!r}; known: id, {', '.join(PREFIXES)}")
    return PREFIXES[prefix] + local
