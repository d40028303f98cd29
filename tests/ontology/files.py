"""The ontology's files, found by glob, and the small graphs that the tests of this folder look at."""

from functools import cache
from pathlib import Path

from rdflib import RDFS, SKOS, BNode, Graph, URIRef
from rdflib.term import Node

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY = ROOT / "ontology"
EXAMPLES = ROOT / "tests" / "shapes"
GOV = "https://w3id.org/govkg/def#"
SHAPE = "https://w3id.org/govkg/shape/"
ID = "https://w3id.org/govkg/id/"


def ontology_files() -> list[Path]:
    """Header, modules, schemes and alignments; the shapes are no part of the ontology."""
    rooms = ("modules", "schemes", "alignments")
    return [ONTOLOGY / "govkg.ttl", *(path for room in rooms for path in sorted((ONTOLOGY / room).glob("*.ttl")))]


def load(*paths: Path) -> Graph:
    """One graph of several Turtle files."""
    graph = Graph()
    for path in paths:
        graph.parse(path, format="turtle")
    return graph


@cache
def ontology() -> Graph:
    """The whole ontology."""
    return load(*ontology_files())


@cache
def shapes() -> Graph:
    """All shapes."""
    return load(*sorted((ONTOLOGY / "shapes").glob("*.ttl")))


def what_is_said_of(graph: Graph) -> Graph:
    """What the ontology says of the things that `graph` mentions, up to their superclasses, so that an example stays small."""
    found = Graph()
    todo: list[Node] = [node for triple in graph for node in triple if isinstance(node, URIRef)]
    seen: set[Node] = set()
    while todo:
        node = todo.pop()
        if node in seen:
            continue
        seen.add(node)
        for triple in ontology().triples((node, None, None)):
            found.add(triple)
            if isinstance(triple[2], BNode) or triple[1] in (RDFS.subClassOf, SKOS.broader):
                todo.append(triple[2])
    return found
