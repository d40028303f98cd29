"""Look down a reason."""

from collections.abc import Iterator

from govkg.query.explain import Reason


def leaves(reason: Reason) -> Iterator[Reason]:
    """The reasons at the bottom: claims, the ontology, the reference data."""
    if not reason.premises:
        yield reason
    for premise in reason.premises:
        yield from leaves(premise)
