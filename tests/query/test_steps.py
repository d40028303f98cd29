"""A query's steps, and how many statements and rows they have."""

import json
import subprocess
import sys

import pyoxigraph as ox
import pytest

from govkg.core.names import DEF, GRAPHS, ID
from govkg.query.catalogue import SavedQuery, read_catalogue
from govkg.query.plan import planned
from govkg.query.steps import Step, UnreadableError, steps_of
from govkg.query.task import Task

DATA = f"""<urn:c1> <{DEF}task> <{ID}task/a> <{GRAPHS}asserted> .
<urn:c2> <{DEF}task> <{ID}task/a> <{GRAPHS}asserted> .
<urn:c1> <{DEF}region> <urn:r> <{GRAPHS}asserted> .
<urn:c3> <{DEF}region> <urn:r> <{GRAPHS}inferred> .
"""


@pytest.fixture(scope="module")
def store() -> ox.Store:
    found = ox.Store()
    found.load(input=DATA.encode(), format=ox.RdfFormat.N_QUADS)
    return found


def kinds(query: str) -> list[str]:
    return [step.kind for step in steps_of(query)]


def whats(query: str) -> dict[str, str]:
    return {step.kind: step.what for step in steps_of(query)}


def test_steps_stand_in_the_order_in_which_they_build_on_each_other() -> None:
    query = "SELECT DISTINCT ?x { ?x gov:task ?t OPTIONAL { ?x gov:body ?b } MINUS { ?x a gov:SilentClaim } FILTER(?t != ?x) BIND(1 AS ?y) } ORDER BY DESC(?y) LIMIT 5 OFFSET 2"
    assert kinds(query) == [
        "find",
        "optional",
        "minus",
        "work-out",
        "keep",
        "sort",
        "show",
        "distinct",
        "skip",
        "limit",
    ]
    assert whats(query)["sort"] == "?y ↓"


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("?x > 1 && (!BOUND(?y) || ?x IN (2, 3.5))", "(?x > 1 && (!BOUND(?y) || ?x IN (2, 3.5)))"),
        ("?x + 2 * 3 - 1 >= -?x", "(?x + (2 * 3) - 1) >= -?x"),
        ('REGEX(STR(?x), "a b", "i")', 'REGEX(STR(?x), "a b", "i")'),
        ("?x = task:ngo-grants", "?x = task:ngo-grants"),
        ("xsd:integer(?x) = true", "xsd:integer(?x) = true"),
        ("NOT EXISTS { ?x gov:task ?y }", "NOT EXISTS { 1 }"),
    ],
)
def test_a_condition_is_told_as_it_was_written(condition: str, told: str) -> None:
    assert whats(f"SELECT * {{ ?x ?p ?y FILTER({condition}) }}")["keep"] == told


def test_what_must_exist_stands_inside_the_condition() -> None:
    (keep,) = (
        s
        for s in steps_of("SELECT * { ?x ?p ?y FILTER(EXISTS { ?x gov:a 1 } || EXISTS { ?y gov:b 2 }) }")
        if s.kind == "keep"
    )
    assert keep.what == "(EXISTS { 1 } || EXISTS { 2 })"
    assert [group[0].patterns[0].subject for group in keep.inner] == ["?x", "?y"]


def test_aggregates_are_told_where_they_are_used_and_grouped_names_are_not_told_twice() -> None:
    query = "SELECT ?r (COUNT(DISTINCT ?c) AS ?n) { ?c gov:region ?r } GROUP BY ?r HAVING(COUNT(?c) > 2)"
    assert whats(query) | {"show": "?r, ?n"} == whats(query)
    assert [(s.kind, s.what) for s in steps_of(query)][1:-1] == [
        ("group", "?r"),
        ("keep", "COUNT(?c) > 2"),
        ("work-out", "?n = COUNT(DISTINCT ?c)"),
    ]
    assert "group-all" in kinds("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")


def test_groups_inside_are_steps_inside() -> None:
    query = "SELECT * { { ?a ?b ?c } UNION { ?c ?b ?a } UNION { SELECT ?a { ?a ?b ?c } LIMIT 3 } GRAPH ?g { ?a ?b ?c } VALUES ?a { 1 2 } }"
    (union,) = (step for step in steps_of(query) if step.kind == "union")
    assert union.count == 3
    assert [group[0].kind for group in union.inner] == ["find", "find", "first"]
    assert {"graph", "values"} <= set(kinds(query))


@pytest.mark.parametrize(
    ("query", "last"),
    [("ASK { ?s ?p ?o }", Step("ask")), ("CONSTRUCT { ?s ?p 1 } { ?s ?p ?o }", Step("construct", count=1)), ("DESCRIBE <urn:x>", Step("describe", "<urn:x>"))],
)  # fmt: skip
def test_each_form_tells_what_its_answer_is(query: str, last: Step) -> None:
    assert steps_of(query)[-1] == last


@pytest.mark.parametrize("saved", read_catalogue().queries.values(), ids=lambda saved: saved.id)
def test_every_saved_query_can_be_explained(saved: SavedQuery) -> None:
    assert steps_of(saved.sparql)


def test_what_the_algebra_does_not_know_is_told_as_that(store: ox.Store) -> None:
    newer = "SELECT * { ?s ?p <<( ?a ?b ?c )>> }"
    with pytest.raises(UnreadableError):
        steps_of(newer)
    assert planned(store, Task(newer, "")).reason == "plan"


def counts(store: ox.Store, query: str, **task: bool) -> list[tuple[int | None, int | None]]:
    reply = planned(store, Task(query, "", **task))  # type: ignore[arg-type]
    steps = json.loads(reply.body)
    return [(p["matches"], p["together"]) for step in steps for p in [*step["patterns"], *(q for g in step["inner"] for s in g for q in s["patterns"])]]  # fmt: skip


def test_each_pattern_is_counted_alone_and_with_those_before_it_in_all_graphs(store: ox.Store) -> None:
    assert counts(store, "SELECT * { ?c gov:task task:a . ?c gov:region ?r }") == [(2, 2), (2, 1)]


def test_what_is_asked_of_one_graph_is_counted_in_it(store: ox.Store) -> None:
    assert counts(store, f"SELECT * {{ GRAPH <{GRAPHS}inferred> {{ ?c gov:region ?r }} }}") == [(1, 1)]


def test_what_asks_other_graphs_than_all_is_not_counted(store: ox.Store) -> None:
    assert counts(store, "SELECT * FROM <urn:g> { ?c gov:region ?r }", union=False) == [(None, None)]


def test_a_mistake_is_told_with_its_place(store: ox.Store) -> None:
    reply = planned(store, Task("SELECT *\n{ ?s ?p }", ""))
    assert (reply.reason, reply.line, reply.column) == ("syntax", 2, 10)


def test_reading_loads_no_module_late_since_a_worker_can_open_no_file() -> None:
    program = """
import sys
from govkg.query.steps import steps_of
before = set(sys.modules)
steps_of("SELECT (COUNT(?s) AS ?n) { ?s ?p 1 FILTER(?p > 1.5 || ?s = 'a'@fi || EXISTS { ?s ?p 'x'^^xsd:date }) } GROUP BY ?p")
sys.exit(", ".join(set(sys.modules) - before) or None)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
