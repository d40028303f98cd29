"""The output formats. A new one is a function and a line here."""

from collections.abc import Callable
from dataclasses import dataclass

from govkg.core.errors import UsageError
from govkg.publish.delimited import to_csv, to_tsv
from govkg.publish.graphs import to_jsonld, to_turtle
from govkg.publish.sparql_json import to_json
from govkg.publish.terminal import to_terminal
from govkg.publish.workbook import to_xlsx
from govkg.query.engine import Engine
from govkg.query.run import GraphAnswer, Table


@dataclass(frozen=True)
class Format:
    """A format: its media type, its file suffix, what it takes (`table` or `graph`) and the function that writes it."""

    media_type: str
    suffix: str
    takes: str
    write: Callable[..., bytes]


FORMATS: dict[str, Format] = {
    "table": Format("text/plain; charset=utf-8", "txt", "table", to_terminal),
    "csv": Format("text/csv; charset=utf-8; header=present", "csv", "table", to_csv),
    "tsv": Format("text/tab-separated-values; charset=utf-8", "tsv", "table", to_tsv),
    "json": Format("application/sparql-results+json", "json", "table", to_json),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", "table", to_xlsx),
    "turtle": Format("text/turtle; charset=utf-8", "ttl", "graph", to_turtle),
    "jsonld": Format("application/ld+json", "jsonld", "graph", to_jsonld),
}


def write(answer: Table | GraphAnswer, name: str, engine: Engine) -> bytes:
    """The bytes of an answer in a format. Raises UsageError when the format does not fit the kind of answer."""
    form, kind = FORMATS.get(name), "graph" if isinstance(answer, GraphAnswer) else "table"
    fitting = ", ".join(key for key, known in FORMATS.items() if known.takes == kind)
    if form is None:
        raise UsageError("format", f"unknown format `{name}`", f"use one of {', '.join(FORMATS)}")
    if form.takes != kind:
        raise UsageError("format", f"{answer.query.id} answers with a {kind}, which {name} cannot hold", f"use one of {fitting}")
    return form.write(answer, engine)
