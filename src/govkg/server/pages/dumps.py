"""The whole dataset as files: the latest release, and the same under its version."""

from difflib import get_close_matches

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue

from govkg.publish.dumps import Dump
from govkg.publish.negotiate import takes_gzip
from govkg.server.errors import MissingError, Way
from govkg.server.published import published
from govkg.server.refer import see_other

pages = Blueprint("dumps", __name__)


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
    response = Response(
        found.packed if packed or request.method == "HEAD" else found.plain(), mimetype=found.kind.media_type
    )
    _describe(response, found, packed, dumps.version)
    return response.make_conditional(request)


def _describe(response: Response, found: Dump, packed: bool, version: str) -> None:
    """The headers of a dump. Each coding is a representation of its own and has its own tag (RFC 9110, 8.8.3.3)."""
    response.set_etag(found.sha256[:24] + ("-gzip" if packed else ""))
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "no-cache"
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    else:
        response.content_length = found.size
    stem, _, ending = found.kind.file.partition(".")
    response.headers.set("Content-Disposition", "attachment", filename=f"{stem}-{version}.{ending}")


def _ways(file: str) -> list[Way]:
    """The dumps that there are, the most like the one asked for first."""
    known = list(published().dumps.kinds)
    close = get_close_matches(file, known, n=len(known) or 1, cutoff=0)
    return [Way(url_for("dumps.dump", file=name), name) for name in close]
