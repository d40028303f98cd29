"""Where the source does not say: the way to the passages that were read and to what is doubtful about their silence."""

from govkg.query.emptiness import DOCUMENT, NOT_STATED, REGION
from govkg.server.address import ENDPOINT, Address
from govkg.server.asking import Asked
from govkg.server.site import site

ABOUT_SILENCE = "not-stated"  # the question about what the documents leave unsaid


def silences(asked: Asked) -> Address | None:
    """What the documents leave unsaid of the region that was asked about, else of the document; None where nothing is silent.

    One limit, as the published files have it.
    """
    why = asked.whole.empty
    if why is None or why.kind != NOT_STATED or ABOUT_SILENCE not in site().catalogue.queries:
        return None
    given = asked.address.given
    places = ((name, given[name]) for name in (REGION, DOCUMENT) if name in given)
    return next((Address(ENDPOINT, ABOUT_SILENCE, (place,)) for place in places), None)
