"""Each shape is satisfied by its passing example and fires on its failing example, where no other shape fires."""

import re
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, SH, Graph, URIRef

from govkg.core.names import LANGS

from .files import EXAMPLES, SHAPE, load, shapes, what_is_said_of

WORLD = EXAMPLES / "world.ttl"


def names() -> list[str]:
    """The local names of all shapes that have an IRI."""
    kinds = (SH.NodeShape, SH.PropertyShape)
    return sorted(
        {
            str(s).removeprefix(SHAPE)
            for kind in kinds
            for s in shapes().subjects(RDF.type, kind)
            if isinstance(s, URIRef)
        }
    )


def kebab(name: str) -> str:
    """`BodyName` → `body-name`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def fired(example: Graph) -> set[str]:
    """The names of the shapes that fire on an example in the smallest world."""
    world = load(WORLD) + example
    _, report, _ = validate(
        world + what_is_said_of(world), shacl_graph=shapes(), inference="none", advanced=True, inplace=True
    )
    assert isinstance(report, Graph)
    sources = {report.value(result, SH.sourceShape) for result in report.subjects(RDF.type, SH.ValidationResult)}
    return {str(source).removeprefix(SHAPE) for source in sources}


def named_in_head(path: Path) -> set[str]:
    """The shapes that the first line of an example names; more than one only where one mistake breaks two rules."""
    return set(path.read_text(encoding="utf-8").splitlines()[0].partition(":")[2].split())


@pytest.mark.parametrize("name", names())
def test_a_shape_is_satisfied_by_its_passing_example(name: str) -> None:
    assert fired(load(EXAMPLES / f"{kebab(name)}-passes.ttl")) == set()


@pytest.mark.parametrize("name", names())
def test_a_shape_fires_on_its_failing_example_and_only_there(name: str) -> None:
    path = EXAMPLES / f"{kebab(name)}-fails.ttl"
    assert name in named_in_head(path)
    assert fired(load(path)) == named_in_head(path)


def test_every_example_belongs_to_a_shape() -> None:
    files = {path.stem.rpartition("-")[0] for path in EXAMPLES.glob("*-*s.ttl")}
    assert files == {kebab(name) for name in names()}


@pytest.mark.parametrize("name", names())
def test_a_shape_speaks_each_language_once_and_says_how_grave_it_is(name: str) -> None:
    shape = URIRef(SHAPE + name)
    messages = shapes().objects(shape, SH.message)
    assert sorted(getattr(message, "language", "") for message in messages) == sorted(LANGS)
    assert shapes().value(shape, SH.severity) == SH.Violation
