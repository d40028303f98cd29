"""What a CONSTRUCT or DESCRIBE rests on, as a SELECT."""

import pyoxigraph as ox
import pytest

from govkg.query.solutions import solutions_of

THREE = ox.Store()
THREE.extend([ox.Quad(ox.NamedNode(f"urn:{n}"), ox.NamedNode("urn:p"), ox.Literal("} DESCRIBE {")) for n in range(3)])


@pytest.mark.parametrize(
    ("sparql", "count"),
    [
        ("CONSTRUCT { <urn:x> ?p 1 } WHERE { ?s ?p ?o }", 3),
        ("PREFIX construct: <urn:> construct { ?s construct:y [ construct:z '}' ] } { ?s ?p ?o } LIMIT 2", 2),
        ("CONSTRUCT WHERE { ?s ?p ?o }", 3),
        ("CONSTRUCT {} { ?s ?p ?o } GROUP BY ?p", 1),
        ("DESCRIBE ?s <urn:where> WHERE { ?s ?p ?o } OFFSET 1", 2),
        ("DESCRIBE * { ?s ?p '} DESCRIBE {' }", 3),
    ],
)
def test_each_solution_is_a_row(sparql: str, count: int) -> None:
    found = THREE.query(solutions_of(sparql))
    assert isinstance(found, ox.QuerySolutions)
    assert len(list(found)) == count


@pytest.mark.parametrize("sparql", ["DESCRIBE <urn:0>", "DESCRIBE <urn:0> FROM <urn:g>"])
def test_a_description_of_what_is_named_rests_on_no_pattern(sparql: str) -> None:
    assert solutions_of(sparql) == ""
