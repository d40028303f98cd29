"""An answer as plain JSON: rows as objects by column name, with the question, its parameters and both versions."""

import json
from datetime import date
from decimal import Decimal

from govkg.publish.citation import query_version
from govkg.publish.flat import flat_columns
from govkg.publish.records import Value, records
from govkg.publish.stretch import Stretch
from govkg.query.emptiness import Outcome
from govkg.query.run import Table

Json = dict[str, object]


def to_record_json(table: Table, stretch: Stretch, total: int, outcome: Outcome) -> bytes:
    """The rows of a stretch; `total` is the number of rows of the whole answer, `outcome` what it amounts to. Names and texts are those of the files."""
    rows = [{name: _plain(value) for name, value in row.items()} for row in records(table)]
    return encoded({**_told(table, stretch, total, outcome), "columns": _columns(table), "rows": rows})


def told_json(results: bytes, table: Table, stretch: Stretch, total: int, outcome: Outcome) -> bytes:
    """An answer in the W3C's JSON format for results, with what it is as a member of its head.

    The head may hold more than the format names; after the results some readers take nothing more (pyoxigraph 0.5).
    """
    found = json.loads(results)
    return encoded({**found, "head": {**found["head"], "govkg": _told(table, stretch, total, outcome)}})


def _told(table: Table, stretch: Stretch, total: int, outcome: Outcome) -> Json:
    return {
        "query": table.query.id,
        "question": table.query.summary[table.lang],
        "lang": table.lang,
        "data_version": table.version,
        "query_version": query_version(table.query),
        "parameters": {name: term.value for name, term in sorted(table.bound.items())},
        "total": total,
        "offset": stretch.offset,
        "limit": stretch.limit,
        "answer": outcome.kind,
        "sentence": outcome.sentence or None,
    }


def _columns(table: Table) -> list[Json]:
    labels = {column.name: column.labels[table.lang] for column in table.columns}
    return [
        {
            "name": c.name,
            "kind": c.kind,
            "label": f"{labels[c.name.removesuffix('_iri')]} (IRI)" if c.is_iri else labels[c.name],
        }
        for c in flat_columns(table)
    ]


def _plain(value: Value) -> str | int | float | None:
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value


def encoded(value: object) -> bytes:
    """JSON in UTF-8, in the order given."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
