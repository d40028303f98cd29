"""The headers of every answer: what a browser may do with it (OWASP Secure Headers Project), and an ETag so that an unchanged page is not sent twice."""

import hashlib
from datetime import UTC, datetime

from flask import Flask, Response, request
from flask.typing import ResponseReturnValue

from govkg.server.site import site

_YEARS = 2 * 365 * 86_400  # seconds for which a browser that came by https shall not come by http
_UNUSED = (
    "accelerometer autoplay camera display-capture encrypted-media fullscreen geolocation gyroscope magnetometer microphone "
    "midi payment publickey-credentials-get screen-wake-lock usb xr-spatial-tracking"
)
POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors {framers}; object-src 'none'"
SECURITY = {
    "Content-Security-Policy": POLICY.format(framers="'self'"),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED.split()),
    "X-Permitted-Cross-Domain-Policies": "none",
}
OPEN = {"Cross-Origin-Resource-Policy": "cross-origin"}  # of answers that any page may read
FRAMED = "embed.embed"  # the one page that others may put into a frame


def install_headers(app: Flask) -> None:
    """Answer 304 for a page that the reader has, and put our headers on every answer."""
    app.before_request(_unchanged)
    app.after_request(_finish)


def page_tag() -> str:
    """The ETag of the page at hand: the data, the queries, the templates and the URL (RFC 9110, 8.8.3)."""
    told = f"{site().fingerprint}\n{request.full_path}{_citing()}"
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def _citing() -> str:
    """The page of an answer says by what host and on which day it was read; its files do not."""
    if request.endpoint not in ("query.query", "embed.embed") or "." in request.path.rpartition("/")[2]:
        return ""
    return f"\n{request.host_url}\n{datetime.now(UTC).date()}"


def _is_page() -> bool:
    return request.method in ("GET", "HEAD") and request.endpoint not in (None, "static")


def _unchanged() -> ResponseReturnValue | None:
    """Only a page once answered with 200 carried the tag, so that nothing need be asked again."""
    known = request.if_none_match
    return Response(status=304) if _is_page() and not known.star_tag and known.contains(page_tag()) else None


def _finish(response: Response) -> Response:
    for name, value in SECURITY.items():
        response.headers[name] = value
    if request.endpoint == FRAMED:
        response.headers["Content-Security-Policy"] = POLICY.format(framers="*")
        del response.headers["X-Frame-Options"]
    if request.endpoint == FRAMED or response.headers.get("Access-Control-Allow-Origin") == "*":
        response.headers.update(OPEN)
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = f"max-age={_YEARS}"
    if _is_page() and response.status_code in (200, 304) and "Cache-Control" not in response.headers:
        response.set_etag(page_tag())
        response.headers["Cache-Control"] = "no-cache"
    return response
