"""Errors as pages: what is wrong and what comes nearest. Never a traceback, nothing reflected unescaped."""

from dataclasses import dataclass

from flask import Flask, current_app, make_response, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from govkg.core.errors import GovkgError, UsageError
from govkg.query.emptiness import OUT_OF_TIME
from govkg.query.pooled import TIME, UnansweredError
from govkg.server.downloads import ANSWER, UnfitFormatError, format_name
from govkg.server.language import text
from govkg.server.links import with_query

_KEPT = ("Allow", "Retry-After", "Content-Range")  # headers that belong to a status (RFC 9110, 15.5.6)
KNOWN = (400, 404, 405, 406, 410, 503)
_UNANSWERED = {
    "seconds": "unanswered.seconds",
    "busy": "unanswered.busy",
    "memory": "unanswered.memory",
    "crash": "unanswered.crash",
    "closed": "unanswered.closed",
    "away": "unanswered.away",
}
RETRY = "5"  # seconds after which a question without an answer may be asked again


@dataclass(frozen=True)
class Way:
    """A way out of an error: where it leads, how it is called, in what language, and what kind of thing it is."""

    url: str
    text: str
    lang: str = ""
    kind: str = ""


class MissingError(Exception):
    """There is no such thing. `what` is its key in the words; `ways` lead to the nearest."""

    def __init__(self, what: str, asked: str, ways: list[Way]) -> None:
        super().__init__(asked)
        self.what, self.asked, self.ways = what, asked, ways


class WrongError(Exception):
    """A value in the address is wrong. `what` is its key in the words; `ways` lead to what there is."""

    def __init__(self, what: str, asked: str, ways: list[Way]) -> None:
        super().__init__(asked)
        self.what, self.asked, self.ways = what, asked, ways


def install_errors(app: Flask) -> None:
    """Answer every error with a page of ours."""
    app.register_error_handler(MissingError, _missing)
    app.register_error_handler(WrongError, _wrong_value)
    app.register_error_handler(UnfitFormatError, _unfit)
    app.register_error_handler(UsageError, _wrong)
    app.register_error_handler(UnansweredError, _unanswered)
    app.register_error_handler(GovkgError, _broken)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


def error_page(
    status: int,
    message: str,
    ways: list[Way] | None = None,
    notes: list[str] | None = None,
    *,
    links: str = "error.nearest",
) -> ResponseReturnValue:
    """The error page. `links` is the key of the heading above the ways."""
    title = (
        text(f"error.{status}")
        if status in KNOWN
        else text("error.500" if status >= 500 else "error.other", status=status)
    )
    return render_template(
        "error.html", title=title, message=message, ways=ways or [], notes=notes or [], links=links
    ), status


def _missing(error: MissingError) -> ResponseReturnValue:
    return error_page(404, text(error.what, asked=error.asked), error.ways)


def _wrong_value(error: WrongError) -> ResponseReturnValue:
    return error_page(400, text(error.what, asked=error.asked), error.ways, links="error.there-is")


def _unfit(error: UnfitFormatError) -> ResponseReturnValue:
    return error_page(406, text("error.format", asked=error.asked), _fitting(error), links="error.formats")


def _fitting(error: UnfitFormatError) -> list[Way]:
    """The page, and the address that was asked for with each ending that fits."""
    stem = request.path.removesuffix(f".{error.asked}")
    files = [Way(with_query(f"{stem}.{fit}", request.args), format_name(fit), kind=f".{fit}") for fit in error.fitting]
    return [*page_way(error.page), *files]


def page_way(url: str) -> list[Way]:
    """The way to a page in the reader's language; none where there is no page."""
    return [Way(url, text("error.as-page"))] if url else []


def _wrong(error: UsageError) -> ResponseReturnValue:
    return error_page(
        400,
        text("error.wrong"),
        notes=[f"{problem.where}: {problem.what}. {problem.todo}" for problem in error.problems],
    )


def _unanswered(error: UnansweredError) -> ResponseReturnValue:
    current_app.logger.warning("%s: no answer: %s", request.endpoint, error.reason)
    response = make_response(error_page(503, text(_UNANSWERED[error.reason])))
    response.headers["Retry-After"] = RETRY
    if error.reason == TIME:
        response.headers[ANSWER] = OUT_OF_TIME
    return response


def _broken(error: GovkgError) -> ResponseReturnValue:
    current_app.logger.error("%s", error)
    return error_page(500, text("error.broken"), notes=[str(problem) for problem in error.problems])


def _http(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if 300 <= status < 400:
        return error.get_response()
    response = make_response(error_page(status, text("error.no-page") if status == 404 else text("error.wrong")))
    response.headers.extend(header for header in error.get_headers() if header[0] in _KEPT)
    return response


def _unexpected(error: Exception) -> ResponseReturnValue:
    current_app.logger.error("unexpected", exc_info=error)
    return error_page(500, text("error.unexpected"))
