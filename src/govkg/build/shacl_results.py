"""What a SHACL validator finds, whichever it is (SHACL, section 3.6)."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Result:
    """One violation: IRIs without brackets, other terms as their text, an empty text for what there is not."""

    focus: str
    path: str
    value: str
    shape: str
    message: str
