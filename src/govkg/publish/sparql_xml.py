"""SPARQL Query Results XML Format (W3C, second edition): the bindings of the JSON format in XML."""

import re
from xml.sax.saxutils import escape, quoteattr

from govkg.publish.flat import flat_columns, flat_rows
from govkg.publish.sparql_json import binding
from govkg.query.engine import Engine
from govkg.query.outcome import outcome_of
from govkg.query.run import Table

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
_ATTRIBUTES = ("datatype", "xml:lang")


def to_xml(table: Table, engine: Engine) -> bytes:
    """The table in the W3C's XML format for results; characters that XML cannot hold become U+FFFD. Why it is empty or silent stands in a comment."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<sparql xmlns="http://www.w3.org/2005/sparql-results#">',
        "<head>",
    ]
    lines += [f"<variable name={quoteattr(column.name)}/>" for column in flat_columns(table)]
    lines += ["</head>", "<results>"]
    for row in flat_rows(table):
        lines.append("<result>")
        lines += [_binding(column.name, binding(column, cell)) for column, cell in row if cell.text]
        lines.append("</result>")
    lines += ["</results>", "</sparql>", *_why(table)]
    return ("\n".join(lines) + "\n").encode()


def _why(table: Table) -> list[str]:
    """A comment, which any reader passes over; it may not hold two hyphens (XML 1.0, 2.5)."""
    outcome = outcome_of(table)
    if not outcome.sentence:
        return []
    told = _ILLEGAL.sub("\ufffd", f"{outcome.kind}: {outcome.sentence}").replace("--", "- -")
    return [f"<!-- {told} -->"]


def _binding(name: str, found: dict[str, str]) -> str:
    value = escape(_ILLEGAL.sub("\ufffd", found["value"]))
    if found["type"] == "uri":
        return f"<binding name={quoteattr(name)}><uri>{value}</uri></binding>"
    given = "".join(f" {key}={quoteattr(found[key])}" for key in _ATTRIBUTES if key in found)
    return f"<binding name={quoteattr(name)}><literal{given}>{value}</literal></binding>"
