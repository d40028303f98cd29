"""What a row rests on, told in few words where there is no room for a table's row: quotes, document, status, doubt."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from govkg.core.model import Term
from govkg.core.names import DEF
from govkg.query.engine import Engine
from govkg.query.run import Table
from govkg.server.charts.values import Row, values_at
from govkg.server.facts import Value, best, show, values_pattern
from govkg.server.rows import claims_at

_BREAK = " ¶ "  # between the quotes of a claim
_DOUBT = f"SELECT ?x ?doubt WHERE {{{{ {{where}} ?x <{DEF}doubt> ?doubt }}}}"


@dataclass(frozen=True)
class Proof:
    """The quotes of a row, the claims and the document they are of, how decided it is, and what is doubtful about it."""

    quotes: tuple[str, ...]
    claims: tuple[str, ...]
    document: Value | None
    status: Value | None
    doubts: tuple[Value, ...]


Doubts = dict[str, tuple[Value, ...]]


def doubts_of(engine: Engine, table: Table, rows: Iterable[Row]) -> Doubts:
    """The doubts of the claims of these rows, in the reader's language where there are words in it."""
    claims = {iri for row in rows for iri in claims_at(table, row)}
    if not claims:
        return {}
    found: dict[str, list[Term]] = defaultdict(list)
    for row in engine.select(_DOUBT.format(where=values_pattern(claims))):
        found[row["x"].value].append(row["doubt"])
    picked = {iri: best(terms, table.lang) for iri, terms in found.items()}
    shown = show(engine, {term for terms in picked.values() for term in terms}, table.lang)
    return {iri: tuple(shown[term] for term in terms) for iri, terms in picked.items()}


def proof_of(table: Table, row: Row, doubts: Doubts) -> Proof:
    """The proof of a row out of the row itself."""
    claims = claims_at(table, row)
    quote = table.at(row, "quote").text
    return Proof(
        tuple(quote.split(_BREAK)) if quote else (),
        claims,
        _one(table, row, "document"),
        _one(table, row, "status"),
        tuple(doubt for claim in claims for doubt in doubts.get(claim, ())),
    )


def _one(table: Table, row: Row, name: str) -> Value | None:
    return next((value for _, value in values_at(table, row, name)), None)
