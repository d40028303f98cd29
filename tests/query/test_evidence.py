"""What a row rests on: from its own columns, and from its claims where the query has no such column."""

from govkg.query.catalogue import Column, SavedQuery
from govkg.query.evidence import evidence_of
from govkg.query.run import Table, run_table

from .worlds import claim, engine_of

WORDS = {lang: lang for lang in ("fi", "sv", "en")}
FACTS = "a gov:ResponsibilityClaim ; gov:region region:a ; gov:status status:in-rules"
LABEL = 'graph:ontology { status:in-rules skos:prefLabel "in the rules"@en }'
ENGINE = engine_of(claim("c1", FACTS, quote="Yksi. ¶ Kaksi."), claim("c2", FACTS, 2, quote="Kolme."), LABEL)


def answer(select: str, **kinds: str) -> Table:
    columns = tuple(Column(name, kind, WORDS) for name, kind in kinds.items())
    return run_table(
        ENGINE,
        SavedQuery("q", "queries/q.rq", select, "SELECT", WORDS, WORDS, "", (), columns, "", ("table",), ()),
        {},
        "en",
    )


def test_what_the_query_does_not_show_is_looked_up_by_the_claim() -> None:
    table = answer("SELECT ?claim WHERE { ?claim gov:status ?s } ORDER BY ?claim", claim="thing")
    first, second = evidence_of(ENGINE, table)
    assert first.quotes == ("Yksi.", "Kaksi.")
    assert second.quotes == ("Kolme.",)
    assert (first.document.text, first.document.iri) == ("Document", "https://w3id.org/govkg/id/document/d")
    assert (first.status, first.answer) == ("in the rules", "stated")
    assert first.claims == ("https://w3id.org/govkg/id/claim/d/c1",)


def test_what_the_query_shows_is_kept() -> None:
    select = "SELECT ?claim ?quote WHERE { ?claim gov:status ?s BIND('Vain tämä.' AS ?quote) }"
    assert {found.quotes for found in evidence_of(ENGINE, answer(select, claim="thing", quote="quote"))} == {
        ("Vain tämä.",)
    }


def test_a_row_of_several_claims_has_the_quotes_of_all_and_each_label_once() -> None:
    select = "SELECT (GROUP_CONCAT(STR(?c); separator=' | ') AS ?claims) WHERE { ?c gov:status ?s }"
    (found,) = evidence_of(ENGINE, answer(select, claims="things"))
    assert set(found.quotes) == {"Yksi.", "Kaksi.", "Kolme."}
    assert found.status == "in the rules"


def test_a_row_without_a_claim_has_no_evidence() -> None:
    (found,) = evidence_of(ENGINE, answer("SELECT (1 AS ?n) WHERE { }", n="number"))
    assert (found.quotes, found.document.text, found.status, found.claims) == ((), "", "", ())
