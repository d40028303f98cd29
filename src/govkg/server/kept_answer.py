"""Answers of the API that a client may keep: each with an ETag of its own, so that one that it has is not made again."""

import hashlib
import re
from collections.abc import Callable

from flask import Response, request

from govkg.server.site import site

_HOST = re.compile(r"[A-Za-z0-9._-]+(:\d+)?|\[[0-9A-Fa-f:.]+\](:\d+)?")


def root() -> str:
    """What our URLs begin with: the host that the client came by; without it when the client names it in no way that fits a URL."""
    script = request.root_path.rstrip("/")
    return f"{request.scheme}://{request.host}{script}" if _HOST.fullmatch(request.host) else script


def kept(content_type: str, make: Callable[[], Response | bytes], *, by_accept: bool = False) -> Response:
    """The answer that `make` gives, or 304 when the client has it (RFC 9110, 13.1.2). `by_accept`: the Accept header chose its format.

    Only an answer once given with 200 carried the tag, so that nothing need be asked again.
    """
    told = "\n".join((site().fingerprint, root(), request.full_path, content_type))
    tag = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    known = request.if_none_match
    if not known.star_tag and known.contains_weak(tag):
        response = Response(status=304)
    else:
        made = make()
        response = made if isinstance(made, Response) else Response(made)
        response.headers["Content-Type"] = content_type
    response.set_etag(tag)
    response.headers["Cache-Control"] = "no-cache"
    if by_accept:
        response.vary.add("Accept")
    return response
