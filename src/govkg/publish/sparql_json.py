"""SPARQL 1.1 Query Results JSON: labels as language-tagged literals, IRIs as uris in the columns x_iri."""

import json
import re

from govkg.core.literals import date_type
from govkg.core.names import XSD
from govkg.publish.flat import FlatColumn, flat_columns, flat_rows
from govkg.query.engine import Engine
from govkg.query.outcome import outcome_of
from govkg.query.run import Cell, Table


def to_json(table: Table, engine: Engine) -> bytes:
    """The table in the W3C's JSON format for results; why it is empty or silent stands in the head, which may hold more than the format names."""
    bindings = [{column.name: binding(column, cell) for column, cell in row if cell.text} for row in flat_rows(table)]
    head: dict[str, object] = {"vars": [column.name for column in flat_columns(table)]}
    outcome = outcome_of(table)
    if outcome.sentence:
        head["govkg"] = {"answer": outcome.kind, "sentence": outcome.sentence}
    return (json.dumps({"head": head, "results": {"bindings": bindings}}, ensure_ascii=False, indent=1) + "\n").encode()


def binding(column: FlatColumn, cell: Cell) -> dict[str, str]:
    """A cell as the JSON format has it: type, value, and datatype or language."""
    if column.is_iri and len(cell.iris) == 1:
        return {"type": "uri", "value": cell.text}
    found = {"type": "literal", "value": cell.text}
    if column.kind == "number":
        found["datatype"] = XSD + ("integer" if re.fullmatch(r"-?\d+", cell.text) else "decimal")
    elif column.kind == "date" and (kind := date_type(cell.text)):
        found["datatype"] = kind.value
    elif cell.lang:
        found["xml:lang"] = cell.lang
    return found
