"""Whether the service can answer: for whoever watches it."""

from flask import Blueprint, Response, jsonify
from flask.typing import ResponseReturnValue

from govkg import __version__
from govkg.core.errors import GovkgError
from govkg.server.site import site

pages = Blueprint("health", __name__)


@pages.get("/healthz")
def health() -> ResponseReturnValue:
    """200 with the versions when the data answers a question, else 503."""
    try:
        answers = any(site().engine.select("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1"))
    except GovkgError:
        answers = False
    response: Response = jsonify(status="ok" if answers else "no data", data=site().engine.version, program=__version__)
    return response, 200 if answers else 503
