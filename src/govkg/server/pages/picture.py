"""The picture of an answer as a file: SVG with its style sheet inside and whole addresses in its links."""

from functools import cache
from pathlib import Path

from flask import Blueprint, Response, redirect, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup, escape

from govkg.core.paths import web
from govkg.server.address import ENDPOINT, PICTURE, Address
from govkg.server.asking import WrongAddressError, ask, question
from govkg.server.downloads import UnfitFormatError
from govkg.server.errors import MissingError, Way
from govkg.server.kept_answer import root
from govkg.server.language import PREFIX, text
from govkg.server.showing import shown
from govkg.server.views import VIEWS, offered_views, view_name

pages = Blueprint("picture", __name__, url_prefix=PREFIX)


@pages.get("/picture/<name>")
def picture(name: str) -> ResponseReturnValue:
    """The picture that an address asks for. A wrong address leads to the page, which tells what is wrong with it."""
    query_id, _, ending = name.partition(".")
    saved = question(query_id, ENDPOINT)
    if ending != "svg":
        raise UnfitFormatError(ending, ["svg"], str(Address.of_request(ENDPOINT, saved.id)))
    address = Address.of_request(PICTURE, saved.id)
    page = address.at(ENDPOINT)
    try:
        asked = ask(saved, address)
    except WrongAddressError:
        return redirect(str(page))
    view = VIEWS[view_name(asked.whole, address)]
    if not view.picture or not asked.arranged.table.rows:
        drawn = ((v.key, name) for name, v in offered_views(asked.whole).items() if v.picture)
        raise MissingError(
            "missing.picture", text(view.key), [Way(str(page.set("view", to)), text(key)) for key, to in drawn]
        )
    told = render_template("picture.svg", query=saved, css=_sheet(web() / "static" / "pictures.css"), **shown(asked))
    whole = told.replace('href="#', f'href="{escape(page)}#').replace('href="/', f'href="{escape(root())}/')
    response = Response(whole, content_type="image/svg+xml; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename=f"{saved.id}_{asked.answer.version}.svg")
    return response


@cache
def _sheet(file: Path) -> Markup:
    """The style sheet of the pictures, which is ours and holds no markup."""
    return Markup(file.read_text(encoding="utf-8"))
