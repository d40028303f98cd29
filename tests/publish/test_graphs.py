"""Graph answers: what is written is what was answered, whichever syntax."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govkg.core.names import DEF, XSD, gov, thing
from govkg.publish.graphs import to_jsonld, to_turtle
from tests.publish.tables import NO_DATA, graph_answer

WRITERS = {ox.RdfFormat.TURTLE: to_turtle, ox.RdfFormat.JSON_LD: to_jsonld}
BODY = thing("body", "testila/lautakunta")
TRIPLES = (
    ox.Triple(BODY, gov("decidesOn"), thing("task", "ngo-grants")),
    ox.Triple(BODY, gov("quote"), ox.Literal('Rivi 1\n"Rivi 2" \\ – ä', language="fi")),
    ox.Triple(BODY, gov("date"), ox.Literal("2022-06", datatype=ox.NamedNode(XSD + "gYearMonth"))),
    ox.Triple(BODY, gov("seats"), ox.Literal("012", datatype=ox.NamedNode(XSD + "integer"))),
)


@pytest.mark.parametrize("form", WRITERS, ids=str)
def test_a_graph_is_read_back_as_it_was(form: ox.RdfFormat) -> None:
    data = WRITERS[form](graph_answer(*TRIPLES), NO_DATA)
    assert {quad.triple for quad in ox.parse(input=data, format=form)} == set(TRIPLES)


@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8")), st.sampled_from(["fi", "sv", None]))))
def test_any_text_is_read_back(texts: list[tuple[str, str | None]]) -> None:
    triples = {ox.Triple(BODY, gov("quote"), ox.Literal(text, language=lang)) for text, lang in texts}
    for form, write in WRITERS.items():
        assert {quad.triple for quad in ox.parse(input=write(graph_answer(*triples), NO_DATA), format=form)} == triples


def test_turtle_is_short_by_our_prefixes() -> None:
    text = to_turtle(graph_answer(TRIPLES[0]), NO_DATA).decode()
    assert f"@prefix gov: <{DEF}> ." in text
    assert "gov:decidesOn task:ngo-grants" in text


@pytest.mark.parametrize("form", WRITERS, ids=str)
def test_an_empty_graph_is_read_back_empty(form: ox.RdfFormat) -> None:
    assert not list(ox.parse(input=WRITERS[form](graph_answer(), NO_DATA), format=form))
