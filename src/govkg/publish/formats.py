"""The output formats. A new one is a function and a line here."""

from collections.abc import Callable
from dataclasses import dataclass

from govkg.core.errors import UsageError
from govkg.publish.delimited import to_csv, to_tsv
from govkg.publish.graphs import to_jsonld, to_ntriples, to_rdfxml, to_turtle
from govkg.publish.markdown import to_markdown
from govkg.publish.sparql_json import to_json
from govkg.publish.sparql_xml import to_xml
from govkg.publish.terminal import to_terminal
from govkg.publish.workbook import to_xlsx
from govkg.query.engine import Engine
from govkg.query.run import GraphAnswer, Table


@dataclass(frozen=True)
class Format:
    """A format: its media type, its file suffix, and the function that writes a table or the one that writes a graph."""

    media_type: str
    suffix: str
    table: Callable[[Table, Engine], bytes] | None = None
    graph: Callable[[GraphAnswer, Engine], bytes] | None = None

    @property
    def takes(self) -> str:
        """The kind of answer that it can hold: `table` or `graph`."""
        return "table" if self.table else "graph"


FORMATS: dict[str, Format] = {
    "table": Format("text/plain; charset=utf-8", "txt", table=to_terminal),
    "csv": Format("text/csv; charset=utf-8; header=present", "csv", table=to_csv),
    "tsv": Format("text/tab-separated-values; charset=utf-8", "tsv", table=to_tsv),
    "json": Format("application/sparql-results+json", "json", table=to_json),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", table=to_xlsx),
    "xml": Format("application/sparql-results+xml", "srx", table=to_xml),
    "markdown": Format("text/markdown; charset=utf-8; variant=GFM", "md", table=to_markdown),
    "turtle": Format("text/turtle; charset=utf-8", "ttl", graph=to_turtle),
    "jsonld": Format("application/ld+json", "jsonld", graph=to_jsonld),
    "ntriples": Format("application/n-triples", "nt", graph=to_ntriples),
    "rdfxml": Format("application/rdf+xml", "rdf", graph=to_rdfxml),
}


def write(answer: Table | GraphAnswer, name: str, engine: Engine) -> bytes:
    """The bytes of an answer in a format. Raises UsageError when the format does not fit the kind of answer."""
    form = FORMATS.get(name)
    if form is None:
        raise UsageError("format", f"unknown format `{name}`", f"use one of {', '.join(FORMATS)}")
    if isinstance(answer, GraphAnswer):
        if form.graph:
            return form.graph(answer, engine)
    elif form.table:
        return form.table(answer, engine)
    kind = "graph" if isinstance(answer, GraphAnswer) else "table"
    fitting = ", ".join(key for key, known in FORMATS.items() if known.takes == kind)
    raise UsageError(
        "format", f"{answer.query.id} answers with a {kind}, which {name} cannot hold", f"use one of {fitting}"
    )
