"""`/` is the site and the IRI of the dataset: the start page in the reader's language, or the catalogue's data."""

from flask import Blueprint, Response, url_for
from flask.typing import ResponseReturnValue

from govkg.server.language import preferred
from govkg.server.refer import refer

pages = Blueprint("root", __name__)


@pages.get("/")
def root() -> ResponseReturnValue:
    """Choose the language, or the format of the data."""
    return refer("catalog", exists=True, page=url_for("start.start", lang=preferred()))


@pages.after_request
def _open(response: Response) -> Response:
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
