"""What the linked-data pages stand on: the dumps, the tombstones, and the documents that describe the data itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Flask, current_app

from govkg.publish.dcat import catalogue_of
from govkg.publish.documents import Maker
from govkg.publish.dumps import Dumps
from govkg.publish.void import void_of
from govkg.publish.withdrawn import Tombstone
from govkg.server.site import site

NAME = "govkg.published"


@dataclass(frozen=True)
class Published:
    """The dumps of the release that is served, and the IRIs that were withdrawn."""

    dumps: Dumps
    withdrawn: Mapping[str, Tombstone]


def install_published(app: Flask, found: Published) -> None:
    """Put it into the application."""
    app.extensions[NAME] = found


def published() -> Published:
    """What the application of the request at hand publishes."""
    found: Published = current_app.extensions[NAME]
    return found


def descriptions() -> dict[str, Maker]:
    """The documents about the data itself, by name; each is made when asked for."""
    engine, dumps = site().engine, published().dumps
    files = [kind.url for kind in dumps.kinds.values() if kind.is_rdf]
    return {
        "catalog": lambda: catalogue_of(engine, in_every_language, dumps),
        "void": lambda: void_of(engine, in_every_language("dataset.title"), files),
    }


def in_every_language(key: str) -> dict[str, str]:
    """A text of the pages in every language."""
    return {lang: texts[key] for lang, texts in site().strings.texts.items()}
