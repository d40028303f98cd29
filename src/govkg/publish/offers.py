"""The formats that the API offers of an answer: plain rows first, then the files' formats that fit."""

from dataclasses import dataclass

from govkg.publish.formats import FORMATS
from govkg.query.catalogue import SavedQuery

RECORDS, RESULTS = "records", "json"  # plain rows; the W3C's JSON format for results
_SCREEN = "table"  # as wide as a terminal: no answer for programs


@dataclass(frozen=True)
class Offer:
    """A format by its name in a URL: its content type and file suffix."""

    name: str
    content_type: str
    suffix: str

    @property
    def media_type(self) -> str:
        """The media type without parameters, as a client asks for it."""
        return self.content_type.partition(";")[0]


def offers_of(query: SavedQuery) -> tuple[Offer, ...]:
    """What a query's answer can be had in; the first is sent to who has no wish."""
    takes = "table" if query.form == "SELECT" else "graph"
    files = (
        Offer(name, form.media_type, form.suffix)
        for name, form in FORMATS.items()
        if form.takes == takes and name != _SCREEN
    )
    return (Offer(RECORDS, "application/json", "json"), *files)
