"""What a stranger's query may not be."""

import time

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govkg.core.errors import UsageError
from govkg.query.guard import RefusedError, check
from govkg.query.limits import Limits, limits_of

LIMITS = Limits(depth=12, parts=200, length=20_000)
LISTED = Limits(services=frozenset({"https://a.fi/sparql"}))


def refused(query: str, limits: Limits = LIMITS) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        check(query, limits)
    return caught.value


@pytest.mark.parametrize("form", ["SELECT * {}", "ask {}", "CONSTRUCT { ?s a ?o } {}", "DESCRIBE <urn:x>"])
def test_each_form_of_query_is_known(form: str) -> None:
    assert check(form, LIMITS).form == form.split()[0].upper()


def test_a_query_that_names_its_own_graphs_is_known() -> None:
    assert check("ASK FROM <urn:g> {}", LIMITS).has_dataset
    assert not check("ASK { ?from a <urn:FROM> # FROM\n }", LIMITS).has_dataset


def test_a_query_that_answers_anew_each_time_is_known() -> None:
    assert check("SELECT (now() AS ?t) {}", LIMITS).volatile
    assert not check("SELECT ?now { ?now ?p 'NOW()' }", LIMITS).volatile


@pytest.mark.parametrize(
    "word", ["INSERT DATA {}", "delete where {}", "LOAD <urn:x>", "DROP ALL", "WITH <urn:g> DELETE {}"]
)
def test_an_update_is_refused_after_any_prologue(word: str) -> None:
    error = refused(f"PREFIX x: <urn:x>\n# SELECT\n{word}")
    assert (error.reason, error.line, error.column) == ("update", 3, 1)


@pytest.mark.parametrize(
    "call",
    [
        "SERVICE <http://a/> {}",
        "service silent ?s {}",
        "SERVICE<http://a/>{}",
        "SERVICESILENT<http://a/>{}",
        "?s ?p trueSERVICE<http://a/>{}",
        "OPTIONAL { { SERVICE ?x {} } }",
        "SERVICE:x {}",
        "SERVICE#c\n<http://a/>{}",
    ],
)
def test_a_call_to_another_server_is_refused_however_it_is_spelled(call: str) -> None:
    assert refused(f"PREFIX : <http://a/> SELECT * {{ {call} }}").reason == "service"


def test_the_word_service_may_stand_in_names_strings_and_comments() -> None:
    check('PREFIX service: <urn:s> SELECT ?service { service:a service:b "SERVICE"@service # SERVICE\n }', LIMITS)


@pytest.mark.parametrize(
    ("query", "line", "column"),
    [
        ("ASK {\n  ?s ?p 'x }", 2, 9),
        ('ASK {\r\n ?s ?p """x }', 2, 8),
        ("ASK { ?s ?p (1 2 }", 1, 18),
        ("ASK {}\n}", 2, 1),
        ("ASK {\n{", 2, 1),
        ("SELEKT * {}", 1, 1),
        ("", 1, 1),
    ],
)
def test_what_cannot_be_sparql_is_shown_with_its_place(query: str, line: int, column: int) -> None:
    error = refused(query)
    assert (error.reason, error.line, error.column) == ("syntax", line, column)


def test_an_undeclared_prefix_is_shown_with_its_place() -> None:
    error = refused("PREFIX a: <urn:a>\nASK { a:x gov:y b:z }")
    assert (error.reason, error.line, error.column) == ("prefix", 2, 17)
    assert "`b:`" in error.what


def test_a_query_may_be_as_long_as_the_limit_and_no_longer() -> None:
    assert check("ASK {}" + " " * (LIMITS.length - 6), LIMITS)
    assert refused("ASK {}" + " " * (LIMITS.length - 5)).reason == "length"


def test_long_lists_of_values_are_no_parts() -> None:
    check("ASK { VALUES (?a ?b) { " + "(<urn:a#b> <urn:c(d>) " * 300 + "} }", LIMITS)
    check("ASK { VALUES ?a { " + "1 " * 1000 + "} }", LIMITS)


@pytest.mark.parametrize("part", ["{} UNION ", "OPTIONAL {}", "?s ?p ?o . ", "MINUS {}", "BIND(1 AS ?x) ", "; a ?x "])
def test_a_chain_of_many_parts_is_refused(part: str) -> None:
    assert refused("ASK { ?s ?p ?o " + part * 201 + " }").reason == "parts"


@pytest.mark.parametrize("item", ["1 ", "true ", "gov:x ", "?x", "<urn:x>", "'' ", "_:b ", "(1)", "[]"])
def test_a_list_of_many_items_is_a_chain_too(item: str) -> None:
    check("ASK { ?s ?p (" + item * 60 + ") }", LIMITS)
    assert refused("ASK { ?s ?p (" + item * 201 + ") }").reason == "parts"


def test_a_triple_with_many_names_for_itself_is_a_chain_too() -> None:
    assert refused("ASK { ?s ?p ?o " + "~?r " * 201 + " }").reason == "parts"


NESTS = {
    "group": ("{ ", " }"),
    "optional": ("OPTIONAL { ", " }"),
    "union": ("{} UNION { ", " }"),
    "subselect": ("{ SELECT * { ", " } }"),
    "minus": ("MINUS { ", " }"),
    "exists": ("FILTER NOT EXISTS { ", " }"),
    "parens": ("FILTER((", "true)) "),
    "function": ("FILTER(STR(1)= STR(", "1)) "),
    "list": ("?s ?p ( ", " 1 ) ."),
    "blank": ("?s ?p [ ?p ", " 1 ] ."),
    "path": ("?s (", "<urn:p>)* ?o ."),
    "not": ("FILTER(!!", "true) "),
}
NOISE = ("", "# ( { [ ' \"\n", " ", "\t", "#>\r")
LEAVES = (
    "",
    "?a ?b '}}' .",
    '?a ?b """ "{ """ .',
    "?a ?b <urn:x((> .",
    "?a ?b 'it\\'s (' .",
    "?a gov:x\\(y\\) 1 .",
    "?a ?b ')'@en .",
)


def nested(shapes: list[str], noise: list[str], leaf: str) -> str:
    """Groups in groups, with what looks like brackets and is none."""
    text = leaf
    for shape, between in zip(shapes, noise, strict=True):
        opened, closed = NESTS[shape]
        text = (
            f"{opened}{between}{text}{between}{closed}"
            if shape in ("group", "optional", "union", "minus")
            else f"{{ {opened} {closed} {between} {text} }}"
        )
    return f"ASK {{ {text} }}"


@settings(max_examples=150)
@given(st.data(), st.sampled_from(LEAVES), st.integers(0, 30))
def test_nesting_within_the_limit_passes_and_beyond_it_never_does(data: st.DataObject, leaf: str, levels: int) -> None:
    shapes = data.draw(
        st.lists(st.sampled_from(("group", "optional", "union", "minus")), min_size=levels, max_size=levels)
    )
    noise = data.draw(st.lists(st.sampled_from(NOISE), min_size=levels, max_size=levels))
    query = nested(shapes, noise, leaf)
    if levels + 1 > LIMITS.depth:
        assert refused(query).reason == "depth"
    else:
        assert check(query, LIMITS).form == "ASK"
        ox.Store().query(query, prefixes={"gov": "urn:gov:"})  # the engine reads it as we do


@pytest.mark.parametrize("shape", NESTS)
def test_no_shape_of_nesting_gets_beyond_the_limit(shape: str) -> None:
    opened, closed = NESTS[shape]
    last = {"parens": "true", "path": "<urn:p>"}.get(shape, "1")
    inner = {"parens": "(", "function": "STR(", "list": "(", "blank": "[ ?p ", "path": "(", "not": "!"}.get(
        shape, opened
    )
    deep = f"ASK {{ {opened}{inner * 20}{last}"
    assert refused(deep).reason == "depth"
    assert closed


@pytest.mark.parametrize(
    "unit",
    ["((((1<1#>))))\n+", "((((?a<?b#>))))\n+", "((((1<1'>))))+'", "((((1<a:b((((>))))+", "((((?a<1[>))))"],
)
def test_nesting_cannot_hide_where_the_engine_reads_a_comparison_and_the_standard_an_iri(unit: str) -> None:
    assert refused("ASK { FILTER(" + unit * 5 + "1) }").reason in ("syntax", "depth")


def test_comparisons_and_iris_that_hide_nothing_pass() -> None:
    for inner in ("1<2", "?a<?b&&?c>?d", "(?a)<(?b)", "?x = <urn:x#y>", "?x IN (<urn:a#b>, <urn:c#d>)", "?a< ?b"):
        check(f"ASK {{ FILTER({inner}) }}", LIMITS)


SIGNS = (
    "'",
    '"',
    "'''",
    '"""',
    "<<",
    ">>",
    "//",
    "\\",
    "\n",
    "\r",
    "%4",
    "\\u0041",
    "\x00",
    "ä",
    "\U0001f1eb",
    "\ud800",
)
WORDS = ("SELECT", "ASK", "VALUES", "SERVICE", "PREFIX", "?x", "urn:x")
PIECES = st.sampled_from((*"{}()[]<># !^|/a1.:-@", *SIGNS, *WORDS))


@settings(max_examples=300)
@given(
    st.one_of(
        st.text(),
        st.lists(PIECES, max_size=60).map("".join),
        st.lists(PIECES, max_size=60).map(lambda found: "ASK {" + "".join(found) + "}"),
    )
)
def test_no_text_makes_the_scan_fail_otherwise_than_by_refusing(text: str) -> None:
    try:
        assert check(text, LIMITS).form
    except RefusedError as error:
        assert error.reason in ("syntax", "prefix", "update", "service", "length", "depth", "parts")


@pytest.mark.parametrize("piece", ["a.", "a-", "'''a", '"', "<a", "a:b.", "@a-", "_:a.", "?x", "1e", "."])
def test_the_time_of_the_scan_grows_with_the_length_only(piece: str) -> None:
    query = "ASK { VALUES ?x { " + piece * (90_000 // len(piece))
    began = time.perf_counter()
    refused(query, Limits())
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("call", ["SERVICE <https://a.fi/sparql> {}", "service silent\n#c\n<https://a.fi/sparql>{}"])
def test_an_endpoint_that_is_listed_may_be_called(call: str) -> None:
    assert check(f"SELECT * {{ {call} }}", LISTED).form == "SELECT"


@pytest.mark.parametrize(
    "call",
    [
        "SERVICE <https://a.fi/> {}",
        "SERVICE <https://a.fi/sparql/> {}",
        "SERVICE <https://a.fi/sparq\\u006C> {}",
        "SERVICE <sparql> {}",
        "SERVICE SILENT <http://127.0.0.1/> {}",
        "SERVICE ?s {}",
        "SERVICE a:sparql {}",
        "SERVICE:sparql {}",
        "SERVICESILENT<https://a.fi/sparql>{}",
        "SERVICE 'https://a.fi/sparql' {}",
        "SERVICE <https://a.fi/sparql> { SERVICE <https://b.fi/> {} }",
    ],
)
def test_an_endpoint_that_is_not_listed_letter_by_letter_may_not_be_called(call: str) -> None:
    error = refused(f"BASE <https://a.fi/> PREFIX a: <https://a.fi/> SELECT * {{ {call} }}", LISTED)
    assert error.reason == "service"
    assert "<https://a.fi/sparql>" in error.what


def test_the_list_of_endpoints_comes_from_the_environment_and_is_empty_without() -> None:
    assert limits_of({"GOVKG_SPARQL_SERVICES": " https://a.fi/x\nhttp://b.fi/y "}).services == {
        "https://a.fi/x",
        "http://b.fi/y",
    }
    assert not limits_of({}).services
    with pytest.raises(UsageError, match="file:///etc"):
        limits_of({"GOVKG_SPARQL_SERVICES": "file:///etc"})


def test_limits_come_from_the_environment() -> None:
    limits = limits_of({"GOVKG_SPARQL_SECONDS": "2.5", "GOVKG_SPARQL_ROWS": "7"})
    assert (limits.seconds, limits.rows, limits.depth) == (2.5, 7, Limits().depth)


def test_a_limit_that_there_is_not_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="GOVKG_SPARQL_SECONDS"):
        limits_of({"GOVKG_SPARQL_SECOND": "2"})


@pytest.mark.parametrize(
    ("name", "value"), [("SECONDS", "soon"), ("ROWS", "1.5"), ("DEPTH", "0"), ("WORKERS", "1"), ("SECONDS", "-1")]
)
def test_a_limit_that_is_no_number_above_zero_is_an_error_that_names_it(name: str, value: str) -> None:
    with pytest.raises(UsageError, match=f"GOVKG_SPARQL_{name}"):
        limits_of({f"GOVKG_SPARQL_{name}": value})
