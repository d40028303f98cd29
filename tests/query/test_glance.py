"""A glance at a query: as the guard, or not at all."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govkg.core.names import PREFIXES
from govkg.query.catalogue import read_catalogue
from govkg.query.glance import glance
from govkg.query.guard import RefusedError, check
from govkg.query.limits import Limits

LIMITS = Limits(depth=6, parts=40, length=400)
pieces = st.sampled_from(
    [
        *["SELECT * ", "ASK", "CONSTRUCT ", "WHERE ", "FILTER", "FROM", "NOW()", "?s ", "?now", "a ", "gov:role ", "x:y ", ":z "],
        *["PREFIX x: <http://a/#> ", "BASE <http://a/>", "# c ( {\n", "<http://a/b#c> ", "<u(r)n:x>", "?a <b:c#> ", "?s<?o ", "1<2"],
        *["{ ", " }", "(", ")", "[", "]", "- ", "!", "+", "^", "^^xsd:date ", "/", "|", "||", "*", ";", ".", ", ", "<<", ">>", "\n"],
        *["'a' ", '"b"', "'''", '"""', '"', "'", "\\", "é", "SERVICE ", "service", "\u017fervice ", "INSERT ", "1 ", "true", "@fi"],
    ]
)  # fmt: skip
texts = st.one_of(
    st.lists(pieces, max_size=25).map("".join),
    st.lists(pieces, max_size=12).map(lambda inner: "SELECT * { ?s ?p ?o " + "".join(inner) + " }"),
)


@pytest.mark.parametrize("form", ["SELECT * {}", "ask {}", "CONSTRUCT { ?s a ?o } {}", "DESCRIBE <urn:x>"])
def test_plain_queries_pass_with_their_form(form: str) -> None:
    assert glance(f"PREFIX x: <http://a/#> # why\n{form}", LIMITS) == check(form, LIMITS)


def test_most_saved_queries_are_plain() -> None:
    queries = [query.sparql for query in read_catalogue().queries.values()]
    assert sum(glance(query, Limits()) is not None for query in queries) > len(queries) / 2


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA {}",
        "SELECT * { SERVICE <http://a/> {} }",
        "SELECT * { \u017fervice <http://a/> {} }",
        "SELECT * FROM <http://a/> {}",
        "SELECT (1NOW() AS ?x) {}",
        "SELECT * { FILTER(?a <b:c#> ?d) }",
        "SELECT * { FILTER(?a <b(c)> ?d) }",
        "SELECT * { FILTER(?a = '\\'') }",
        "SELECT * { FILTER(?a = ') }",
        "ASK " + "{" * 7 + "}" * 7,
        "ASK { FILTER(" + "!" * 7 + " ?x) }",
        "ASK { FILTER(" + "!#\n" * 7 + " ?x) }",
        "ASK { ?a ?b " + "1, " * 60 + "1 }",
        *["ASK { ?a ?b (" + item * 60 + ") }" for item in ("1 ", ": ", "?x", "<>", "'' ", '"" ', "_:b ")],
        "ASK {}" + " " * 400,
    ],
)
def test_what_only_the_guard_can_tell_does_not_pass(query: str) -> None:
    assert glance(query, LIMITS) is None


@given(texts)
def test_what_passes_the_guard_lets_through_as_the_same_or_the_engine_refuses(text: str) -> None:
    found = glance(text, LIMITS)
    if found is None:
        return
    try:
        assert check(text, LIMITS) == found
    except RefusedError as error:
        assert error.reason in ("syntax", "prefix", "update")  # never a limit, never a call
        with pytest.raises(SyntaxError):
            ox.Store().query(text, prefixes=PREFIXES)
