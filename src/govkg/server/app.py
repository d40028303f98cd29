"""The application: a table of contents of its pages."""

from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined

from govkg.core.dataset import Release
from govkg.core.paths import registry, sources, web
from govkg.publish.dumps import Dumps
from govkg.publish.withdrawn import FILE, read_withdrawn
from govkg.query.catalogue import Catalogue
from govkg.query.engine import Engine
from govkg.query.search import Search
from govkg.query.workers import Pool
from govkg.server.alternates import install_alternates
from govkg.server.endpoint import install_endpoint
from govkg.server.errors import install_errors
from govkg.server.gate.gate import Gate
from govkg.server.gate.web_limits import WebLimits
from govkg.server.gateway import install_gate
from govkg.server.headers import install_headers
from govkg.server.kept_answers import KeptAnswers
from govkg.server.language import install_language
from govkg.server.pages import (
    about,
    api,
    api_page,
    claim,
    compare,
    data,
    dataset,
    document,
    documents,
    dumps,
    editor,
    embed,
    health,
    history,
    identifier,
    metrics,
    ontology,
    options,
    picture,
    queries,
    query,
    root,
    search,
    sitemap,
    sparql,
    sparql_sheet,
    start,
    thing,
    tour,
)
from govkg.server.plain_request import PlainRequest
from govkg.server.problems import install_problems
from govkg.server.published import Published, install_published
from govkg.server.site import Site, fingerprint, install
from govkg.server.strings import read_strings
from govkg.server.words import install_words

PAGES = (
    root.pages,  # /                        → the start page in the reader's language, or the catalogue as data
    identifier.pages,  # /id/<kind>/<slug>, /def, /graph/<name> … → a page or data
    data.pages,  # /data/<name>.<suffix>    what is known of a thing, as RDF
    dumps.pages,  # /dumps/<file>           the whole dataset
    sitemap.pages,  # /robots.txt, /sitemap.xml
    health.pages,  # /healthz, /readyz
    metrics.pages,  # /metrics             numbers for Prometheus
    start.pages,  # /<lang>/                the catalogue of questions
    tour.pages,  # /<lang>/tour             what can be done here, step by step
    query.pages,  # /<lang>/q/<id>          a question, its answer, and the answer as a file
    options.pages,  # /<lang>/q/<id>/options  what can be picked in the form, given what was
    history.pages,  # /<lang>/q/<id>/history, /version/<version>
    picture.pages,  # /<lang>/picture/<id>.svg  the picture of an answer as a file
    embed.pages,  # /<lang>/embed/<id>      an answer alone, for a frame on pages of others
    compare.pages,  # /<lang>/compare       regions, alternatives and years side by side
    search.pages,  # /<lang>/search         questions, things and quotes by their words
    documents.pages,  # /<lang>/documents   the documents
    document.pages,  # /<lang>/doc/<slug>   a document line by line with its claims
    claim.pages,  # /<lang>/claim/<slug>    a claim with its quotes
    thing.pages,  # /<lang>/thing/<kind>/<slug>
    ontology.pages,  # /<lang>/ontology     the terms of the ontology
    dataset.pages,  # /<lang>/data          the data as a whole, and its files
    about.pages,  # /<lang>/about           what was read, covered, left out and doubted
    sparql.pages,  # /sparql                the endpoint, and its page in the reader's language
    sparql_sheet.pages,  # /sparql/export.csv, /sparql/export.xlsx  the result of a query for spreadsheets
    editor.pages,  # /<lang>/sparql/check, /names, /plan  what the editor asks while one types; how a query goes
    api.pages,  # /api                      the saved questions for programs
    api_page.pages,  # /<lang>/api          the same for people, with examples
    queries.pages,  # /queries              the saved queries as RDF
)


def create_app(
    engine: Engine,
    catalogue: Catalogue,
    *,
    texts: Path | None = None,
    pool: Pool | None = None,
    release: Release | None = None,
    withdrawn: Path | None = None,
    gate: Gate | None = None,
    search: Search | None = None,
    kept: KeptAnswers | None = None,
    live: bool = True,
) -> Flask:
    """The pages over an engine and a catalogue. `texts` holds the documents' folders (default: those of the checkout).

    `pool` answers the queries of strangers; without it `/sparql` answers none.
    `release` is the one that the engine is over, for the dumps; without it there are none. `withdrawn` is the list of
    withdrawn IRIs (default: that of the checkout). `gate` and `kept` are what stands before the application, for their numbers. `search` is over
    the same engine and catalogue (default: one with the dictionaries). Raises GovkgError for a wrong entry in `withdrawn`.
    `live` is false for pages that are to be published as files.
    """
    folder = web()
    app = Flask("govkg.server", template_folder=str(folder / "templates"), static_folder=str(folder / "static"))
    app.request_class = PlainRequest
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
            search or Search(engine, catalogue),
            live,
        ),
    )
    install_published(app, Published(Dumps(release), read_withdrawn(withdrawn or registry() / FILE)))
    for step in (install_headers, install_language, install_words, install_errors, install_alternates):
        step(app)
    install_problems(app)
    install_endpoint(app, pool)
    for pages in PAGES:
        app.register_blueprint(pages)
    install_gate(app, gate or Gate(WebLimits(log="off")), kept)
    return app
