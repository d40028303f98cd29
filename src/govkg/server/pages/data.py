"""The data documents: what our IRIs lead a program to, in the syntax that the URL's ending names."""

import sys

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue

from govkg.publish.addresses import VOID
from govkg.publish.documents import Document, document_of
from govkg.publish.rdf_forms import FORMS, written
from govkg.publish.resource import SIZE
from govkg.query.engine import Engine
from govkg.server.alternates import link, links_to_data
from govkg.server.downloads import UnfitFormatError
from govkg.server.language import preferred
from govkg.server.links import data_url, url_of, with_query
from govkg.server.paging import NAME as PAGE
from govkg.server.published import descriptions
from govkg.server.refer import gone_page, is_plain, missing, refer, see_other
from govkg.server.site import site

pages = Blueprint("data", __name__)


@pages.after_request
def _open(response: Response) -> Response:
    """Programs of other sites may read our data (Fetch, CORS protocol)."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "Link, ETag"
    return response


@pages.get("/data")
def about_data() -> ResponseReturnValue:
    """The page about the data, in the reader's language."""
    response = see_other(url_for("dataset.dataset", lang=preferred()))
    response.headers["Vary"] = "Accept-Language"
    return response


@pages.get("/data/<path:name>")
def data(name: str) -> ResponseReturnValue:
    """A document in the syntax of its ending; without an ending, one that the client takes."""
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        return refer(name, exists=is_plain(name) and _found(site().engine, name, 1) is not None)
    if gone := gone_page(stem):
        return gone
    found = _found(site().engine, stem, _page()) if is_plain(stem) else None
    if found is None:
        raise missing(stem)
    if suffix not in FORMS:
        raise UnfitFormatError(suffix, list(FORMS), url_of(found.iri) or "")
    response = Response(written(list(found.quads), suffix), content_type=_content_type(suffix))
    response.headers["Link"] = ", ".join(_links(found, suffix))
    return response


def _found(engine: Engine, name: str, page: int) -> Document | None:
    size = SIZE if site().live else sys.maxsize  # a file has no further pages
    return document_of(engine, name, page, descriptions(), size)


def _page() -> int:
    """The page of a long document; one that is no number is a page that there is not."""
    asked = request.args.get(PAGE, "1")
    return int(asked[:9]) if asked.isascii() and asked.isdigit() else 0


def _content_type(suffix: str) -> str:
    media = FORMS[suffix].media_type
    return f"{media}; charset=utf-8" if media == "text/turtle" else media


def _links(found: Document, suffix: str) -> list[str]:
    """What the document describes, its other formats, the page for people, the description of the dataset, and its neighbours (RFC 8288)."""
    query = {PAGE: str(found.page)} if found.page > 1 else {}
    links = [
        link(found.iri, "describes"),
        *links_to_data(found.iri, found.name, query, without=suffix),
        link(VOID, "describedby"),
    ]
    for number, relation in ((found.page - 1, "prev"), (found.page + 1, "next")):
        if 1 <= number <= found.pages:
            links.append(
                link(with_query(data_url(found.name, suffix), {PAGE: str(number)} if number > 1 else {}), relation)
            )
    return links
