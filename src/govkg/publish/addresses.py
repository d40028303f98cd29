"""Our IRIs ↔ the names of the data documents about them: `id/region/lappi` ↔ `region/lappi`, at /data/region/lappi.ttl."""

from govkg.core.names import BASE, DEF, GRAPHS, ID

DATASET = f"{BASE}/"
CATALOG = f"{BASE}/catalog"
VOID = f"{BASE}/.well-known/void"
ONTOLOGY = DEF.rstrip("#")
SPARQL = f"{BASE}/sparql"
GENID = f"{BASE}/.well-known/genid/"  # nodes of the ontology without a name of their own (RDF 1.1, 3.5)

_PLACES = {f"{DEF}": "def/", GRAPHS: "graph/", GENID: "genid/"}
_DOCUMENTS = {ONTOLOGY: "def", CATALOG: "catalog", VOID: "void", DATASET: "catalog", BASE: "catalog"}


def name_of(iri: str) -> str | None:
    """The name of the data document about one of our IRIs; None for any other IRI."""
    if iri in _DOCUMENTS:
        return _DOCUMENTS[iri]
    for start, place in _PLACES.items():
        if iri.startswith(start) and len(iri) > len(start):
            return place + iri[len(start) :]
    return iri[len(ID) :] if iri.startswith(ID) and "/" in iri[len(ID) :].strip("/") else None


def iri_of(name: str) -> str:
    """The IRI that the data document of this name is about; whether there is such a thing, the data says."""
    for iri, known in _DOCUMENTS.items():
        if name == known:
            return iri
    for start, place in _PLACES.items():
        if name.startswith(place):
            return start + name[len(place) :]
    return ID + name


def document(name: str, suffix: str = "") -> str:
    """The IRI of a data document, or of one of its formats."""
    return f"{BASE}/data/{name}" + (f".{suffix}" if suffix else "")
