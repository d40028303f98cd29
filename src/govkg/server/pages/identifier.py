"""Every IRI of ours leads to a document about the thing: a page in the reader's language, or data."""

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from govkg.core.names import ID
from govkg.publish.about_data import has_version
from govkg.publish.addresses import GENID, ONTOLOGY, name_of
from govkg.publish.resource import graph_names, is_known
from govkg.server.refer import is_plain, missing, refer
from govkg.server.site import site

pages = Blueprint("identifier", __name__)


@pages.after_request
def _open(response: Response) -> Response:
    """Programs of other sites may follow our IRIs (Fetch, CORS protocol)."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@pages.get("/id/<kind>/<path:slug>")
def identifier(kind: str, slug: str) -> ResponseReturnValue:
    """A thing."""
    return _thing(f"{ID}{kind}/{slug}")


@pages.get("/.well-known/genid/<slug>")
def node(slug: str) -> ResponseReturnValue:
    """A node of the ontology without a name of its own."""
    return _thing(GENID + slug)


def _thing(iri: str) -> ResponseReturnValue:
    name = name_of(iri) or ""
    return refer(name, exists=is_plain(name) and is_known(site().engine, iri))


@pages.get("/def")
def ontology() -> ResponseReturnValue:
    """The ontology, and all of its terms: their IRIs are this one with a fragment, which a server never sees."""
    return refer("def", exists=is_known(site().engine, ONTOLOGY))


@pages.get("/def/<version>")
def version(version: str) -> ResponseReturnValue:
    """The ontology in the version that is published."""
    iri = f"{ONTOLOGY}/{version}"
    if not (is_plain(version) and has_version(site().engine, iri)):
        raise missing(f"def/{version}")
    return refer("def", exists=True)


@pages.get("/graph/<name>")
def graph(name: str) -> ResponseReturnValue:
    """A graph of the release."""
    return refer(f"graph/{name}", exists=name in graph_names(site().engine))


@pages.get("/catalog")
def catalogue() -> ResponseReturnValue:
    """The catalogue of the data."""
    return refer("catalog", exists=True)


@pages.get("/.well-known/void")
def void() -> ResponseReturnValue:
    """The description of the dataset, where VoID has it (VoID, 7.2)."""
    return refer("void", exists=True)
