"""The engines on the released dataset."""

import pyoxigraph as ox
import pytest

from govkg.build.reason import Triple, close, publishable
from govkg.core.dataset import release_file
from govkg.core.names import DEF, ID, graph
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def released() -> list[Triple]:
    """The ontology and what was asserted."""
    wanted = {graph("ontology"), graph("asserted")}
    quads = ox.parse(path=str(release_file(ROOT)), format=ox.RdfFormat.N_QUADS)
    return [(q.subject, q.predicate, q.object) for q in quads if q.graph_name in wanted]


def test_both_engines_say_the_same_of_the_real_data(released: list[Triple]) -> None:
    plain, columns = close(released, engine="compiled"), close(released, engine="columns")
    assert len(released) > 20_000
    assert set(columns.inferred) == set(plain.inferred)
    assert not columns.contradictions
    assert not plain.contradictions


def test_its_proofs_rest_on_known_triples(released: list[Triple]) -> None:
    closure, known = close(released, engine="columns"), set(released)
    for triple in list(closure.inferred)[::2000]:
        assert all(premise in known or premise in closure.inferred for premise in closure.inferred[triple].premises)


def test_our_engine_and_owlrl_agree_on_all_of_the_real_data(released: list[Triple]) -> None:
    given = [t for t in released if not (isinstance(t[2], ox.Literal) and t[2].language)]  # no rule looks at texts

    def published(engine: str) -> set[object]:
        found = close(given, engine=engine)
        assert not found.contradictions
        return {
            triple for triple in found.inferred if publishable(triple, lambda node: node.value.startswith((DEF, ID)))
        }

    assert len(given) > 15_000
    assert published("compiled") == published("owlrl")
