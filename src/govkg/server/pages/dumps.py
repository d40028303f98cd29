"""The whole dataset as files: the latest release, and the same under its version."""

from difflib import get_close_matches
from typing import BinaryIO

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wsgi import wrap_file

from govkg.publish.dumps import Dump
from govkg.publish.negotiate import takes_gzip
from govkg.server.answer_cache import AS_IS
from govkg.server.errors import MissingError, Way
from govkg.server.published import published
from govkg.server.refer import see_other

pages = Blueprint("dumps", __name__)
_BLOCK = 2**16  # bytes that a web server without a file wrapper of its own takes at a time


@pages.after_request
def _open(response: Response) -> Response:
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@pages.get("/dumps/")
def overview() -> ResponseReturnValue:
    """The list of the dumps, which the page about the data has."""
    return see_other(url_for("data.about_data"))


@pages.get("/dumps/<file>")
@pages.get("/dumps/<version>/<file>")
def dump(file: str, version: str = "") -> ResponseReturnValue:
    """A dump, under gzip where the client takes it."""
    dumps = published().dumps
    if file not in dumps.kinds or version not in ("", dumps.version):
        raise MissingError("missing.dump", f"{version}/{file}".strip("/"), _ways(file))
    found, packed = dumps.get(file), takes_gzip(request.headers.get("Accept-Encoding"))
    response = Response(mimetype=found.kind.media_type)
    _describe(response, found, packed, dumps.version)
    response.make_conditional(request)
    if request.method == "GET" and response.status_code == 200:
        _send(response, dumps.open_packed(file) if packed else dumps.open_plain(file))
    return response


def _send(response: Response, file: BinaryIO) -> None:
    """Hand the web server a file instead of bytes, of which it would keep a copy for each client that reads slowly."""
    request.environ[AS_IS] = True
    response.response, response.direct_passthrough = wrap_file(request.environ, file, _BLOCK), True


def _describe(response: Response, found: Dump, packed: bool, version: str) -> None:
    """The headers of a dump. Each coding is a representation of its own and has its own tag (RFC 9110, 8.8.3.3)."""
    response.set_etag(found.sha256[:24] + ("-gzip" if packed else ""))
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "no-cache"
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    response.content_length = len(found.packed) if packed else found.size
    stem, _, ending = found.kind.file.partition(".")
    response.headers.set("Content-Disposition", "attachment", filename=f"{stem}-{version}.{ending}")


def _ways(file: str) -> list[Way]:
    """The dumps that there are, the most like the one asked for first."""
    known = list(published().dumps.kinds)
    close = get_close_matches(file, known, n=len(known) or 1, cutoff=0)
    return [Way(url_for("dumps.dump", file=name), name) for name in close]
