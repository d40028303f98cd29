"""What can be picked in a question's form, given what was picked so far: a list that depends on another follows it without a new page."""

from flask import Blueprint, Response, jsonify

from govkg.server.address import ENDPOINT, Address
from govkg.server.asking import question
from govkg.server.forms import fields
from govkg.server.language import PREFIX, page_language
from govkg.server.site import site

pages = Blueprint("options", __name__, url_prefix=PREFIX)


@pages.get("/q/<name>/options")
def options(name: str) -> Response:
    """The options of each pick list as the form has them: {"fields": {parameter: [{value, label, lang}]}}."""
    saved = question(name, ENDPOINT)
    given = Address.of_request(ENDPOINT, saved.id).given
    found = fields(site(), saved, {key.replace("-", "_"): value for key, value in given.items()}, {}, page_language())
    return jsonify(
        fields={
            field.parameter.name: [
                {"value": option.value, "label": option.label.text, "lang": option.label.lang}
                for option in field.options
            ]
            for field in found
            if field.control == "select"
        }
    )
