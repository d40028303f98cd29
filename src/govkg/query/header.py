"""The words of a saved query's header: its keys, the kinds of column and the types of parameter."""

KEYS = (
    "summary", "summary_fi", "summary_sv", "description", "description_fi", "description_sv",
    "theme", "parameters", "columns", "evidence", "questions", "views", "tags",
)  # fmt: skip
REQUIRED = ("summary", "summary_fi", "summary_sv", "description", "description_fi", "description_sv", "theme", "tags")
COLUMN_KINDS = {
    "thing": "one IRI, shown by its label, with a column x_iri beside it",
    "things": "several IRIs or texts joined by ` | `, shown by their labels",
    "mixed": "an IRI or a text",
    "text": "a text as it is",
    "quote": "verbatim words of a source",
    "date": "an ISO date as precise as the source",
    "number": "a number",
}
PARAMETER_TYPES = {"thing": "an IRI, slug or exact label", "date": "an ISO date", "boolean": "true or false"}
PARAMETER_KEYS = ("type", "of", "depends", "variable", "choose")
COUNT = "count"  # an option's word for the number of rows
VIEWS: dict[
    str, dict[str, tuple[str, ...]]
] = {  # a way to look at an answer → its options → the words each takes beside columns
    "table": {},
    "cross-table": {"rows": (), "columns": (), "cell": (COUNT,)},
    "bars": {"by": (), "value": (COUNT,)},
    "map": {"show": (COUNT,)},
    "timeline": {"date": ()},
    "graph": {},
}
