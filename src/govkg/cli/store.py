"""The option `--endpoint`, and the engine that it names."""

import os
from typing import Any

import click

from govkg.core.dataset import Release, read_release
from govkg.core.store import ENDPOINT
from govkg.query.engine import Engine, opened
from govkg.query.where import engine_at

_KEY = "govkg.endpoint"


def _keep(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value:
        context.meta[_KEY] = value


_SAID: dict[str, Any] = {
    "metavar": "URL",
    "expose_value": False,
    "callback": _keep,
    "help": f"Ask this store instead of the release ({ENDPOINT}); see docs/REMOTE.md.",
}
endpoint_option = click.option("--endpoint", **_SAID)


def as_parameter() -> click.Option:
    """The option, for a command that is made of its parameters."""
    return click.Option(["--endpoint"], **_SAID)


def store_url() -> str:
    """The address that `--endpoint` or GOVKG_ENDPOINT names, or an empty text."""
    found: str = click.get_current_context().meta.get(_KEY, "") or os.environ.get(ENDPOINT, "")
    return found


def engine() -> Engine:
    """The engine over the store that was named, else over the release, for one question."""
    return engine_at(store_url(), at_hand=opened)


def named_release() -> Release:
    """The release that the store that was named has, else the one at hand."""
    if not (url := store_url()):
        return read_release()
    from govkg.publish.gathered import release_of  # SPARQLWrapper takes a while to load
    from govkg.query.remote import remote

    return release_of(remote(url))
