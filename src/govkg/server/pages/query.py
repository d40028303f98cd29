"""A saved question: its form, its answer with the quotes, and the answer as a file."""

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from govkg.query.catalogue import SavedQuery
from govkg.server.address import ENDPOINT, PAGE, Address
from govkg.server.asking import Asked, WrongAddressError, ask, question
from govkg.server.downloads import as_file, fitting, format_of
from govkg.server.forms import fields
from govkg.server.language import PREFIX, page_language
from govkg.server.mistakes import Mistake
from govkg.server.prompt import prompt
from govkg.server.showing import shown
from govkg.server.silences import silences
from govkg.server.site import site
from govkg.server.taking import limits, taking

pages = Blueprint("query", __name__, url_prefix=PREFIX)


@pages.get("/q/<name>")
def query(name: str) -> ResponseReturnValue:
    """The page `/q/<id>`, or the file `/q/<id>.<format>`."""
    query_id, dot, ending = name.partition(".")
    saved = question(query_id, ENDPOINT)
    address = Address.of_request(ENDPOINT, saved.id)
    wanted = format_of(saved, ending, str(address)) if dot else ""
    if not dot and any(not value.strip() for key, value in request.args.items(multi=True) if key != PAGE):
        return redirect(str(address))
    try:
        asked = ask(saved, address)
    except WrongAddressError as error:
        return _wrong(saved, address, error)
    if wanted:
        return as_file(asked.to_take(), wanted, site().engine, part=asked.wish.narrows)
    return _page(saved, asked)


def _page(saved: SavedQuery, asked: Asked) -> str:
    form = _form(saved, asked.address, [])
    first = {"taking": taking(asked), "prompt": prompt(asked), "narrowed": limits(asked), "unsaid": silences(asked)}
    return render_template("query.html", query=saved, asked=asked, **first, **form, **shown(asked))


def _wrong(saved: SavedQuery, address: Address, error: WrongAddressError) -> ResponseReturnValue:
    form = _form(saved, address, error.mistakes)
    return render_template("query.html", query=saved, asked=None, repeated=error.repeated, **form), 400


def _form(saved: SavedQuery, address: Address, mistakes: list[Mistake]) -> dict[str, object]:
    given = {name.replace("-", "_"): value for name, value in address.given.items()}
    wrong = {mistake.name.replace("-", "_"): mistake for mistake in mistakes}
    return {
        "fields": fields(site(), saved, given, wrong, page_language()),
        "mistakes": mistakes,
        "address": address,
        "formats": fitting(saved),
    }
