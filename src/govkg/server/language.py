"""The language of a page: in its URL; where there is none, what the reader's browser asks for."""

from typing import Any

from flask import Flask, current_app, g, request, url_for

from govkg.core.names import LANGS
from govkg.server.site import site

PREFIX = f"/<any({', '.join(LANGS)}):lang>"
NATIVE = {"fi": "suomi", "sv": "svenska", "en": "English"}
DEFAULT = "fi"


def install_language(app: Flask) -> None:
    """Take the language out of each URL and put it into each link."""
    app.url_value_preprocessor(_take)
    app.url_defaults(_give)


def _take(endpoint: str | None, values: dict[str, Any] | None) -> None:
    g.lang = (values or {}).pop("lang", None) or _from_path() or preferred()


def _give(endpoint: str, values: dict[str, Any]) -> None:
    if "lang" not in values and current_app.url_map.is_endpoint_expecting(endpoint, "lang"):
        values["lang"] = page_language()


def _from_path() -> str | None:
    first = request.path.split("/")[1]
    return first if first in LANGS else None


def page_language() -> str:
    """The language of the page at hand."""
    lang: str = g.get("lang") or _from_path() or preferred()
    return lang


def preferred() -> str:
    """The language of ours that the browser asks for first, else Finnish."""
    return request.accept_languages.best_match(LANGS) or DEFAULT


def same_page(lang: str) -> str:
    """The URL of the page at hand in another language; of the start page where there is no page."""
    if request.endpoint is None or request.routing_exception is not None or not _expects_language(request.endpoint):
        return url_for("start.start", lang=lang)
    query = request.query_string.decode("ascii", "ignore")
    return url_for(request.endpoint, **(request.view_args or {}), lang=lang) + (f"?{query}" if query else "")


def _expects_language(endpoint: str) -> bool:
    return current_app.url_map.is_endpoint_expecting(endpoint, "lang")


def text(key: str, **values: object) -> str:
    """A text of the pages in the language of the page at hand."""
    return site().strings.get(page_language(), key, **values)
