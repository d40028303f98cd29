"""The API described (OpenAPI 3.1), made from the catalogue, so that it tells of each query what its header tells."""

from govkg import __version__
from govkg.publish.about_data import header_of
from govkg.publish.openapi_paths import PROBLEM, answer_path, catalogue_paths, paging
from govkg.publish.openapi_schemas import SHARED, Schema, answer_schema, ref
from govkg.publish.record_json import Json
from govkg.query.catalogue import Catalogue
from govkg.query.engine import Engine

_SAYS = """What Finnish documents say about how the regions are governed, a saved question at a time.

Every answer names the version of the data and of the query that it came from. A row rests on the claim in `claim_iri`, with its
verbatim `quote`; where a document is silent the column `answer` says so. A column `x` of things holds the label, `x_iri` the IRI;
several in one cell are joined by ` | `. Parameters take a slug, an IRI or an exact label in any of the three languages; a wrong
value is answered with the nearest. Read only, no key, open to pages of any site (CORS)."""
_HEADERS = {
    "ETag": "Changes when the answer may have; send it back as If-None-Match.",
    "Govkg-Data-Version": "Version of the data.",
    "Govkg-Query-Version": "The beginning of the SHA-256 of the query's file.",
    "X-Total-Count": "Rows of the whole answer, or statements of a graph.",
    "Link": "With `limit`: the stretches `first`, `prev`, `next` and `last` (RFC 8288).",
}
_REFUSALS = {
    "Wrong": "A parameter is wrong; the problem names the nearest values.",
    "Unknown": "There is no such query or parameter; the problem names the nearest.",
    "NotAcceptable": "The answer cannot be had in this format; the problem lists those that it can be had in.",
    "Fault": "The service cannot answer now.",
}


def openapi(engine: Engine, catalogue: Catalogue, root: str) -> Json:
    """The whole description. `root` is where the service's paths begin, as a path or a URL."""
    paths = {f"/api/queries/{query.id}": answer_path(engine, catalogue, query) for query in catalogue.queries.values()}
    licence = next((term.value for term in header_of(engine).licence), "")
    themes = [
        labels["en"]
        for theme, labels in catalogue.themes.items()
        if any(query.theme == theme for query in catalogue.queries.values())
    ]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "govkg: saved questions",
            "version": __version__,
            "description": _SAYS,
            **({"license": {"name": "Licence of the data", "url": licence}} if licence else {}),
            "x-data-version": engine.version,
        },
        "servers": [{"url": root or "/"}],
        "tags": [{"name": name} for name in dict.fromkeys(["The catalogue", *themes])],
        "paths": {**catalogue_paths(catalogue), **paths},
        "components": _components(catalogue),
    }


def _components(catalogue: Catalogue) -> Schema:
    answers = {f"answer-{query.id}": answer_schema(query) for query in catalogue.queries.values()}
    refused = {
        name: {"description": says, "content": {PROBLEM: {"schema": ref("Problem")}}}
        for name, says in _REFUSALS.items()
    }
    unchanged = {"description": "The client has the answer already (If-None-Match)."}
    return {
        "schemas": {**SHARED, **answers},
        "parameters": paging(),
        "headers": {
            name: {"description": says, "schema": {"type": "integer" if name == "X-Total-Count" else "string"}}
            for name, says in _HEADERS.items()
        },
        "responses": {"Unchanged": unchanged, **refused},
    }
