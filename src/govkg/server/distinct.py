"""Names that stand more than once in a list, told apart by their region, else by their document: twelve counties have an “Aluehallitus”."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from pyoxigraph import NamedNode

from govkg.query.engine import Engine
from govkg.query.labels import Label, labels_of

_PLACES = """SELECT ?x (SAMPLE(?where) AS ?place) WHERE {{ VALUES ?x {{ {things} }} ?claim gov:body ?x ; {link} ?where }} GROUP BY ?x"""
_LINKS = ("gov:region", "gov:document")


def told_apart(engine: Engine, labels: Mapping[str, Label], lang: str) -> dict[str, Label]:
    """The labels by IRI; those that several things share have their region or document in brackets."""
    found = dict(labels)
    for link in _LINKS:
        alike = _alike(found)
        if not alike:
            break
        things = " ".join(str(NamedNode(iri)) for iri in alike)
        places = {row["x"].value: row["place"].value for row in engine.select(_PLACES.format(things=things, link=link))}
        names = labels_of(engine, places.values(), lang)
        apart = {iri: f"{labels[iri].text} ({names[place].text})" for iri, place in places.items()}
        found |= {iri: replace(labels[iri], text=text) for iri, text in apart.items()}
    return found


def _alike(labels: Mapping[str, Label]) -> list[str]:
    """The things whose label is not theirs alone."""
    counted = Counter(label.text for label in labels.values())
    return sorted(iri for iri, label in labels.items() if counted[label.text] > 1)
