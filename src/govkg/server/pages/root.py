"""`/` is the site and the IRI of the dataset: the start page in the reader's language, or the catalogue's data.

Where the pages are files nothing can be chosen: it is the start page in Finnish, which names its data in its head.
"""

from flask import Blueprint, Response, g, url_for
from flask.typing import ResponseReturnValue

from govkg.core.names import LANGS
from govkg.server.language import preferred
from govkg.server.pages.start import start
from govkg.server.refer import refer
from govkg.server.site import site

pages = Blueprint("root", __name__)


@pages.get("/")
def root() -> ResponseReturnValue:
    """Choose the language, or the format of the data."""
    if not site().live:
        g.lang = LANGS[0]
        return start()
    return refer("catalog", exists=True, page=url_for("start.start", lang=preferred()))


@pages.after_request
def _open(response: Response) -> Response:
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
