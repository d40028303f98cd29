"""Which things a reader looks for: not those that only keep the builder's order."""

from govkg.core.names import split

PAPERWORK = (
    "claim",
    "coverage",
    "evidence",
    "exclusion",
    "exclusion-of",
    "reading",
    "segment",
)  # labelled by the builder
TERM = "term"


def kind_of(iri: str) -> str:
    """The kind of a thing of ours; `term` for a term of the ontology or of another vocabulary."""
    parts = split(iri)
    return parts[0] if parts else TERM


def is_found(iri: str) -> bool:
    """Whether a thing is found by its labels."""
    return kind_of(iri) not in (*PAPERWORK, TERM)
