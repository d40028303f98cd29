"""Explanations: a claim by its quotes in context, a conclusion by rule and premises down to quotes, without circles."""

from itertools import pairwise

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govkg.build.proofs import show as proof_notation
from govkg.core.errors import UsageError
from govkg.core.names import AND, DEF, ID, RDF, XSD, gov, thing
from govkg.query.engine import EmbeddedEngine
from govkg.query.explain import Reason, explain_claim, explain_statement, premises_of
from tests.query.reasons import leaves

COMMITTEE = "body/testila/hyvinvointi-ja-jarjestolautakunta"
DECIDES = (COMMITTEE, "gov:decidesOn", "task/ngo-grants")


def claim_of(engine: EmbeddedEngine, pattern: str) -> str:
    """The IRI of the one claim of a pattern."""
    (row,) = engine.select(f"SELECT DISTINCT ?c WHERE {{ ?c {pattern} }}")
    return row["c"].value


def proofs(*steps: tuple[ox.Triple, str]) -> EmbeddedEngine:
    """A release that holds conclusions and what each rests on, in the short notation."""
    store = ox.Store()
    for number, (triple, because) in enumerate(steps):
        node = thing("inference", str(number))
        store.add(ox.Quad(triple.subject, triple.predicate, triple.object))
        for name, value in (("subject", triple.subject), ("predicate", triple.predicate), ("object", triple.object)):
            store.add(ox.Quad(node, ox.NamedNode(RDF + name), value))
        store.add(ox.Quad(node, gov("rule"), ox.Literal(f"rule-{number}")))
        store.add(ox.Quad(node, gov("because"), ox.Literal(because)))
    return EmbeddedEngine(store, "0" * 12)


def test_a_claim_shows_its_quote_in_context_with_lines(world_engine: EmbeddedEngine) -> None:
    reason = explain_claim(world_engine, claim_of(world_engine, "gov:role role:decides"))
    (quote,) = reason.quotes
    assert quote.exact == "Hyvinvointi- ja järjestölautakunta päättää järjestöavustusten myöntämisestä."
    assert (quote.line_from, quote.line_to) == (4, 7)
    assert quote.before.endswith("Hallintorakenteet ")
    assert quote.after.startswith(" Lautakunta vastaa")
    assert quote.document == f"{ID}document/testila-2022"
    assert reason.rule == "quoted"


def test_several_quotes_come_in_the_order_of_the_text(world_engine: EmbeddedEngine) -> None:
    claim = claim_of(world_engine, f"gov:body <{ID}body/kaavio-t/liikenne> ; gov:task ?t")
    assert [quote.exact for quote in explain_claim(world_engine, claim).quotes] == ["LIIKENNE Tienpito", "VE 2"]


def test_a_claim_may_be_named_in_every_way(world_engine: EmbeddedEngine) -> None:
    iri = claim_of(world_engine, "gov:role role:decides")
    slug = iri.removeprefix(f"{ID}claim/")
    expected = explain_claim(world_engine, iri)
    for name in (slug, f"claim/{slug}", f"id:claim/{slug}", f"<{iri}>"):
        assert explain_claim(world_engine, name) == expected


def test_an_unknown_claim_is_answered_with_where_to_find_one(world_engine: EmbeddedEngine) -> None:
    with pytest.raises(UsageError, match=r"there is no claim `testila-2022/body-0`(.|\n)*claim_iri"):
        explain_claim(world_engine, "testila-2022/body-0")


def test_a_statement_unfolds_to_claims_and_their_quotes(world_engine: EmbeddedEngine) -> None:
    reason = explain_statement(world_engine, *DECIDES)
    assert reason.statement == "body:testila/hyvinvointi-ja-jarjestolautakunta gov:decidesOn task:ngo-grants"
    assert reason.premises
    quoted = {quote.exact for leaf in leaves(reason) for quote in leaf.quotes}
    assert quoted == {"Hyvinvointi- ja järjestölautakunta päättää järjestöavustusten myöntämisestä."}
    assert all(leaf.rule in ("claimed", "given by the ontology or the reference data") for leaf in leaves(reason))


def test_a_statement_may_be_named_in_every_way(world_engine: EmbeddedEngine) -> None:
    expected = explain_statement(world_engine, *DECIDES)
    assert explain_statement(world_engine, f"{ID}{COMMITTEE}", f"{DEF}decidesOn", f"{ID}task/ngo-grants") == expected
    assert explain_statement(world_engine, f"id:{COMMITTEE}", f"<{DEF}decidesOn>", "task:ngo-grants") == expected


def test_what_a_claim_says_of_a_body_it_names_is_explained_by_that_claim(world_engine: EmbeddedEngine) -> None:
    reason = explain_statement(world_engine, COMMITTEE, "rdf:type", "gov:Committee")
    assert reason.claim == claim_of(world_engine, f"a gov:BodyClaim ; gov:body <{ID}{COMMITTEE}>")
    assert [quote.line_from for quote in reason.quotes] == [4]


def test_what_only_the_reference_data_say_is_told_so(world_engine: EmbeddedEngine) -> None:
    reason = explain_statement(world_engine, "region/testila", "rdf:type", "gov:Region")
    assert (reason.rule, reason.quotes) == ("given by the ontology or the reference data", ())


def test_a_statement_about_a_text_is_explained_too(world_engine: EmbeddedEngine) -> None:
    claim = claim_of(world_engine, "gov:role role:decides")
    assert explain_statement(world_engine, claim, "gov:verb", '"päättää"@fi').claim == claim


def test_an_unknown_statement_is_answered_with_where_conclusions_are_listed(world_engine: EmbeddedEngine) -> None:
    with pytest.raises(
        UsageError, match=r"does not say body:testila/aluevaltuusto gov:decidesOn task:hyte(.|\n)*govkg query inferred"
    ):
        explain_statement(world_engine, "body/testila/aluevaltuusto", "gov:decidesOn", "task/hyte")


@pytest.mark.parametrize("text", ["foo:bar", "http://a b", "body/a b", "<no>"])
def test_what_is_no_iri_is_answered_with_the_ways_to_write_one(world_engine: EmbeddedEngine, text: str) -> None:
    with pytest.raises(UsageError, match=r"is no IRI(.|\n)*gov:decidesOn, or kind/slug"):
        explain_statement(world_engine, text, "gov:decidesOn", "task/hyte")


def test_every_conclusion_of_the_world_is_explained_down_to_what_was_given(world_engine: EmbeddedEngine) -> None:
    rows = list(
        world_engine.select(
            f"SELECT ?s ?p ?o WHERE {{ ?i rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; gov:restsOn ?c FILTER(STRSTARTS(STR(?p), '{DEF}')) }} ORDER BY ?i LIMIT 60"
        )
    )
    assert rows
    for row in rows:
        reason = explain_statement(
            world_engine,
            row["s"].value,
            row["p"].value,
            row["o"].value if isinstance(row["o"], ox.NamedNode) else str(row["o"]),
        )
        assert reason.premises
        assert not any("rests on itself" in leaf.rule for leaf in leaves(reason))


def test_a_proof_that_rests_on_itself_is_told_so_and_ends() -> None:
    first, second = (ox.Triple(thing("body", name), gov("partOf"), thing("body", "c")) for name in ("a", "b"))
    engine = proofs((first, proof_notation(parts(second))), (second, proof_notation(parts(first))))
    (leaf,) = leaves(explain_statement(engine, "body/a", "gov:partOf", "body/c"))
    assert leaf == Reason("body:a gov:partOf body:c", "told above: the proof rests on itself")


def test_a_long_proof_that_shares_its_premises_is_unfolded_in_no_time() -> None:
    steps = [ox.Triple(thing("body", str(number)), gov("partOf"), thing("body", "c")) for number in range(60)]
    shared = [(step, AND.join([proof_notation(parts(premise))] * 2)) for step, premise in pairwise(steps)]
    reason = explain_statement(proofs(*shared), "body/0", "gov:partOf", "body/c")
    assert reason.premises[0] is reason.premises[1]


def parts(triple: ox.Triple) -> tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]:
    assert isinstance(triple.subject, ox.NamedNode)
    assert isinstance(triple.object, ox.NamedNode | ox.Literal)
    return triple.subject, triple.predicate, triple.object


CHARS = st.characters(codec="utf-8", exclude_categories=["Cs"])
TEXTS = st.text(CHARS) | st.sampled_from(
    [" ∧ ", '"', '\\"', 'a "b" ∧ <c> "', "\\", "a\n∧\tb", "\r", '" ∧ "@fi ', "\u2028\x85\x0c"]
)
NAMES = st.text(st.characters(categories=["Lu", "Ll", "Nd"], include_characters="-_./:@∧"))
IRIS = st.builds(
    lambda base, name: ox.NamedNode(base + name),
    st.sampled_from([DEF, f"{ID}task/", f"{ID}claim/", RDF, "http://example.org/∧/"]),
    NAMES,
)
LITERALS = (
    st.builds(ox.Literal, TEXTS)
    | st.builds(lambda text, lang: ox.Literal(text, language=lang), TEXTS, st.sampled_from(["fi", "sv", "en-gb"]))
    | st.builds(
        lambda text, kind: ox.Literal(text, datatype=ox.NamedNode(XSD + kind)),
        TEXTS,
        st.sampled_from(["integer", "date", "gYearMonth"]),
    )
)
PREMISES = st.tuples(IRIS, IRIS, IRIS | LITERALS)


@given(st.lists(PREMISES, max_size=5))
def test_the_premises_of_a_proof_are_read_back_as_the_builder_wrote_them(
    premises: list[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]],
) -> None:
    written = AND.join(proof_notation(premise) for premise in premises)
    assert premises_of(written) == [ox.Triple(*premise) for premise in premises]
