"""Answers as JSON for a language model: each row with its quotes, and whether rows were cut said plainly."""

from datetime import date
from decimal import Decimal

from govkg.publish.records import Record, Value, records
from govkg.query.engine import Engine
from govkg.query.evidence import PARTS, Evidence, evidence_of
from govkg.query.explain import QuoteInContext, Reason
from govkg.query.outcome import outcome_of
from govkg.query.run import Table
from govkg.query.search import Found, Hit

Json = dict[str, object]
_BESIDE = {name + tail for name in (*PARTS, "claim") for tail in ("", "_iri")}  # told beside a row's values, once


def answer(engine: Engine, table: Table, limit: int, offset: int) -> Json:
    """Some rows of an answer, and how many there are in all."""
    end, outcome = offset + limit, outcome_of(table)
    rows = [_row(*pair) for pair in list(zip(records(table), evidence_of(engine, table), strict=True))[offset:end]]
    return {
        "question": table.query.id,
        "asked": table.query.summary[table.lang],
        "lang": table.lang,
        "data_version": table.version,
        "total": len(table.rows),
        "cut": len(table.rows) > end,
        "offset": offset,
        "answer": outcome.kind,
        "sentence": outcome.sentence or None,
        "columns": [{"name": c.name, "label": c.labels[table.lang], "kind": c.kind} for c in table.columns],
        "rows": rows,
    }


def _row(record: Record, evidence: Evidence) -> Json:
    return {
        "values": {name: _json(value) for name, value in record.items() if name not in _BESIDE},
        "quotes": list(evidence.quotes),
        "document": evidence.document.text or None,
        "document_iri": evidence.document.iri or None,
        "status": evidence.status or None,
        "standing": evidence.standing or None,
        "answer": evidence.answer or None,
        "claim_iris": list(evidence.claims),
    }


def _json(value: Value) -> str | int | float | None:
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def found(result: Found) -> Json:
    """The hits of a search, how many there are in all, and other spellings where there are none."""
    cut, hits = result.total > len(result), [_hit(hit) for hit in result]
    return {"total": result.total, "cut": cut, "hits": hits, "spellings": list(result.spellings)}


def _hit(hit: Hit) -> Json:
    return {
        "iri": hit.iri,
        "kind": hit.kind,
        "label": hit.label,
        "match": hit.match,
        "text": hit.text,
        "document": hit.document or None,
        "document_iri": hit.document_iri or None,
        "also": list(hit.also),
    }


def reason(why: Reason) -> Json:
    """An explanation with its premises."""
    return {
        "statement": why.statement,
        "rule": why.rule,
        "claim_iri": why.claim or None,
        "quotes": [_quote(quote) for quote in why.quotes],
        "premises": [reason(premise) for premise in why.premises],
    }


def _quote(quote: QuoteInContext) -> Json:
    return {
        "document_iri": quote.document,
        "line_from": quote.line_from,
        "line_to": quote.line_to,
        "before": quote.before,
        "exact": quote.exact,
        "after": quote.after,
    }
