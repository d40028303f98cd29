"""The reading text as it is published: lines of personal data are blackened, so that offsets stay what they are."""

from govkg.core.model import Curation
from govkg.core.personal import blackened

PERSONAL = "personal-data"


def published_text(curation: Curation) -> str:
    """The reading text of a document without the lines that were excluded as personal data."""
    reading = curation.source.reading
    hidden = {line for gone in curation.exclusions if gone.reason == PERSONAL for line in gone.lines}
    return "".join(blackened(char) if reading.line_at(at) in hidden else char for at, char in enumerate(reading.text))
