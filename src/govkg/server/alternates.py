"""Which other forms a page has: announced in the Link header (RFC 8288) and, for pages, in the head."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Flask, Response, request

from govkg.publish.addresses import name_of
from govkg.publish.rdf_forms import FORMS
from govkg.server.links import data_url, topic_of, url_of, with_query


@dataclass(frozen=True)
class Topic:
    """What a page is about: an IRI, its name among the data documents, and these as URL and media type."""

    iri: str
    name: str
    data: tuple[tuple[str, str], ...]


def install_alternates(app: Flask) -> None:
    """Announce the data of each page that is about a thing."""
    app.after_request(_announce)
    app.jinja_env.globals["topic"] = topic


def topic() -> Topic | None:
    """What the page at hand is about; None when it is about no one thing."""
    iri = topic_of(request.endpoint, request.view_args or {})
    name = name_of(iri) if iri else None
    if iri is None or name is None:
        return None
    return Topic(iri, name, tuple((data_url(name, form.suffix), form.media_type) for form in FORMS.values()))


def link(url: str, relation: str, media_type: str = "") -> str:
    """A link of the Link header."""
    return f'<{url}>; rel="{relation}"' + (f'; type="{media_type}"' if media_type else "")


def links_to_data(iri: str, name: str, query: Mapping[str, str], without: str) -> list[str]:
    """The other formats of a data document, and the page for people."""
    links = [
        link(with_query(data_url(name, form.suffix), query), "alternate", form.media_type)
        for form in FORMS.values()
        if form.suffix != without
    ]
    page = url_of(iri)
    return [*links, link(page, "alternate", "text/html")] if page else links


def _announce(response: Response) -> Response:
    if response.status_code == 200 and response.mimetype == "text/html" and (about := topic()):
        links = [link(url, "alternate", media_type) for url, media_type in about.data]
        response.headers["Link"] = ", ".join([*links, link(about.data[0][0], "describedby", about.data[0][1])])
    return response
