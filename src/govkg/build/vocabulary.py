"""The words a curator may choose from: concepts by scheme, body types and organisation kinds, read from the ontology's files."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import pyoxigraph as ox

from govkg.core.errors import GovkgError, Problem
from govkg.core.files import read_text
from govkg.core.names import OWL, RDF, SKOS, gov, split
from govkg.core.paths import ontology

CONCEPT = ox.NamedNode(SKOS + "Concept")
TYPE = ox.NamedNode(RDF + "type")
TRUE = ox.Literal(True)


@dataclass(frozen=True)
class Vocabulary:
    """`schemes`: slugs by kind; `classes`: class IRI by (property, slug) of the defined classes; `body_property`: by role; `facts`: statuses that count as fact."""

    schemes: dict[str, frozenset[str]]
    classes: dict[tuple[str, str], ox.NamedNode]
    body_property: dict[str, str]
    facts: frozenset[str] = field(default_factory=frozenset)

    def has(self, scheme: str, slug: str) -> bool:
        """Whether a scheme has a concept of that slug."""
        return slug in self.schemes.get(scheme, frozenset())

    def nearest(self, scheme: str, slug: str) -> str:
        """A hint for a slug that is not there: the nearest ones, or all of them."""
        return nearest(slug, self.schemes.get(scheme, frozenset()))

    def class_of(self, prop: str, slug: str) -> ox.NamedNode | None:
        """The class whose instances have the value `slug` of a property, such as the class of a body type."""
        return self.classes.get((prop, slug))


def nearest(word: str, known: frozenset[str] | set[str] | dict[str, object]) -> str:
    """`nearest: a, b` or, when nothing is near, the known words."""
    close = get_close_matches(word, known, n=3, cutoff=0.6)
    return f"nearest: {', '.join(close)}" if close else f"known: {', '.join(sorted(known)[:40])}"


def ontology_files(root: Path | None = None) -> list[Path]:
    """Every Turtle file of the ontology that is data of the graph: header, modules, schemes, alignments (not the shapes)."""
    folder = ontology(root)
    return [
        folder / "govkg.ttl",
        *(path for room in ("modules", "schemes", "alignments") for path in sorted((folder / room).glob("*.ttl"))),
    ]


def parse_turtle(path: Path) -> Iterator[ox.Triple]:
    """The triples of a Turtle file. Raises GovkgError when it is missing, and with the line of a syntax error."""
    name = f"ontology/{path.name}" if path.parent.name == "ontology" else f"ontology/{path.parent.name}/{path.name}"
    text = read_text(path, name)
    try:
        for quad in ox.parse(input=text, format=ox.RdfFormat.TURTLE, rename_blank_nodes=True):
            yield quad.triple
    except SyntaxError as error:
        raise GovkgError([Problem(name, error.lineno or 0, f"not Turtle: {error.msg}")]) from None


def read_vocabulary(root: Path | None = None) -> Vocabulary:
    """The vocabulary of the ontology below `root`."""
    return vocabulary_of([triple for path in ontology_files(root) for triple in parse_turtle(path)])


def vocabulary_of(triples: list[ox.Triple]) -> Vocabulary:
    """The vocabulary of the ontology's triples."""
    schemes: dict[str, set[str]] = defaultdict(set)
    body_property: dict[str, str] = {}
    facts: set[str] = set()
    kinds = {CONCEPT, gov("Alternative")}
    for triple in triples:
        kind_slug = split(triple.subject.value) if isinstance(triple.subject, ox.NamedNode) else None
        if kind_slug is None:
            continue
        kind, slug = kind_slug
        if triple.predicate == TYPE and triple.object in kinds:
            schemes[kind].add(slug)
        elif triple.predicate == gov("bodyProperty") and isinstance(triple.object, ox.NamedNode):
            body_property[slug] = triple.object.value.rpartition("#")[2]
        elif triple.predicate == gov("countsAsFact") and triple.object == TRUE:
            facts.add(slug)
    broader = _broader_roles(triples)
    for role in schemes.get("role", ()):
        if (inherited := _inherited(role, broader, body_property)) is not None:
            body_property[role] = inherited
    return Vocabulary(
        {k: frozenset(v) for k, v in schemes.items()}, _defined_classes(triples), body_property, frozenset(facts)
    )


def _broader_roles(triples: list[ox.Triple]) -> dict[str, str]:
    found: dict[str, str] = {}
    for triple in triples:
        if (
            triple.predicate.value == SKOS + "broader"
            and isinstance(triple.subject, ox.NamedNode)
            and isinstance(triple.object, ox.NamedNode)
        ):
            narrow, wide = split(triple.subject.value), split(triple.object.value)
            if narrow and wide and narrow[0] == wide[0] == "role":
                found[narrow[1]] = wide[1]
    return found


def _inherited(role: str, broader: dict[str, str], own: dict[str, str]) -> str | None:
    seen: set[str] = set()
    at: str | None = role
    while at is not None and at not in seen:
        if at in own:
            return own[at]
        seen.add(at)
        at = broader.get(at)
    return None


def _defined_classes(triples: list[ox.Triple]) -> dict[tuple[str, str], ox.NamedNode]:
    """Classes equivalent to [owl:onProperty p; owl:hasValue v], by (local name of p, slug of v)."""
    on: dict[object, str] = {}
    value: dict[object, str] = {}
    classes: list[tuple[ox.NamedNode, object]] = []
    for triple in triples:
        predicate, object_ = triple.predicate.value, triple.object
        if predicate == OWL + "onProperty" and isinstance(object_, ox.NamedNode):
            on[triple.subject] = object_.value.rpartition("#")[2]
        elif (
            predicate == OWL + "hasValue" and isinstance(object_, ox.NamedNode) and (kind_slug := split(object_.value))
        ):
            value[triple.subject] = kind_slug[1]
        elif predicate == OWL + "equivalentClass" and isinstance(triple.subject, ox.NamedNode):
            classes.append((triple.subject, object_))
    return {(on[node], value[node]): cls for cls, node in classes if node in on and node in value}
