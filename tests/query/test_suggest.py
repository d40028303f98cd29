"""Names for a query by the beginning of a word, and names that nothing has."""

import pyoxigraph as ox
import pytest

from govkg.core.names import DEF, ID
from govkg.query.engine import EmbeddedEngine
from govkg.query.suggest import suggest, written
from govkg.query.unknown import unknown_names

DATA = f"""
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix gov: <{DEF}> . @prefix id: <{ID}> .
gov:decidesOn a owl:ObjectProperty ; rdfs:label "päättää asiasta"@fi, "decides on"@en .
gov:Body a owl:Class ; rdfs:label "toimielin"@fi .
<{ID}region/lappi> skos:prefLabel "Lappi"@fi, "Lapland"@en ; skos:altLabel "Lapin hyvinvointialue"@fi .
<{ID}body/lappi/hallitus> skos:prefLabel "Aluehallitus"@fi .
<{ID}claim/x> skos:prefLabel "lappi, väite"@fi ; gov:body <{ID}body/lappi/hallitus> .
"""


@pytest.fixture(scope="module")
def engine() -> EmbeddedEngine:
    store = ox.Store()
    store.load(input=DATA.encode(), format=ox.RdfFormat.TURTLE)
    return EmbeddedEngine(store, "test")


def inserts(engine: EmbeddedEngine, word: str, lang: str = "fi") -> list[str]:
    return [found.insert for found in suggest(engine, word, lang)]


def test_a_thing_is_found_by_any_of_its_labels_and_shown_in_the_readers_language(engine: EmbeddedEngine) -> None:
    (lapland,) = (found for found in suggest(engine, "hyvinv", "en") if found.kind == "region")
    assert (lapland.insert, lapland.label) == ("region:lappi", "Lapland")
    assert suggest(engine, "lapl", "fi")[0].label == "Lappi"


def test_terms_are_found_by_label_without_diacritics_and_by_their_names(engine: EmbeddedEngine) -> None:
    assert inserts(engine, "paatt") == inserts(engine, "gov:dec") == inserts(engine, "decideson") == ["gov:decidesOn"]
    assert suggest(engine, "toimiel", "sv")[0].kind == "class"


def test_what_begins_with_the_word_stands_before_what_only_holds_it(engine: EmbeddedEngine) -> None:
    assert inserts(engine, "lappi") == ["region:lappi", f"<{ID}body/lappi/hallitus>"]
    assert inserts(engine, "region")[0] == "region:"


def test_claims_are_no_names(engine: EmbeddedEngine) -> None:
    assert inserts(engine, "väite") == []


def test_a_name_that_would_need_backslashes_is_written_in_full() -> None:
    assert written(f"{ID}task/ngo-grants") == "task:ngo-grants"
    assert written(f"{ID}body/lappi/hallitus") == f"<{ID}body/lappi/hallitus>"
    assert written(f"{ID}scheme/level") == f"<{ID}scheme/level>"


@pytest.mark.parametrize("name", [f"<{ID}body/lappi/hallitus>", f"<{ID}scheme/level>", "task:ngo-grants"])
def test_every_name_as_written_is_sparql(name: str) -> None:
    ox.Store().query(f"ASK {{ ?s ?p {name} }}", prefixes={"task": f"{ID}task/"})


def test_a_slip_in_a_name_is_told_with_its_place_and_the_nearest(engine: EmbeddedEngine) -> None:
    (slip,) = unknown_names(engine, "SELECT * {\n  ?x gov:decideOn ?y ; gov:body ?z . ?z a gov:Body }")
    assert (slip.text, slip.line, slip.column, slip.nearest) == ("gov:decideOn", 2, 6, "gov:decidesOn")


def test_names_are_read_by_the_prefixes_of_the_query_and_in_full(engine: EmbeddedEngine) -> None:
    query = (
        f"PREFIX d: <{DEF}> PREFIX gov: <urn:x:> SELECT * {{ ?x d:body ?y ; d:none ?z ; gov:none <{ID}region/lapi> }}"
    )
    assert [(name.text, name.nearest) for name in unknown_names(engine, query)] == [
        ("d:none", ""),
        (f"<{ID}region/lapi>", ""),
    ]


def test_names_of_others_and_in_strings_and_comments_are_not_looked_at(engine: EmbeddedEngine) -> None:
    assert unknown_names(engine, "SELECT * { ?x rdfs:none 'gov:none' } # gov:none") == []
