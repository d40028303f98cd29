"""JSON Schemas of what the tools take and give (JSON Schema 2020-12, as the protocol's tools have it)."""

from govkg.core.literals import DATE_PATTERN
from govkg.core.names import LANGS
from govkg.query.catalogue import Parameter, SavedQuery
from govkg.query.emptiness import KINDS
from govkg.query.engine import Engine
from govkg.query.parameters import choices
from govkg.query.search import RANKS

Schema = dict[str, object]
SHORT = 60  # pick lists up to this long are spelt out
ROWS, MOST_ROWS = 50, 500  # rows an answer has unless asked otherwise, and at most
HITS, MOST_HITS = 20, 100
TEXT: Schema = {"type": "string"}
MAYBE: Schema = {"type": ["string", "null"]}
_DATE: Schema = {"type": "string", "pattern": f"^{DATE_PATTERN}$"}
LANG: Schema = {"type": "string", "enum": list(LANGS), "default": "en", "description": "Language of the labels."}


def question_input(engine: Engine, query: SavedQuery) -> Schema:
    """What the tool of a saved question takes; all of it may be left out."""
    given = {parameter.name: _parameter(engine, parameter) for parameter in query.parameters}
    paging = {"lang": LANG, "limit": whole(ROWS, MOST_ROWS, "Rows to give."), "offset": _OFFSET}
    return closed({**given, **paging})


def _parameter(engine: Engine, parameter: Parameter) -> Schema:
    says = f"{parameter.labels['en']} ({parameter.labels['fi']})"
    if parameter.type == "boolean":
        return {"type": "boolean", "description": says}
    if parameter.type == "date":
        return {**_DATE, "description": f"{says}: a date as precise as you like, 2022, 2022-06 or 2022-06-14."}
    slugs = [choice.slug for choice in choices(engine, parameter)]
    if 0 < len(slugs) <= SHORT:
        return {"type": "string", "enum": slugs, "description": says}
    return {
        "type": "string",
        "description": f"{says}: the slug, IRI or exact name of a {parameter.of}; `search` finds them.",
    }


def whole(default: int, most: int, says: str) -> Schema:
    """A whole number from 1."""
    return {"type": "integer", "minimum": 1, "maximum": most, "default": default, "description": says}


def closed(properties: dict[str, Schema], *required: str) -> Schema:
    """An object with these properties and no others."""
    found: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**found, "required": list(required)} if required else found


def full(properties: dict[str, Schema]) -> Schema:
    """An object that always has all of these properties."""
    return closed(properties, *properties)


def listed(items: Schema, says: str = "") -> Schema:
    """A list."""
    return {"type": "array", "items": items, **({"description": says} if says else {})}


_OFFSET: Schema = {"type": "integer", "minimum": 0, "default": 0, "description": "Rows to pass over."}
_SIZE: dict[str, Schema] = {
    "total": {"type": "integer"},
    "cut": {"type": "boolean"},
}
_ROW = full(  # what the parts mean is told once, in the server's instructions: this schema comes with every tool
    {
        "values": {"type": "object"},
        "quotes": listed(TEXT),
        "document": MAYBE,
        "document_iri": MAYBE,
        "status": MAYBE,
        "standing": MAYBE,
        "answer": MAYBE,
        "claim_iris": listed(TEXT),
    }
)
ANSWER = full(
    {
        "question": TEXT,
        "asked": TEXT,
        "lang": TEXT,
        "data_version": TEXT,
        **_SIZE,
        "offset": {"type": "integer"},
        "answer": {"type": "string", "enum": list(KINDS)},
        "sentence": MAYBE,
        "columns": listed(full({"name": TEXT, "label": TEXT, "kind": TEXT})),
        "rows": listed(_ROW),
    }
)
SEARCH_INPUT = closed(
    {
        "text": {"type": "string", "minLength": 1, "description": "Case and diacritics do not matter."},
        "limit": whole(HITS, MOST_HITS, "Hits to give."),
        "lang": LANG,
    },
    "text",
)
_HIT = full(
    {
        "iri": TEXT,
        "kind": TEXT,
        "label": TEXT,
        "match": {"type": "string", "enum": list(RANKS)},
        "text": {"type": "string", "description": "The label or quote that matches."},
        "document": MAYBE,
        "document_iri": MAYBE,
        "also": listed(TEXT, "Further claims that rest on the same words."),
    }
)
FOUND = full(
    {**_SIZE, "hits": listed(_HIT), "spellings": listed(TEXT, "Other spellings to try, where there are no hits.")}
)
EXPLAIN_INPUT = closed(
    {
        "claim": {"type": "string", "description": "IRI of a claim, to see its quotes in context."},
        "subject": {"type": "string", "description": "With predicate and object: IRI, prefixed name or kind/slug."},
        "predicate": {"type": "string", "description": "For instance gov:decidesOn."},
        "object": {"type": "string", "description": "For instance task/ngo-grants."},
    }
)
_QUOTE = full(
    {
        "document_iri": TEXT,
        "line_from": {"type": "integer"},
        "line_to": {"type": "integer"},
        "before": TEXT,
        "exact": TEXT,
        "after": TEXT,
    }
)
_REASON = full(
    {
        "statement": TEXT,
        "rule": TEXT,
        "claim_iri": MAYBE,
        "quotes": listed(_QUOTE),
        "premises": listed({"$ref": "#/$defs/reason"}),
    }
)
REASON: Schema = {**_REASON, "$defs": {"reason": _REASON}}
