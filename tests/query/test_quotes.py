"""Quotes of several claims in one cell."""

from govkg.query.quotes import joined, quotes_of_claims
from tests.query.worlds import claim, engine_of

CLAIM = "https://w3id.org/govkg/id/claim/d/"


def test_quotes_stand_in_the_order_of_the_text_each_once_with_their_language() -> None:
    engine = engine_of(
        claim("b", "a gov:Claim", order=1, quote="Ensin."),
        claim("a", "a gov:Claim", order=2, quote="Sitten."),
        claim("c", "a gov:Claim", order=3, quote="Ensin."),
    )
    known = quotes_of_claims(engine, [CLAIM + "a", CLAIM + "b", CLAIM + "c"])
    assert joined([CLAIM + "c", CLAIM + "a", CLAIM + "b"], known) == ("Ensin. ¶ Sitten.", "fi")


def test_a_claim_without_a_quote_adds_nothing() -> None:
    known = quotes_of_claims(engine_of(claim("a", "a gov:Claim", quote="Lause.")), [CLAIM + "a", CLAIM + "none"])
    assert joined([CLAIM + "none", CLAIM + "a"], known) == ("Lause.", "fi")
