"""Labels, joined after the rows are known: in the reader's language, else Finnish, Swedish, English."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from govkg.core.names import curie
from govkg.query.engine import Engine

FALLBACK = ("fi", "sv", "en", "")
_QUERY = "SELECT ?x ?label WHERE {{ VALUES ?x {{ {things} }} ?x skos:prefLabel|rdfs:label ?label }}"
_CHUNK = 500


@dataclass(frozen=True)
class Label:
    """What a thing is called, and the language that is in."""

    text: str
    lang: str


def labels_of(engine: Engine, iris: Iterable[str], lang: str) -> dict[str, Label]:
    """The label of each IRI; an IRI without a label is shown shortened."""
    wanted, found = sorted(set(iris)), dict[str, dict[str, str]]()
    for at in range(0, len(wanted), _CHUNK):
        things = " ".join(str(NamedNode(iri)) for iri in wanted[at : at + _CHUNK])
        for row in engine.select(_QUERY.format(things=things)):
            label = row["label"]
            if isinstance(label, Literal):
                known = found.setdefault(row["x"].value, {})
                known[label.language or ""] = min(label.value, known.get(label.language or "", label.value))
    return {iri: _choose(found.get(iri, {}), lang) or Label(curie(iri), "") for iri in wanted}


def _choose(known: dict[str, str], lang: str) -> Label | None:
    for candidate in (lang, *FALLBACK):
        if candidate in known:
            return Label(known[candidate], candidate)
    return None
