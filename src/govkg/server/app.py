"""The application: a table of contents of its pages."""

from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined

from govkg.core.paths import sources, web
from govkg.query.catalogue import Catalogue
from govkg.query.engine import Engine
from govkg.server.errors import install_errors
from govkg.server.headers import install_headers
from govkg.server.language import install_language
from govkg.server.pages import about, claim, document, documents, identifier, query, root, start, thing
from govkg.server.site import Site, fingerprint, install
from govkg.server.strings import read_strings
from govkg.server.words import install_words

PAGES = (
    root.pages,  # /                        → the start page in the reader's language
    identifier.pages,  # /id/<kind>/<slug>  → the page of a thing
    start.pages,  # /<lang>/                the catalogue of questions
    query.pages,  # /<lang>/q/<id>          a question, its answer, and the answer as a file
    documents.pages,  # /<lang>/documents   the documents
    document.pages,  # /<lang>/doc/<slug>   a document line by line with its claims
    claim.pages,  # /<lang>/claim/<slug>    a claim with its quotes
    thing.pages,  # /<lang>/thing/<kind>/<slug>
    about.pages,  # /<lang>/about           what was read, covered, left out and doubted
)


def create_app(engine: Engine, catalogue: Catalogue, *, texts: Path | None = None) -> Flask:
    """The pages over an engine and a catalogue. `texts` holds the documents' folders (default: those of the checkout)."""
    folder = web()
    app = Flask("govkg.server", template_folder=str(folder / "templates"), static_folder=str(folder / "static"))
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    install(
        app,
        Site(
            engine,
            catalogue,
            read_strings(folder / "strings"),
            texts or sources(),
            fingerprint(engine, catalogue, folder),
        ),
    )
    for step in (install_headers, install_language, install_words, install_errors):
        step(app)
    for pages in PAGES:
        app.register_blueprint(pages)
    return app
