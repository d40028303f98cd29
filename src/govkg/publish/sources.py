"""The documents an answer rests on, described for the sheet of sources and the pages."""

from pyoxigraph import NamedNode

from govkg.query.engine import Engine
from govkg.query.labels import labels_of
from govkg.query.run import Table

SOURCE_COLUMNS = ("document", "title", "publisher", "date", "standing", "sha256", "document_iri")
_QUERY = """PREFIX dc: <http://purl.org/dc/elements/1.1/> SELECT ?d ?title ?publisher ?date ?standing ?sum WHERE {{ VALUES ?d {{ {things} }}
  ?d dct:title ?title ; gov:standing ?standing ; gov:checksum ?sum OPTIONAL {{ ?d dc:publisher ?publisher }} OPTIONAL {{ ?d gov:documentDate ?date }} }} ORDER BY ?d"""


def sources_of(engine: Engine, table: Table) -> list[tuple[str, ...]]:
    """One line a document of the answer, in the order of SOURCE_COLUMNS."""
    documents = sorted({iri for row in table.rows for iri in table.at(row, "document").iris})
    if not documents:
        return []
    rows = list(engine.select(_QUERY.format(things=" ".join(str(NamedNode(iri)) for iri in documents))))
    labels = labels_of(engine, [*documents, *(row["standing"].value for row in rows)], table.lang)
    return [
        (
            labels[row["d"].value].text, row["title"].value, row["publisher"].value if "publisher" in row else "",
            row["date"].value if "date" in row else "", labels[row["standing"].value].text, row["sum"].value.removeprefix("sha256:"), row["d"].value,
        )
        for row in rows
    ]  # fmt: skip
