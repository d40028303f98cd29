"""Errors of the API as RFC 9457 has them: a kind with an IRI, a status, a sentence, and the nearest of what is right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from flask import Blueprint, Flask, Response, current_app, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from govkg.core.errors import GovkgError
from govkg.core.names import BASE
from govkg.publish.openapi_paths import PROBLEM
from govkg.publish.record_json import encoded
from govkg.query.emptiness import OUT_OF_TIME
from govkg.query.pooled import TIME, UnansweredError
from govkg.server.downloads import ANSWER
from govkg.server.errors import RETRY
from govkg.server.open_access import opened

KINDS = {  # name → status, title; what each means stands on the page of the API
    "wrong-parameter": (400, "A parameter is wrong"),
    "bad-request": (400, "The request cannot be read"),
    "unknown": (404, "There is no such thing"),
    "method": (405, "The method is not supported"),
    "not-acceptable": (406, "The answer cannot be had in this format"),
    "too-long": (414, "The address is too long"),
    "too-many": (429, "Too many requests"),
    "unanswered": (503, "The question was not answered in time"),
    "store-away": (503, "The store of the data does not answer"),
    "fault": (500, "The service cannot answer now"),
}

_OURS = ("/api", "/queries")


@dataclass(eq=False)
class ProblemError(Exception):
    """A request that the API does not answer. `more` are further members of the problem."""

    kind: str
    detail: str
    more: Mapping[str, object] = field(default_factory=dict)

    @property
    def status(self) -> int:
        """The HTTP status."""
        return KINDS[self.kind][0]


def unknown(what: str, asked: str, nearest: Sequence[str]) -> ProblemError:
    """There is no such thing."""
    return ProblemError("unknown", f"There is no {what} `{asked}`.", {"nearest": list(nearest)})


def install_problems(app: Flask) -> None:
    """Answer addresses below /api and /queries that there are not, and methods that they do not take, with a problem instead of a page."""
    app.before_request(_unroutable)


def answer_with_problems(pages: Blueprint) -> None:
    """Answer every error of these pages with a problem."""
    pages.register_error_handler(ProblemError, response)
    pages.register_error_handler(HTTPException, _http)
    pages.register_error_handler(Exception, _fault)


def response(problem: ProblemError) -> Response:
    """A problem as an answer."""
    status, title = KINDS[problem.kind]
    body = {
        "type": f"{BASE}/api#{problem.kind}",
        "title": title,
        "status": status,
        "detail": problem.detail,
        **problem.more,
    }
    found = Response(encoded(body), status, content_type=PROBLEM)
    found.headers["Cache-Control"] = "no-store"
    found.headers["Content-Language"] = "en"
    return found


def _unroutable() -> Response | None:
    error = request.routing_exception
    is_ours = request.path in _OURS or request.path.startswith(tuple(f"{path}/" for path in _OURS))
    if error is None or not is_ours or (error.code or 500) < 400:
        return None
    return opened(_http(error))


def _http(error: HTTPException) -> Response:
    if isinstance(error, MethodNotAllowed):
        found = response(
            ProblemError("method", f"`{request.path}` takes {', '.join(sorted(error.valid_methods or ()))}.")
        )
        found.headers["Allow"] = ", ".join(sorted(error.valid_methods or ()))
        return found
    if error.code == 404:
        nearest = ["/api", "/api/openapi.json", "/api/queries", "/api/queries/{id}"]
        return response(ProblemError("unknown", f"There is nothing at `{request.path}`.", {"nearest": nearest}))
    if (error.code or 500) < 400:
        return Response(status=error.code, headers=[(k, v) for k, v in error.get_headers() if k == "Location"])
    return response(ProblemError("bad-request" if (error.code or 500) < 500 else "fault", error.description or ""))


def _late(error: UnansweredError) -> Response:
    """That the time ran out is told apart from a service that is busy."""
    ran_out = error.reason == TIME
    more = {"answer": OUT_OF_TIME} if ran_out else {}
    kind = "store-away" if error.reason == "away" else "unanswered"
    late = response(ProblemError(kind, f"{error.problems[0].what}; {error.problems[0].todo}.", more))
    late.headers["Retry-After"] = RETRY
    if ran_out:
        late.headers[ANSWER] = OUT_OF_TIME
    return late


def _fault(error: Exception) -> Response:
    if isinstance(error, UnansweredError):
        current_app.logger.warning("%s: no answer: %s", request.endpoint, error.reason)
        return _late(error)
    if isinstance(error, GovkgError):
        current_app.logger.error("%s", error)
    else:
        current_app.logger.error("unexpected", exc_info=error)
    return response(ProblemError("fault", "The fault was logged."))
