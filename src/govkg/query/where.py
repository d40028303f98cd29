"""Which engine answers: the store that is named, else the release in this process."""

import os
from collections.abc import Callable, Mapping

from govkg.core.store import ENDPOINT
from govkg.query.engine import Engine, embedded


def engine_at(
    url: str = "", environment: Mapping[str, str] = os.environ, *, at_hand: Callable[[], Engine] = embedded
) -> Engine:
    """The engine over the store at `url`, else over that of GOVKG_ENDPOINT, else over the release as `at_hand` has it. Raises GovkgError when it cannot answer."""
    named = url or environment.get(ENDPOINT, "")
    if not named:
        return at_hand()
    from govkg.query.remote import remote  # SPARQLWrapper takes a while to load, and few need it

    return remote(named)
