"""The fast validator and the reference find the same on every example that a shape has."""

from collections import Counter

import pyoxigraph as ox
import pytest

from govkg.build import shacl_fast, shacl_reference
from govkg.build.skolem import skolemise
from govkg.build.validate import shapes, validate
from govkg.core.model import Place
from tests.conftest import ROOT
from tests.ontology.files import EXAMPLES

FAILING = sorted(EXAMPLES.glob("*-fails.ttl"))
ONTOLOGY = [*sorted((ROOT / "ontology").glob("modules/*.ttl")), *sorted((ROOT / "ontology").glob("schemes/*.ttl"))]


def quads(*names: str) -> list[ox.Quad]:
    """The ontology, the smallest world and some examples."""
    paths = [*ONTOLOGY, EXAMPLES / "world.ttl", *(EXAMPLES / name for name in names)]
    found = (q.triple for path in paths for q in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    return [ox.Quad(t.subject, t.predicate, t.object) for t in skolemise(found)]


@pytest.mark.parametrize("start", range(0, len(FAILING), 20))
def test_both_report_the_same_focus_path_value_shape_and_message(start: int) -> None:
    data = quads(*(path.name for path in FAILING[start : start + 20]))
    fast = shacl_fast.results(data, shapes(ROOT))
    assert fast
    assert Counter(fast) == Counter(shacl_reference.results(data, shapes(ROOT)))


def test_a_shape_with_a_sparql_target_fires() -> None:
    found = shacl_fast.results(quads("one-body-type-fails.ttl"), shapes(ROOT))
    assert [result.shape.rpartition("/")[2] for result in found] == ["OneBodyType"]


def test_datatypes_are_compared_as_they_were_written() -> None:
    text = '<urn:x> a <https://w3id.org/govkg/def#Segment> ; <https://w3id.org/govkg/def#lineTo> "1"^^<{}unsignedInt> .'
    given = list(ox.parse(text.format("http://www.w3.org/2001/XMLSchema#"), format=ox.RdfFormat.TURTLE))
    fast, reference = (v.results(given, shapes(ROOT)) for v in (shacl_fast, shacl_reference))
    assert fast == reference
    assert ("LinesTo", "1") in {(result.shape.rpartition("/")[2], result.value) for result in fast}


def test_a_violation_is_told_at_the_line_of_its_claim() -> None:
    claim = "https://w3id.org/govkg/id/claim/x/1"
    data = list(ox.parse(f"<{claim}> a <https://w3id.org/govkg/def#Claim> .", format=ox.RdfFormat.TURTLE))
    problems = validate(data, ROOT, {claim: Place("claims.yaml", 7)})
    assert {(problem.where, problem.line) for problem in problems} == {("claims.yaml", 7)}
    assert "A claim must have its quote. (gov:quote)" in {problem.what for problem in problems}
