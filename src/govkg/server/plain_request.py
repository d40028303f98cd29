"""Requests whose address holds bytes that no URI may hold (RFC 3986, 2): they are read as if they had been percent-encoded, as browsers send them."""

from typing import Any
from urllib.parse import quote

from flask import Request

_URI = "".join(map(chr, range(0x21, 0x7F)))  # all of ASCII that is seen


class PlainRequest(Request):
    """A request of Flask with a query of ASCII only; Werkzeug reads no other."""

    def __init__(self, environ: dict[str, Any], *args: Any, **named: Any) -> None:
        query = environ.get("QUERY_STRING", "")
        if not query.isascii():
            environ["QUERY_STRING"] = quote(query.encode("latin-1", "replace"), safe=_URI)
        super().__init__(environ, *args, **named)
