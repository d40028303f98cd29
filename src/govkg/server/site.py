"""What the pages stand on: the engine, the saved queries, the words and the documents' texts."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask, current_app

from govkg import __version__
from govkg.query.catalogue import Catalogue
from govkg.query.engine import Engine
from govkg.query.search import Search
from govkg.server.strings import Strings

NAME = "govkg"


@dataclass(frozen=True)
class Site:
    """Everything that a page needs. `fingerprint` changes when the data, the queries, the program or the templates do.

    `live` is false for pages that are to be published as files: they have no forms and offer nothing that a server does.
    """

    engine: Engine
    catalogue: Catalogue
    strings: Strings
    texts: Path
    fingerprint: str
    search: Search
    live: bool = True
    picks: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    counts: dict[tuple[str, ...], int] = field(default_factory=dict)


def install(app: Flask, found: Site) -> None:
    """Put the site into the application."""
    app.extensions[NAME] = found


def site() -> Site:
    """The site of the request at hand."""
    found: Site = current_app.extensions[NAME]
    return found


def fingerprint(engine: Engine, catalogue: Catalogue, web: Path) -> str:
    """One short name for this data, these queries, this program and these templates."""
    digest = hashlib.sha256(f"{__version__}\n{engine.version}\n".encode())
    for query in catalogue.queries.values():
        digest.update(f"{query.id}\n{query.sparql}\n".encode())
    for path in sorted(p for p in web.rglob("*") if p.is_file()):
        digest.update(path.relative_to(web).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]
