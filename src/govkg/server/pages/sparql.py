"""The SPARQL endpoint: answers for programs and, for who asks with a browser, a page with a form and the answer as a table."""

from flask import Blueprint, Response, make_response, request
from flask.typing import ResponseReturnValue

from govkg.publish.catalogue_rdf import catalogue_triples
from govkg.publish.description import description
from govkg.publish.media import Medium
from govkg.publish.negotiate import best, takes_gzip
from govkg.query.emptiness import OUT_OF_ROWS, OUT_OF_TIME
from govkg.query.guard import Checked, RefusedError, check
from govkg.query.task import Reply
from govkg.server.downloads import ANSWER
from govkg.server.endpoint import PATH, endpoint
from govkg.server.faults import LIMITS, RETRY, FaultError
from govkg.server.language import PREFIX, page_language
from govkg.server.protocol import METHODS, Asked, read_request
from govkg.server.site import site
from govkg.server.sparql_answer import CORS, HTML, VARY, answer_tag, medium_of, tag_of, task_of
from govkg.server.sparql_page import answer_page, empty_page, fault_page, limit_of, media_on_page, sentence

pages = Blueprint("sparql", __name__)

_REFUSED = ("PUT", "PATCH", "DELETE")  # routed here so that the answer says what is allowed
_UNFINISHED = {"seconds": OUT_OF_TIME, "rows": OUT_OF_ROWS}  # no answer, which is not an empty one
_PREFLIGHT = {
    "Access-Control-Allow-Methods": ", ".join(METHODS),
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


@pages.route(PATH, methods=[*METHODS, *_REFUSED], provide_automatic_options=False)
@pages.route(PREFIX + PATH, methods=[*METHODS, *_REFUSED], provide_automatic_options=False)
def sparql() -> ResponseReturnValue:
    """The endpoint, `/sparql`; under a language's prefix its page is in that language."""
    try:
        response = _response()
    except FaultError as fault:
        response = told(fault)
    response.headers.update(CORS)
    response.vary.update([*VARY] + ["Accept-Language"] * (response.mimetype == HTML))
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def _response() -> Response:
    if request.method == "OPTIONS":
        return Response(status=204, headers={"Allow": ", ".join(METHODS), **_PREFLIGHT})
    asked = read_request(endpoint().limits)
    if asked.query is None:
        return _description()
    try:
        checked = check(asked.query, endpoint().limits)
    except RefusedError as error:
        raise FaultError(
            "empty" if not asked.query.strip() else error.reason, error.what, error.line, error.column
        ) from None
    medium = medium_of(checked.form, asked.format, request.headers.get("Accept"))
    return _kept(asked, checked, medium) or _answer(asked, checked, medium)


def _tag(*parts: object) -> str:
    return tag_of(site().engine.version, *parts)


def _answer_tag(asked: Asked, medium: Medium | None) -> str:
    if medium is not None:
        return answer_tag(site().engine.version, asked, endpoint().public_address(), medium)
    page = site().fingerprint, page_language(), request.args.get("page", "")
    return _tag(asked.query, asked.default_graphs, asked.named_graphs, endpoint().public_address(), *page)


def _kept(asked: Asked, checked: Checked, medium: Medium | None) -> Response | None:
    """304 when the client has the answer (RFC 9110, 13.1.2). Only an answer once given with 200 carried the tag."""
    if request.method == "POST" or checked.volatile:
        return None
    tag = _answer_tag(asked, medium)
    return _tagged(Response(status=304), tag) if request.if_none_match.contains_weak(tag) else None


def _tagged(response: Response, tag: str) -> Response:
    response.set_etag(tag, weak=True)
    response.headers["Cache-Control"] = "no-cache"
    return response


def _answer(asked: Asked, checked: Checked, medium: Medium | None) -> Response:
    sent = medium or media_on_page(checked.form)
    compress = medium is not None and takes_gzip(request.headers.get("Accept-Encoding"))
    reply = endpoint().ask(task_of(asked, checked, endpoint().public_address(), sent, compress=compress))
    if reply.reason:
        raise FaultError(reply.reason, reply.what, reply.line, reply.column)
    response = Response(reply.body, content_type=medium.content_type) if medium else _page(asked, sent, reply)
    if reply.compressed:
        response.headers["Content-Encoding"] = "gzip"
    may_keep = request.method != "POST" and not checked.volatile
    return _tagged(response, _answer_tag(asked, medium)) if may_keep else response


def _page(asked: Asked, sent: Medium, reply: Reply) -> Response:
    return make_response(answer_page(asked, sent, reply.body))


def _description() -> Response:
    medium, here = medium_of("CONSTRUCT", "", request.headers.get("Accept")), endpoint()
    address = here.public_address()
    tag = _tag(address, site().fingerprint, medium.media_type if medium else f"{page_language()} {request.full_path}")
    if request.if_none_match.contains_weak(tag):
        return _tagged(Response(status=304), tag)
    if medium is None:
        return _tagged(make_response(empty_page()), tag)
    try:
        queries = catalogue_triples(site().catalogue, site().engine.version, address)  # editors look for examples here
        body = description(
            address, here.sizes(site().engine), site().engine.version, here.limits, medium.media_type, queries
        )
    except ValueError:  # the client's Host header makes no IRI
        raise FaultError("host") from None
    return _tagged(Response(body, content_type=medium.content_type), tag)


def told(fault: FaultError) -> Response:
    """Why there is no answer, as a page or as text."""
    if best(request.headers.get("Accept"), ["text/plain", HTML]) == HTML:
        response = make_response(fault_page(fault), fault.status)
    else:
        response = Response(sentence(fault, "en") + "\n", fault.status, content_type="text/plain; charset=utf-8")
    if fault.reason in LIMITS:
        response.headers["Govkg-Limit"] = f"{LIMITS[fault.reason]}={limit_of(fault)}"
    if fault.reason in _UNFINISHED:
        response.headers[ANSWER] = _UNFINISHED[fault.reason]
    if fault.reason == "method":
        response.headers["Allow"] = ", ".join(METHODS)
    if fault.reason == "coding":
        response.headers["Accept-Encoding"] = "identity"  # RFC 9110, 15.5.16
    if fault.reason in RETRY:
        response.headers["Retry-After"] = RETRY[fault.reason]
    return response
