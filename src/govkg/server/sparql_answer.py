"""An answer of the endpoint to a program, whoever gives it: its format, its entity tag, its headers, and what the workers are told."""

import hashlib

from govkg import __version__
from govkg.publish.media import MEDIA_OF, Medium, names_of
from govkg.publish.negotiate import best
from govkg.query.guard import Checked
from govkg.query.task import Task
from govkg.server.faults import FaultError
from govkg.server.protocol import Asked

HTML = "text/html"
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After, Govkg-Limit, Govkg-Answer",
}
VARY = ("Accept", "Accept-Encoding")


def medium_of(form: str, short: str, accept: str | None) -> Medium | None:
    """The format that the URL names or the client likes best; None for the page. Raises FaultError when there is none."""
    media = MEDIA_OF[form]
    if short:
        found = next((medium for medium in media if medium.short == short), None)
        if found is None:
            raise FaultError("format", ", ".join(medium.short for medium in media))
        return found
    known = names_of(media)
    name = best(accept, [*known, HTML])
    if name is None:
        raise FaultError("format", ", ".join([*(medium.media_type for medium in media), HTML]))
    return known.get(name)


def tag_of(version: str, *parts: object) -> str:
    """Weak, since the same answer may be compressed or not (RFC 9110, 8.8.1): data, program, query and format."""
    return hashlib.sha256("\0".join(map(str, (version, __version__, *parts))).encode()).hexdigest()[:24]


def answer_tag(version: str, asked: Asked, address: str, medium: Medium) -> str:
    """The entity tag of an answer as a file."""
    return tag_of(version, asked.query, asked.default_graphs, asked.named_graphs, address, medium.media_type)


def task_of(asked: Asked, checked: Checked, address: str, medium: Medium, *, compress: bool) -> Task:
    """What the workers are told; `address` is where the query was sent (RFC 3986, 5.1.3)."""
    return Task(
        query=asked.query or "",
        media_type=medium.media_type,
        base=address,
        union=not checked.has_dataset,
        default_graphs=asked.default_graphs if asked.has_dataset else None,
        named_graphs=asked.named_graphs if asked.has_dataset else None,
        compress=compress,
    )
