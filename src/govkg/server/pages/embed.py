"""An answer alone, to be put into a frame on pages of others: no menus, but its source."""

from flask import Blueprint, redirect, render_template, request
from flask.typing import ResponseReturnValue

from govkg.server.address import EMBED, ENDPOINT, PAGE, Address
from govkg.server.asking import WrongAddressError, ask, question
from govkg.server.language import PREFIX
from govkg.server.showing import shown
from govkg.server.taking import limits

pages = Blueprint("embed", __name__, url_prefix=PREFIX)


@pages.get("/embed/<name>")
def embed(name: str) -> ResponseReturnValue:
    """The answer to a question in the view asked for."""
    saved = question(name, EMBED)
    address = Address.of_request(EMBED, saved.id)
    if any(not value.strip() for key, value in request.args.items(multi=True) if key != PAGE):
        return redirect(str(address))
    whole = address.at(ENDPOINT)
    try:
        asked = ask(saved, address)
    except WrongAddressError as error:
        said = {"mistakes": error.mistakes, "repeated": error.repeated}
        return render_template("embed.html", query=saved, asked=None, address=address, whole=whole, **said), 400
    told = {"address": address, "whole": whole, "limits": limits(asked)}
    return render_template("embed.html", query=saved, asked=asked, **told, **shown(asked))
