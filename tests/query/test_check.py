"""`govkg queries check` finds a query that does not do what its header says."""

from dataclasses import replace

import pytest

from govkg.query.catalogue import Catalogue, Column, Parameter, SavedQuery
from govkg.query.check import check_query
from govkg.query.contract import Promise, broken
from govkg.query.declared import ReadFor, RestsOn
from govkg.query.projection import projected

from .worlds import claim, engine_of

TWO = claim("c1", "gov:region region:a ; gov:role role:decides") + claim(
    "c2", "gov:region region:b ; gov:role role:prepares", 2
)
GOOD = "SELECT ?region ?claim WHERE {\n  # parameters\n  ?claim gov:region ?region .\n} ORDER BY ?claim"


def saved(
    sparql: str, columns: tuple[str, ...] = ("region", "claim"), variable: str = "region", form: str = "SELECT"
) -> SavedQuery:
    parameters = (Parameter("region", "thing", "region", "", {}, variable),)
    headings = tuple(Column(name, "quote" if name == "quote" else "thing", {}) for name in columns)
    return SavedQuery(
        "q",
        "queries/q.rq",
        sparql,
        form,
        {},
        {},
        "",
        parameters,
        headings,
        "claim" if "claim" in columns else "",
        ("table",),
        (),
    )


def faults(query: SavedQuery) -> str:
    return "\n".join(str(problem) for problem in check_query(engine_of(TWO), query))


def test_a_query_that_does_as_its_header_says_has_no_fault() -> None:
    assert faults(saved(GOOD)) == ""


def test_columns_that_select_does_not_give_are_a_fault() -> None:
    assert "the header has the columns region, claim, but SELECT answers with region" in faults(
        saved(GOOD.replace("?region ?claim", "?region"))
    )


def test_a_parameter_that_the_query_does_not_use_is_a_fault() -> None:
    assert "binds ?askedRegion, which the query does not use" in faults(saved(GOOD, variable="askedRegion"))


def test_a_parameter_that_is_only_spoken_of_in_a_comment_is_a_fault() -> None:
    assert "which the query does not use" in faults(saved(GOOD + " # ?askedRegion", variable="askedRegion"))


def test_a_parameter_without_a_place_for_its_values_is_a_fault() -> None:
    assert "no line `# parameters`" in faults(saved(GOOD.replace("  # parameters\n", "")))


def test_a_parameter_that_lets_other_rows_through_is_a_fault() -> None:
    loose = saved(
        GOOD.replace("  # parameters\n", "  # parameters\n  FILTER(!BOUND(?asked) || true)\n"), variable="asked"
    )
    assert "gives 1 rows that do not name it" in faults(loose)


def test_a_parameter_that_leaves_out_what_it_should_keep_is_a_fault() -> None:
    strict = saved(GOOD.replace("  # parameters\n", "  # parameters\n  FILTER(!BOUND(?asked))\n"), variable="asked")
    assert "leaves out 1 rows that have it" in faults(strict)


def test_a_silent_row_that_takes_on_the_value_asked_for_is_a_fault() -> None:
    eager = "SELECT ?region ?claim WHERE {\n  # parameters\n  ?claim gov:role ?role .\n  OPTIONAL { ?claim gov:region ?region }\n} ORDER BY ?claim"
    assert "gives rows that the whole answer does not have" in faults(saved(eager))


def test_a_row_that_rests_on_a_claim_without_its_quote_is_a_fault() -> None:
    bare = saved(
        "SELECT ?region ?quote ?claim WHERE {\n  # parameters\n  ?claim gov:region ?region OPTIONAL { ?claim gov:verb ?quote }\n}",
        ("region", "quote", "claim"),
    )
    assert "2 rows rest on a claim but have no quote" in faults(bare)


def test_a_text_that_is_no_sparql_is_a_fault_of_its_file() -> None:
    assert faults(saved("SELECT ?region ?claim WHERE {\n# parameters\n?region")).startswith("queries/q.rq: not SPARQL")


def test_a_graph_that_grows_by_a_parameter_is_a_fault() -> None:
    graph = "CONSTRUCT { ?claim gov:region ?region } WHERE {\n# parameters\n OPTIONAL { ?claim gov:role role:decides ; gov:region ?region } }"
    assert "statements that are not in the whole graph" in faults(
        saved(
            graph.replace("OPTIONAL", "?claim gov:role role:decides OPTIONAL").replace(
                "role:decides ; gov:region ?region }", "role:prepares }"
            ),
            (),
            form="CONSTRUCT",
        )
    )


def test_a_broken_promise_names_the_query_and_what_is_missing() -> None:
    catalogue = Catalogue({"q": saved(GOOD)}, {})
    found = broken({"q": Promise(("region", "state"), ("region", "quote"), 3), "gone": Promise((), (), 4)}, catalogue)
    assert [(problem.where, problem.what) for problem in found] == [
        ("queries/q.rq", "the parameter `state` of the contract is missing"),
        ("queries/q.rq", "the column `quote` of the contract is missing"),
        ("queries/contract.yaml", "there is no query `gone`"),
    ]


@pytest.mark.parametrize(
    ("sparql", "found"),
    [
        ("PREFIX a: <http://x/?no> SELECT ?a $b { ?a ?p ?b }", ("a", "b")),
        ("SELECT DISTINCT ?a (COUNT(DISTINCT ?c) AS ?n) WHERE { ?a ?p ?c } GROUP BY ?a", ("a", "n")),
        ("# SELECT ?no\nSELECT ?a WHERE { { SELECT ?inner WHERE { ?inner ?p ?o } } }", ("a",)),
        ('SELECT ("?no" AS ?text) WHERE { }', ("text",)),
        ("SELECT * WHERE { ?s ?p ?o }", ()),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", ()),
    ],
)
def test_the_variables_of_an_answer_are_read_from_the_text(sparql: str, found: tuple[str, ...]) -> None:
    assert projected(sparql) == found


def test_a_question_that_the_data_do_not_have_is_a_fault() -> None:
    known = "graph:ontology { question:strategy skos:prefLabel 'How far?'@en }"
    for slug, fault in (("strategy", ""), ("stratgy", "`questions` names the question `stratgy`")):
        query = replace(saved(GOOD), questions=RestsOn((ReadFor(slug),)))
        found = "\n".join(str(problem) for problem in check_query(engine_of(TWO, known), query))
        assert (fault in found) if fault else not found
