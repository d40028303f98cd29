"""SPARQL results XML: what a parser of the standard reads is what the JSON format says."""

import io

import pyoxigraph as ox

from govkg.publish.sparql_xml import to_xml
from tests.publish.tables import NO_DATA, table, thing

TABLE = table(
    {"body": "thing", "seats": "number", "when": "date", "quote": "quote"},
    (thing("A & <B>", "https://example.org/a?x=1&y=2", lang="sv"), "9", "2022-06", 'said "so"\x00 ]]>'),
    (thing("C", "https://example.org/c"), "", "", ""),
)


def solutions() -> ox.QuerySolutions:
    found = ox.parse_query_results(io.BytesIO(to_xml(TABLE, NO_DATA)), format=ox.QueryResultsFormat.XML)
    assert isinstance(found, ox.QuerySolutions)
    return found


def test_every_column_is_a_variable_and_things_have_their_iris_beside_them() -> None:
    assert [variable.value for variable in solutions().variables] == ["body", "body_iri", "seats", "when", "quote"]


def test_values_keep_their_type_and_language_and_markup_is_text() -> None:
    first, second = list(solutions())
    assert first["body"] == ox.Literal("A & <B>", language="sv")
    assert first["body_iri"] == ox.NamedNode("https://example.org/a?x=1&y=2")
    assert first["seats"] == ox.Literal("9", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
    assert first["when"] == ox.Literal("2022-06", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#gYearMonth"))
    assert first["quote"] == ox.Literal('said "so"\ufffd ]]>')
    assert second["seats"] is None
