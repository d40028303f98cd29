"""What every template may use: the page's language and its words, links, and lang attributes where the language differs."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from flask import Flask, request, url_for
from markupsafe import Markup

from govkg import __version__
from govkg.core.names import LANGS
from govkg.server.language import NATIVE, page_language, same_page, text
from govkg.server.links import place_url, url_of, with_query
from govkg.server.paging import NAME as PAGE
from govkg.server.parted import parted
from govkg.server.site import NAME as SITE
from govkg.server.site import site


def install_words(app: Flask) -> None:
    """Give the templates their words."""
    app.context_processor(_context)
    app.jinja_env.filters |= {"number": number, "parted": parted}
    app.jinja_env.globals |= {
        "t": text,
        "url_of": url_of,
        "place_url": place_url,
        "lang_of": lang_of,
        "same_page": same_page,
        "page_lang": page_language,
        "page_url": page_url,
        "given_url": given_url,
        "counted": counted,
        "is_asked": is_asked,
        "live": app.extensions[SITE].live,
    }


def _context() -> dict[str, Any]:
    lang = page_language()
    others = [(other, NATIVE[other]) for other in LANGS if other != lang]
    return {
        "lang": lang,
        "others": others,
        "native": NATIVE[lang],
        "data_version": site().engine.version,
        "program_version": __version__,
    }


def lang_of(language: str) -> Markup:
    """A lang attribute where a text is in another language than the page, else nothing."""
    return Markup(' lang="{}"').format(language) if language and language != page_language() else Markup("")


def number(value: int | Decimal) -> str:
    """A number with its thousands apart: 1 234,5, in English 1,234.5."""
    grouped = f"{value:,}"
    if page_language() == "en":
        return grouped
    return grouped.replace(",", "\N{NARROW NO-BREAK SPACE}").replace(".", ",")


def counted(key: str, value: int) -> str:
    """A text that counts something; one of it has a text of its own."""
    return text(f"{key}.one" if value == 1 else key, n=number(value))


def page_url(number: int) -> str:
    """The URL of another page of the list at hand."""
    given = {name: value for name, value in request.args.items() if name != PAGE}
    return with_query(request.path, given | {PAGE: str(number)})


def is_asked(query_id: str) -> bool:
    """Whether there is a saved question of this id."""
    return query_id in site().catalogue.queries


def given_url(query: str, given: Mapping[str, str], name: str = "", value: str = "") -> str:
    """The URL of a question (or, with an ending, of its file) with the values given, one of them replaced."""
    changed = {key: text for key, text in {**given, name: value}.items() if key and text.strip()}
    return with_query(url_for("query.query", name=query), changed)
