"""The data documents: which there are, what they hold, and what each says of itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from govkg.core.names import DEF
from govkg.publish.about_data import header_of
from govkg.publish.addresses import DATASET, ONTOLOGY, VOID, document, iri_of
from govkg.publish.rdf_forms import FORMS
from govkg.publish.resource import SIZE, describe, graph_names, graph_quads, terms_quads
from govkg.publish.triples import Values, about, named, number
from govkg.query.engine import Engine


@dataclass(frozen=True)
class Document:
    """A data document: its name, the IRI it is about, its statements, and its place among the pages of a long one."""

    name: str
    iri: str
    quads: tuple[Quad, ...]
    page: int = 1
    pages: int = 1


Maker = Callable[[], Iterable[Triple]]


def document_of(
    engine: Engine, name: str, page: int = 1, made: dict[str, Maker] | None = None, size: int = SIZE
) -> Document | None:
    """The document of a name; None when there is none. `made` are documents whose statements are not in the data.

    A page of it holds `size` of the links that lead to the thing.
    """
    iri = iri_of(name)
    if made and name in made:
        return _single(engine, name, iri, (Quad(t.subject, t.predicate, t.object) for t in made[name]()), page)
    if iri == ONTOLOGY:
        return _single(engine, name, iri, terms_quads(engine, DEF), page)
    if name.startswith("graph/") and name[len("graph/") :] in graph_names(engine):
        return _single(engine, name, iri, [*_of_graph(engine, iri), *graph_quads(engine, name[len("graph/") :])], page)
    found = describe(engine, iri, page, size)
    if found is None:
        return None
    return Document(
        name, iri, (*found.quads, *_self(engine, name, iri, page, found.pages, found.incoming)), page, found.pages
    )


def _single(engine: Engine, name: str, iri: str, quads: Iterable[Quad], page: int) -> Document | None:
    """A document that is not paged."""
    return Document(name, iri, (*quads, *_self(engine, name, iri))) if page == 1 else None


def _of_graph(engine: Engine, iri: str) -> list[Quad]:
    values: Values = {"a": [named("sd:Graph"), named("void:Dataset")], "dct:isPartOf": NamedNode(DATASET)}
    return [Quad(t.subject, t.predicate, t.object) for t in about(iri, values)]


def address(name: str, page: int = 1, suffix: str = "") -> str:
    """The IRI of a page of a data document."""
    return document(name, suffix) + (f"?page={page}" if page > 1 else "")


def _self(
    engine: Engine, name: str, iri: str, page: int = 1, pages: int = 1, incoming: int | None = None
) -> list[Quad]:
    """What a document says of itself: its topic, dataset, licence, version, formats and neighbours."""
    here = address(name, page)
    found = about(
        here,
        {
            "a": named("foaf:Document"),
            "foaf:primaryTopic": NamedNode(iri),
            "void:inDataset": NamedNode(DATASET),
            "dct:license": header_of(engine).licence,
            "dcat:version": Literal(engine.version),
            "rdfs:seeAlso": NamedNode(VOID),
            "dct:hasFormat": [NamedNode(address(name, page, suffix)) for suffix in FORMS],
            "xhv:next": [NamedNode(address(name, page + 1))] if page < pages else [],
            "xhv:prev": [NamedNode(address(name, page - 1))] if page > 1 else [],
            "hydra:totalItems": [] if incoming is None else [number(incoming)],
        },
    )
    return [Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in found]
