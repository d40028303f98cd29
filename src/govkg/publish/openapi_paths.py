"""The operations of the API: what each takes and answers, made from the catalogue."""

from govkg.core.names import LANGS
from govkg.publish.citation import query_version
from govkg.publish.offers import Offer, offers_of
from govkg.publish.openapi_examples import examples_of
from govkg.publish.openapi_schemas import DATE, Schema, ref
from govkg.query.catalogue import Catalogue, Parameter, SavedQuery
from govkg.query.engine import Engine
from govkg.query.parameters import choices

SHORT = 60  # pick lists up to this long are spelt out
MOST = 1_000_000  # of `limit` and `offset`
RESERVED = ("lang", "format", "limit", "offset")  # of every query; no parameter of a query may be called so
PROBLEM = "application/problem+json"
_FILES: dict[str, Schema] = {"application/sparql-results+json": ref("Results"), "application/ld+json": {}}
_BINARY = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_VERSIONS = ("ETag", "Govkg-Data-Version")


def paging() -> dict[str, Schema]:
    """The parameters that every query has, for the components."""
    return {
        "lang": _parameter("lang", {"type": "string", "enum": list(LANGS), "default": "fi"}, "Language of the labels."),
        "limit": _parameter(
            "limit", {"type": "integer", "minimum": 1, "maximum": MOST}, "Rows to give; all when left out."
        ),
        "offset": _parameter(
            "offset", {"type": "integer", "minimum": 0, "maximum": MOST, "default": 0}, "Rows to pass over."
        ),
    }


def _parameter(name: str, schema: Schema, says: str, *, place: str = "query") -> Schema:
    return {"name": name, "in": place, "required": place == "path", "description": says, "schema": schema}


def answer_path(engine: Engine, catalogue: Catalogue, query: SavedQuery) -> Schema:
    """The path of a saved query."""
    offers = offers_of(query)
    formats: Schema = {"type": "string", "enum": [offer.name for offer in offers]}
    names = _parameter("format", formats, "Format of the answer; when left out, the Accept header chooses.")
    taken: list[Schema] = [_query_parameter(engine, query, parameter) for parameter in query.parameters]
    shared: list[Schema] = [{"$ref": f"#/components/parameters/{name}"} for name in paging()]
    given: Schema = {
        "description": "The answer.",
        "headers": _headers(*_VERSIONS, "Govkg-Query-Version", "X-Total-Count", "Link"),
        "content": {offer.media_type: {"schema": _body(query, offer)} for offer in offers},
    }
    return {
        "get": {
            "operationId": query.id.replace("-", "_"),
            "tags": [catalogue.themes[query.theme]["en"]],
            "summary": query.summary["en"],
            "description": query.description["en"],
            "x-summary": query.summary,
            "x-query-version": query_version(query),
            "parameters": [*taken, *shared, names],
            "responses": _answers(given, "400", "406"),
        }
    }


def _body(query: SavedQuery, offer: Offer) -> Schema:
    if offer.name == "records":
        return ref(f"answer-{query.id}")
    return _FILES.get(offer.media_type, {} if offer.media_type == _BINARY else {"type": "string"})


def _query_parameter(engine: Engine, query: SavedQuery, parameter: Parameter) -> Schema:
    found = _parameter(parameter.name, {}, f"{parameter.labels['en']} ({parameter.labels['fi']}).")
    found["schema"], more = _typed(engine, query, parameter)
    found["description"] = f"{found['description']} {more}".strip()
    example = examples_of(engine, query).get(parameter.name)
    return {**found, "example": True if parameter.type == "boolean" else example} if example else found


def _typed(engine: Engine, query: SavedQuery, parameter: Parameter) -> tuple[Schema, str]:
    """The schema of a parameter's values, and what to say of it."""
    if parameter.type == "boolean":
        return {"type": "boolean"}, ""
    if parameter.type == "date":
        return {"type": "string", "pattern": DATE}, "As precise as you like: 2022, 2022-06 or 2022-06-14."
    slugs = [choice.slug for choice in choices(engine, parameter)]
    if 0 < len(slugs) <= SHORT:
        return {"type": "string", "enum": slugs}, "The IRI or the exact label in any language will do too."
    return (
        {"type": "string", "minLength": 1},
        f"Slug, IRI or exact label of a {parameter.of}; `/api/queries/{query.id}/parameters/{parameter.name}` lists them.",
    )


def _headers(*names: str) -> Schema:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _answers(given: Schema, *refused: str) -> dict[str, Schema]:
    """The answer, and the answers that are none."""
    found: dict[str, Schema] = {
        status: {"$ref": f"#/components/responses/{_NAMES[status]}"} for status in ("304", *refused, "5XX")
    }
    return {"200": given} | found


_NAMES = {"304": "Unchanged", "400": "Wrong", "404": "Unknown", "406": "NotAcceptable", "5XX": "Fault"}


def _plain(
    operation: str, summary: str, content: dict[str, Schema], *parameters: Schema, refused: tuple[str, ...] = ()
) -> Schema:
    media = {name: {"schema": schema} for name, schema in content.items()}
    given: Schema = {"description": "The answer.", "headers": _headers("ETag"), "content": media}
    return {
        "get": {
            "operationId": operation,
            "tags": ["The catalogue"],
            "summary": summary,
            "parameters": list(parameters),
            "responses": _answers(given, *refused),
        }
    }


def catalogue_paths(catalogue: Catalogue) -> dict[str, Schema]:
    """The paths that tell of the queries."""
    ids = list(catalogue.queries)
    rdf: dict[str, Schema] = {"text/turtle": {"type": "string"}, "application/ld+json": {}}
    names = sorted({parameter.name for query in catalogue.queries.values() for parameter in query.parameters})
    one = _parameter("query", {"type": "string", "enum": ids}, "Id of a saved query.", place="path")
    name = _parameter(
        "parameter", {"type": "string", "enum": names or [""]}, "Name of one of its parameters.", place="path"
    )
    return {
        "/api/openapi.json": _plain("openapi", "This description", {"application/json": {"type": "object"}}),
        "/api/queries": _plain(
            "list_queries", "All saved queries: what each asks, takes and gives", {"application/json": ref("Listing")}
        ),
        "/api/queries/{query}/parameters/{parameter}": _plain(
            "list_values",
            "The values that a parameter takes",
            {"application/json": ref("Values")},
            one,
            name,
            refused=("400", "404"),
        ),
        "/api/queries/{query}.rq": _plain(
            "query_file",
            "The query itself, as it is run",
            {"application/sparql-query": {"type": "string"}},
            one,
            refused=("404",),
        ),
        "/queries/{query}.ttl": _plain(
            "query_rdf", "A query as RDF (SHACL)", {"text/turtle": {"type": "string"}}, one, refused=("404",)
        ),
        "/queries": {**_plain("queries_rdf", "The catalogue as RDF (SHACL), by the Accept header", rdf)},
    }
