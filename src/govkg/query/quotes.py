"""Quotes, joined after the rows: a query that gathers several claims in a row lists the claims, since GROUP_CONCAT has no order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from govkg.core.names import ID
from govkg.query.engine import Engine

BETWEEN = " ¶ "  # between the quotes of a claim (docs/MODEL.md, gov:quote)
CLAIM = f"{ID}claim/"
_CHUNK = 500
_QUERY = """SELECT ?claim ?quote ?document ?order WHERE {{ VALUES ?claim {{ {claims} }}
  ?claim gov:quote ?quote ; gov:document ?document ; gov:order ?order }}"""


@dataclass(frozen=True, order=True)
class Quote:
    """What a claim quotes; quotes sort by document, then in the order of the text."""

    document: str
    order: int
    claim: str
    text: str
    lang: str


def quotes_of_claims(engine: Engine, claims: Iterable[str]) -> dict[str, Quote]:
    """The quote of each claim."""
    wanted, found = sorted(set(claims)), dict[str, Quote]()
    for at in range(0, len(wanted), _CHUNK):
        given = " ".join(str(NamedNode(claim)) for claim in wanted[at : at + _CHUNK])
        for row in engine.select(_QUERY.format(claims=given)):
            quote, claim = row["quote"], row["claim"].value
            lang = (quote.language or "") if isinstance(quote, Literal) else ""
            found[claim] = Quote(row["document"].value, int(row["order"].value), claim, quote.value, lang)
    return found


def joined(claims: Sequence[str], known: Mapping[str, Quote]) -> tuple[str, str]:
    """The quotes of these claims in the order of the text, each once, and their language where they have one in common."""
    quotes = sorted(known[claim] for claim in claims if claim in known)
    langs = {quote.lang for quote in quotes}
    return BETWEEN.join(dict.fromkeys(quote.text for quote in quotes)), langs.pop() if len(langs) == 1 else ""
