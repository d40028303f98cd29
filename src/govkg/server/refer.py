"""From an IRI to a document about it: 303 to a page or to data, as the client asks; 404, 406 and 410 with a way out.

A thing is no document, so that its IRI answers 303 See Other (Cool URIs for the Semantic Web, 4.2). Files have no statuses:
where the pages are published as files, a page with all ways stands at the IRI.
"""

import re
from urllib.parse import urljoin

from flask import Response, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from govkg.core.names import LANGS
from govkg.publish.addresses import iri_of
from govkg.publish.negotiate import best
from govkg.publish.rdf_forms import FORMS
from govkg.query.labels import labels_of
from govkg.server.downloads import format_name
from govkg.server.errors import MissingError, Way, error_page, page_way
from govkg.server.language import NATIVE, page_language, text
from govkg.server.links import data_url, kind_and_slug, url_of
from govkg.server.nearest import ways_to
from govkg.server.published import published
from govkg.server.site import site

HTML = "text/html"
OFFERS = (HTML, *(form.media_type for form in FORMS.values()))
SUFFIXES = {form.media_type: form.suffix for form in FORMS.values()}
VARY = "Accept, Accept-Language"
_PLAIN = re.compile(r"[A-Za-z0-9_./-]+")


def refer(name: str, *, exists: bool, page: str | None = None) -> ResponseReturnValue:
    """To the page or the data document of this name. Raises MissingError when there is no such thing."""
    if gone := gone_page(name):
        return gone
    if not exists:
        raise missing(name)
    if not site().live:
        return ways_page(name)
    liked, page = best(request.headers.get("Accept"), OFFERS), page or url_of(iri_of(name)) or ""
    if liked is None:
        return not_acceptable(name, page)
    where = page if liked == HTML else data_url(name, SUFFIXES[liked])
    response = see_other(where or "/")
    response.headers["Vary"] = VARY
    return response


def ways_page(name: str) -> str:
    """The page of a thing in each language, and its data in each format; in Finnish, as the site is without a language."""
    g.lang = LANGS[0]
    iri = iri_of(name)
    labels = {lang: labels_of(site().engine, [iri], lang)[iri] for lang in LANGS}
    pages = [(lang, NATIVE[lang], labels[lang], _in(lang, iri)) for lang in LANGS]
    data = [(format_name(suffix), suffix, data_url(name, suffix)) for suffix in FORMS]
    return render_template("ways.html", iri=iri, pages=pages, data=data)


def _in(lang: str, iri: str) -> str:
    """The page about an IRI in a language; the start page where no page is about it."""
    g.lang = lang
    url = url_of(iri) or url_for("start.start")
    g.lang = LANGS[0]
    return url


def see_other(path: str) -> Response:
    """303 to a page of this site. The address is a full one: a client that came by a PURL would join a path to the PURL's host."""
    return make_response(redirect(urljoin(request.host_url, path), 303))


def is_plain(name: str) -> bool:
    """Whether a name has only characters that our IRIs have; any other names nothing."""
    return bool(_PLAIN.fullmatch(name))


def missing(name: str) -> MissingError:
    """The error that there is no such thing, with the things whose names are most like it."""
    kind, slug = kind_and_slug(name)
    return MissingError("missing.thing", name, ways_to(kind, slug))


def not_acceptable(name: str, page: str) -> ResponseReturnValue:
    """406 with the page and every format there is."""
    files = [
        Way(data_url(name, form.suffix), format_name(form.suffix), kind=form.media_type) for form in FORMS.values()
    ]
    ways = [*page_way(page), *files]
    response = make_response(error_page(406, text("error.accept"), ways, links="error.formats"))
    response.headers["Vary"] = VARY
    return response


def gone_page(name: str) -> ResponseReturnValue | None:
    """410 for a withdrawn IRI: why, since when, and what stands in its place; None for any other."""
    stone = published().withdrawn.get(iri_of(name)) if is_plain(name) else None
    if stone is None:
        return None
    lang = page_language()
    ways = []
    if stone.replacement:
        label = labels_of(site().engine, [stone.replacement], lang)[stone.replacement]
        ways = [Way(url_of(stone.replacement) or stone.replacement, label.text, label.lang)]
    message = text("error.gone", asked=name, since=stone.since, reason=stone.reasons[lang])
    if not ways:
        message = f"{message} {text('error.no-replacement')}"
    return error_page(410, message, ways, links="error.replacement")
