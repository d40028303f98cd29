"""A thing as statements."""

import pyoxigraph as ox
import pytest

from govkg.publish.resource import describe, is_known

from .things import ID, WOOD, engine


def lines(iri: str, page: int = 1, size: int = 500) -> set[str]:
    found = describe(engine(), iri, page, size)
    assert found is not None
    return {str(quad.triple) for quad in found.quads}


def test_a_thing_has_what_is_said_of_it_in_any_graph() -> None:
    assert {
        f'<{WOOD}> <https://w3id.org/govkg/def#countyCode> "01"',
        f'<{WOOD}> <http://www.w3.org/2004/02/skos/core#prefLabel> "Metsälä"@fi',
    } <= lines(WOOD)


def test_a_thing_has_what_points_to_it_with_the_names_of_these() -> None:
    assert {
        f"<{ID}body/board> <https://w3id.org/govkg/def#area> <{WOOD}>",
        f'<{ID}body/board> <http://www.w3.org/2004/02/skos/core#prefLabel> "Hallitus"@fi',
    } <= lines(WOOD)


def test_each_statement_keeps_its_graph() -> None:
    found = describe(engine(), WOOD)
    assert found is not None
    graphs = {quad.predicate.value.partition("#")[2]: str(quad.graph_name) for quad in found.quads}
    assert (graphs["area"], graphs["actsIn"]) == (
        "<https://w3id.org/govkg/graph/asserted>",
        "<https://w3id.org/govkg/graph/inferred>",
    )


def test_many_incoming_links_come_in_pages_stated_ones_before_inferred_ones_and_what_is_said_on_each() -> None:
    pages = [describe(engine(), WOOD, number, 2) for number in (1, 2)]
    assert all(page is not None and (page.incoming, page.pages) == (3, 2) for page in pages)
    links = [{str(q.triple) for q in page.quads if q.object == ox.NamedNode(WOOD)} for page in pages if page]
    assert [len(found) for found in links] == [2, 1]
    assert "actsIn" in links[1].pop()
    assert f'<{WOOD}> <https://w3id.org/govkg/def#countyCode> "01"' in lines(WOOD, 2, 2)


def test_a_page_that_there_is_not_is_none() -> None:
    assert describe(engine(), WOOD, 3, 2) is None
    assert describe(engine(), WOOD, 0, 2) is None


@pytest.mark.parametrize(
    ("iri", "known"), [(WOOD, True), ("https://w3id.org/govkg/def/1", True), (f"{ID}region/none", False)]
)
def test_a_thing_is_known_when_something_is_said_of_it_or_points_to_it(iri: str, known: bool) -> None:
    assert is_known(engine(), iri) is known
    assert (describe(engine(), iri) is not None) is known
