"""JSON Schemas (2020-12, as OpenAPI 3.1 has them) of what the API gives."""

from govkg.core.literals import DATE_PATTERN
from govkg.core.names import LANGS
from govkg.query.catalogue import SavedQuery
from govkg.query.emptiness import KINDS, OUT_OF_TIME
from govkg.query.run import LINKED
from govkg.query.statements import COLUMNS

Schema = dict[str, object]
DATE = f"^{DATE_PATTERN}$"
SPAN = f"^{DATE_PATTERN}(/{DATE_PATTERN})?$"  # a date, or an interval
TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer", "minimum": 0}
MAYBE: Schema = {"type": ["string", "null"]}
LANG: Schema = {"type": "string", "enum": list(LANGS)}
WORDS: Schema = {
    "type": "object",
    "properties": dict.fromkeys(LANGS, TEXT),
    "required": list(LANGS),
    "additionalProperties": False,
}
_KINDS: dict[str, Schema] = {
    "number": {"type": ["number", "null"]},
    "date": {"type": ["string", "null"], "pattern": SPAN},
}


def ref(name: str) -> Schema:
    """A schema of the components."""
    return {"$ref": f"#/components/schemas/{name}"}


def full(properties: dict[str, Schema]) -> Schema:
    """An object that always has these properties and no others."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def listed(items: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": items}


_TOLD: dict[str, Schema] = {
    "query": TEXT,
    "question": TEXT,
    "lang": LANG,
    "data_version": TEXT,
    "query_version": TEXT,
    "parameters": {"type": "object", "additionalProperties": TEXT, "description": "The values given, things as IRIs."},
    "total": {**WHOLE, "description": "Rows of the whole answer."},
    "offset": WHOLE,
    "limit": {"type": ["integer", "null"]},
    "answer": {
        "enum": list(KINDS),
        "description": "What the whole answer amounts to: why it has no row, or that all its rows are silent.",
    },
    "sentence": {**MAYBE, "description": "The same in words, where it is not simply stated."},
}


def answer_schema(query: SavedQuery) -> Schema:
    """The plain JSON of a query's answer, its columns by name."""
    return full({**_TOLD, "query": {"const": query.id}, "columns": listed(ref("Column")), "rows": listed(_row(query))})


def _row(query: SavedQuery) -> Schema:
    found: dict[str, Schema] = {}
    for column in query.columns or COLUMNS:
        found[column.name] = {**_KINDS.get(column.kind, MAYBE), "description": column.labels["en"]}
        if column.kind in LINKED:
            found[f"{column.name}_iri"] = {
                **MAYBE,
                "description": f"{column.labels['en']}: IRI; several are joined by ` | `.",
            }
    return full(found)


_PARAMETER = full(
    {
        "name": TEXT,
        "type": {"enum": ["thing", "date", "boolean"]},
        "of": MAYBE,
        "depends": MAYBE,
        "labels": WORDS,
        "values": MAYBE,
    }
)
_QUERY = full(
    {
        "id": TEXT,
        "iri": TEXT,
        "version": {"type": "string", "description": "The beginning of the SHA-256 of the query's file."},
        "form": {"enum": ["SELECT", "CONSTRUCT"]},
        "questions": WORDS,
        "descriptions": WORDS,
        "theme": full({"id": TEXT, "labels": WORDS}),
        "tags": listed(TEXT),
        "parameters": listed(_PARAMETER),
        "columns": listed(full({"name": TEXT, "kind": TEXT, "labels": WORDS, "iri_column": MAYBE})),
        "formats": listed(full({"name": TEXT, "media_type": TEXT})),
        "links": full({"answer": TEXT, "file": TEXT, "rdf": TEXT, "pages": WORDS}),
    }
)
_NEAREST = full({"value": TEXT, "label": TEXT})
_MISTAKE: Schema = {
    "type": "object",
    "properties": {
        "parameter": TEXT,
        "value": TEXT,
        "detail": TEXT,
        "nearest": listed(_NEAREST),
        "values": {**TEXT, "description": "Where all values are listed."},
    },
    "required": ["parameter", "detail", "nearest"],
    "additionalProperties": False,
}
_CELL: Schema = {
    "type": "object",
    "properties": {"type": {"enum": ["uri", "literal", "bnode"]}, "value": TEXT, "xml:lang": TEXT, "datatype": TEXT},
    "required": ["type", "value"],
}
SHARED: dict[str, Schema] = {
    "Column": full({"name": TEXT, "kind": TEXT, "label": TEXT}),
    "Listing": full({"data_version": TEXT, "openapi": TEXT, "total": WHOLE, "queries": listed(_QUERY)}),
    "Values": full(
        {
            "query": TEXT, "parameter": TEXT, "type": TEXT, "of": MAYBE, "depends": MAYBE, "labels": WORDS, "data_version": TEXT,
            "query_version": TEXT, "total": WHOLE, "values": listed(full({"slug": TEXT, "iri": TEXT, "labels": WORDS})),
        }
    ),
    "Results": {
        "description": "SPARQL 1.1 Query Results JSON Format, whose head tells what the answer is.",
        **full(
            {
                "head": full({"vars": listed(TEXT), "govkg": full(_TOLD)}),
                "results": full({"bindings": listed({"type": "object", "additionalProperties": _CELL})}),
            }
        ),
    },
    "Problem": {
        "description": "RFC 9457.",
        "type": "object",
        "properties": {
            "type": TEXT,
            "title": TEXT,
            "status": {"type": "integer"},
            "detail": TEXT,
            "errors": {**listed(_MISTAKE), "description": "The wrong parameters, each with its nearest right values."},
            "nearest": {**listed(TEXT), "description": "The nearest of what there is."},
            "formats": {**listed(TEXT), "description": "What the answer can be had in."},
            "answer": {"const": OUT_OF_TIME, "description": "The question was not answered: its time ran out."},
        },
        "required": ["type", "title", "status", "detail"],
        "additionalProperties": False,
    },
}  # fmt: skip
