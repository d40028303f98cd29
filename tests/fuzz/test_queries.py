"""Query text grown from the grammar and then broken: what the guard lets through never ends a worker by itself, and calls nobody."""

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govkg.query.guard import RefusedError, check
from govkg.query.limits import Limits
from govkg.query.task import Task
from govkg.query.workers import Pool

LIMITS = Limits(seconds=2, quick=1.5, rows=100, size=100_000, memory=256, workers=2)
DATA = b'<urn:s> <urn:p> <urn:o1> <urn:g1> .\n<urn:s> <urn:p> "x" <urn:g2> .\n'
JSON = "application/sparql-results+json"
REASONS = {"", "syntax", "failed", "rows", "size", "seconds", "memory"}

terms = st.sampled_from(
    ["?s", "?p", "?o", "<urn:s>", "<urn:p>", "'x'@fi", "1", "1.5e3", "true", "_:b", "[]", "()", "a"]
)
words = st.sampled_from(
    [
        "SELECT",
        "WHERE",
        "OPTIONAL",
        "UNION",
        "MINUS",
        "GRAPH",
        "FILTER",
        "BIND",
        "VALUES",
        "SERVICE",
        "SILENT",
        "EXISTS",
        "NOT",
        "GROUP",
        "ORDER",
        "BY",
        "LIMIT",
        "FROM",
        "NAMED",
        "PREFIX",
        "BASE",
        "INSERT",
        "LOAD",
        "LATERAL",
        "VERSION",
    ]
)
signs = st.sampled_from(
    [*"(){}[]<>.;,|/^+*?!=&#'\"\\@:$-\n\x00\ufeffé", *["<<", ">>", "<(", ")>", "^^", "||", "'''", '"""', "{|", "|}"]]
)


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tests = st.sampled_from(["?o = 1", "bound(?s)", "EXISTS {{ {0} }}", "regex(str(?o), '(x+)+y')", "!(!(1 < 2))"])
    shapes = st.sampled_from(
        [
            "{{ {0} }}",
            "OPTIONAL {{ {0} }}",
            "{{ {0} }} UNION {{ {0} }}",
            "MINUS {{ {0} }}",
            "GRAPH ?g {{ {0} }}",
            "{{ SELECT * {{ {0} }} }}",
            "FILTER(NOT EXISTS {{ {0} }})",
            "{0} {0}",
            "BIND(IF(1, 2, 3) AS ?x) {0}",
        ]
    )
    return st.one_of(
        st.builds(lambda shape, text: shape.format(text), shapes, inner),
        st.builds(lambda test, text: "FILTER(" + test.format(text) + ") " + text, tests, inner),
    )


paths = st.recursive(
    st.sampled_from(["<urn:p>", "a", "!<urn:p>"]),
    lambda inner: st.builds(
        lambda shape, path: shape.format(path), st.sampled_from(["({0})*", "^({0})", "({0}|a)", "{0}/a"]), inner
    ),
    max_leaves=6,
)
triples = st.builds(lambda s, p, o: f"{s} {p} {o} .", terms, st.one_of(terms, paths), terms)
queries = st.builds(
    lambda form, group: f"{form} {{ {group} }}",
    st.sampled_from(["SELECT *", "ASK", "CONSTRUCT { ?s ?p ?o }", "DESCRIBE ?s", "SELECT (COUNT(*) AS ?n)"]),
    st.recursive(triples, _nested, max_leaves=12),
)


@st.composite
def broken(draw: st.DrawFn) -> str:
    """A query with some pieces put in, taken out or repeated."""
    text = draw(queries)
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        piece = draw(st.one_of(words, signs, terms, st.text(max_size=3), st.just(text[start:end])))
        times = draw(st.sampled_from([1, 1, 1, 2, 60, 3_000]))
        text = text[:start] + piece * times + text[draw(st.sampled_from([start, end])) :]
    return text[:50_000]


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    store = ox.Store()
    store.load(input=DATA, format=ox.RdfFormat.N_QUADS)
    with Pool(store, LIMITS) as found:
        yield found


@settings(max_examples=400, derandomize=True, suppress_health_check=list(HealthCheck))
@given(broken())
def test_what_the_guard_lets_through_is_answered_or_stopped_with_a_reason(pool: Pool, query: str) -> None:
    try:
        found = check(query, LIMITS)
    except RefusedError:
        return
    reply = pool.ask(Task(query, JSON if found.form in ("SELECT", "ASK") else "text/turtle"))
    assert reply.reason in REASONS


@settings(max_examples=400, derandomize=True, suppress_health_check=list(HealthCheck))
@given(broken(), st.sampled_from(["SERVICE", "service", "SeRvIcE SILENT"]))
def test_what_the_engine_reads_as_a_call_the_guard_refuses(pool: Pool, query: str, word: str) -> None:
    """Workers have no sockets, so that the engine tells of a call by failing with the words of its HTTP client."""
    text = query.replace("OPTIONAL", f"{word} <http://127.0.0.1:1234/>").replace("GRAPH", word)
    try:
        check(text, LIMITS)
    except RefusedError:
        return
    assert "HTTP" not in pool.ask(Task(text, JSON)).what
