"""The words of a saved query's header: its keys, the kinds of column and the types of parameter."""

KEYS = (
    "summary", "summary_fi", "summary_sv", "description", "description_fi", "description_sv",
    "theme", "parameters", "columns", "evidence", "views", "tags",
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
PARAMETER_KEYS = ("type", "of", "depends", "variable")
