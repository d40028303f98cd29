"""The catalogue of saved queries as JSON: what each asks, takes and gives, in which version, and where to ask it."""

from govkg.core.names import LANGS
from govkg.publish.catalogue_rdf import iri_of
from govkg.publish.citation import query_version
from govkg.publish.offers import offers_of
from govkg.publish.record_json import Json
from govkg.query.catalogue import Catalogue, Column, Parameter, SavedQuery
from govkg.query.run import LINKED


def listing(catalogue: Catalogue, version: str, root: str) -> Json:
    """All saved queries, by theme and id. `root` is what all our URLs begin with, `version` that of the data."""
    found = [entry(query, catalogue.themes[query.theme], root) for query in catalogue.queries.values()]
    return {"data_version": version, "openapi": f"{root}/api/openapi.json", "total": len(found), "queries": found}


def entry(query: SavedQuery, theme: dict[str, str], root: str) -> Json:
    """One saved query. Texts are by language; `version` changes with the query's file."""
    return {
        "id": query.id,
        "iri": iri_of(query.id),
        "version": query_version(query),
        "form": query.form,
        "questions": query.summary,
        "descriptions": query.description,
        "theme": {"id": query.theme, "labels": theme},
        "tags": list(query.tags),
        "parameters": [_parameter(query, parameter, root) for parameter in query.parameters],
        "columns": [_column(column) for column in query.columns],
        "formats": [{"name": offer.name, "media_type": offer.media_type} for offer in offers_of(query)],
        "links": {
            "answer": answer_url(root, query.id),
            "file": f"{answer_url(root, query.id)}.rq",
            "rdf": f"{root}/queries/{query.id}.ttl",
            "pages": {lang: f"{root}/{lang}/q/{query.id}" for lang in LANGS},
        },
    }


def answer_url(root: str, query_id: str) -> str:
    """Where a query is answered."""
    return f"{root}/api/queries/{query_id}"


def values_url(root: str, query_id: str, name: str) -> str:
    """Where the values of a parameter are listed."""
    return f"{answer_url(root, query_id)}/parameters/{name}"


def _parameter(query: SavedQuery, parameter: Parameter, root: str) -> Json:
    return {
        "name": parameter.name,
        "type": parameter.type,
        "of": parameter.of or None,
        "depends": parameter.depends or None,
        "labels": parameter.labels,
        "values": values_url(root, query.id, parameter.name) if parameter.type == "thing" else None,
    }


def _column(column: Column) -> Json:
    iri = f"{column.name}_iri" if column.kind in LINKED else None
    return {"name": column.name, "kind": column.kind, "labels": column.labels, "iri_column": iri}
