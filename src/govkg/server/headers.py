"""The headers of every answer: what a browser may load, and an ETag so that an unchanged page is not sent twice."""

import hashlib

from flask import Flask, Response, request
from flask.typing import ResponseReturnValue

from govkg.server.site import site

SECURITY = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def install_headers(app: Flask) -> None:
    """Answer 304 for a page that the reader has, and put our headers on every answer."""
    app.before_request(_unchanged)
    app.after_request(_finish)


def page_tag() -> str:
    """The ETag of the page at hand: the data, the queries, the templates and the URL (RFC 9110, 8.8.3)."""
    return hashlib.sha256(f"{site().fingerprint}\n{request.full_path}".encode()).hexdigest()[:24]


def _is_page() -> bool:
    return request.method in ("GET", "HEAD") and request.endpoint not in (None, "static")


def _unchanged() -> ResponseReturnValue | None:
    """Only a page once answered with 200 carried the tag, so that nothing need be asked again."""
    known = request.if_none_match
    return Response(status=304) if _is_page() and not known.star_tag and known.contains(page_tag()) else None


def _finish(response: Response) -> Response:
    for name, value in SECURITY.items():
        response.headers[name] = value
    if _is_page() and response.status_code in (200, 304):
        response.set_etag(page_tag())
        response.headers["Cache-Control"] = "no-cache"
    return response
