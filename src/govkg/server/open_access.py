"""Answers that programs and pages of any site may read (Fetch, CORS protocol)."""

from flask import Blueprint, Response, request

_SHOWN = "ETag, Link, X-Total-Count, Govkg-Data-Version, Govkg-Query-Version, Govkg-Answer, Content-Language"
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def open_to_all(pages: Blueprint) -> None:
    """Open every answer of these pages."""
    pages.after_request(opened)


def opened(response: Response) -> Response:
    """The response with the headers that open it."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = _SHOWN
    if request.method == "OPTIONS":
        response.headers.update(_PREFLIGHT)
    return response
