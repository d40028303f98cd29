"""The ontology for people: classes, properties and schemes with their meanings, each term at its anchor."""

from flask import Blueprint, render_template

from govkg.core.names import DEF
from govkg.publish.about_data import header_of
from govkg.publish.addresses import ONTOLOGY
from govkg.server.facts import best
from govkg.server.graphs.drawing import draw
from govkg.server.graphs.layout import DOWN
from govkg.server.graphs.ontology_map import class_trees, property_map
from govkg.server.language import PREFIX, page_language
from govkg.server.properties import names_of
from govkg.server.site import site
from govkg.server.term_index import by_letter
from govkg.server.terms import CLASS, PROPERTY, Entry, entries, schemes

KINDS = ((CLASS, "ontology.class"), (PROPERTY, "ontology.property"))
_NAMED = 12  # properties named on one arrow of the map
pages = Blueprint("ontology", __name__, url_prefix=PREFIX)


@pages.get("/ontology")
def ontology() -> str:
    """The page of the ontology."""
    engine, lang = site().engine, page_language()
    known = entries(engine, lang)
    header = header_of(engine)
    relations = {prop for entry in known.values() for prop, _ in entry.elsewhere}
    return render_template(
        "ontology.html",
        iri=ONTOLOGY,
        namespace=DEF,
        about=[best(header.all(name), lang) for name in ("dct:description", "owl:versionInfo")],
        licences=sorted(term.value for term in header.licence),
        known=known,
        groups=[
            (kind, heading, by_letter(e for e in known.values() if e.kind == kind), _roots(known, kind))
            for kind, heading in KINDS
        ],
        relations=names_of(engine, relations, lang),
        schemes=schemes(engine, lang),
        map=draw(property_map(engine, known), _NAMED, DOWN),
        trees=[(top, draw(graph)) for top, graph in class_trees(known)],
    )


def _roots(known: dict[str, Entry], kind: str) -> list[Entry]:
    """The terms of a kind that stand below no other."""
    return [entry for entry in known.values() if entry.kind == kind and not entry.above]
