"""One address of the served site → the bytes of its file, with links between files."""

import re
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from pyoxigraph import Literal

from govkg.core.dataset import Release
from govkg.core.errors import GovkgError, Problem
from govkg.core.names import BASE, DEF, ID, LANGS
from govkg.publish.about_data import header_of
from govkg.publish.addresses import GENID, iri_of
from govkg.publish.rdf_forms import FORMS
from govkg.publish.resource import graph_names
from govkg.query.catalogue import Catalogue
from govkg.query.engine import Engine
from govkg.server.app import create_app
from govkg.server.forms import is_short
from govkg.server.site import NAME, Site
from govkg.site.links import ROOT, Rewriter
from govkg.site.places import Scope, place_of
from govkg.site.remembering import RememberingEngine

_PLACES = 20_000  # addresses whose files are remembered: the same stand on page after page
MISSING = "/404.html"  # the page that hosts show where there is no file
_OWN = ("/", MISSING, "/robots.txt", "/sitemap.xml", "/catalog", "/.well-known/void", "/def")
_ADDRESSES = ("/robots.txt", "/sitemap")  # files that hold addresses of the site
_SUBJECTS = "SELECT DISTINCT ?x WHERE {{ ?x ?p ?o FILTER(STRSTARTS(STR(?x), {start})) }}"
_LOCATION = re.compile(rf"<loc>{re.escape(ROOT)}([^<]*)</loc>")
_DATA = re.compile(r"/data/(.+)\.ttl")


@dataclass(frozen=True)
class Rendered:
    """A file: its path, its bytes, and the addresses of other files that it leads to."""

    path: str
    data: bytes
    links: tuple[str, ...]


class Renderer:
    """Renders the site's addresses as files below `base`, which ends with `/`. `texts` as for the served pages.

    `place` gives the file of an address; None when none is published.
    """

    def __init__(
        self,
        engine: Engine,
        catalogue: Catalogue,
        base: str,
        *,
        release: Release | None = None,
        texts: Path | None = None,
    ) -> None:
        app = create_app(RememberingEngine(engine), catalogue, release=release, texts=texts, live=False)
        self.base = base
        self.site: Site = app.extensions[NAME]
        self.scope = Scope(_limits(self.site), _things(engine))
        self.place = lru_cache(_PLACES)(partial(place_of, scope=self.scope))
        self._client = app.test_client()
        self._static = Path(app.static_folder or "")

    def render(self, url: str) -> Rendered:
        """The file of an address. Raises GovkgError when the site does not answer there."""
        path = self.place(url)
        assert path is not None  # only addresses that have a file are asked for
        response = self._client.get(url, base_url=ROOT)
        if response.status_code != (404 if url == MISSING else 200):
            told = f"the site answers {response.status_code} there, and a page leads there"
            raise GovkgError([Problem(url, 0, told, "mend the link or the page")])
        rewriter = Rewriter(url, path, self.base, self.place, self._no_form(url), url != MISSING)
        if response.mimetype == "text/html":
            data = rewriter.html(response.text).encode()
        elif url.startswith(_ADDRESSES):
            data = rewriter.text(response.text).encode()
        else:
            data = response.data
        return Rendered(path, data, (*rewriter.found, *_ways(rewriter.found)))

    def start(self) -> list[str]:
        """The addresses to begin with: what the sitemap lists, and what no page links to."""
        engine = self.site.engine
        maps = self._located("/sitemap.xml")
        return [
            *_OWN,
            *(f"/static/{path.relative_to(self._static).as_posix()}" for path in sorted(self._static.rglob("*")) if path.is_file()),
            *(f"/queries.{suffix}" for suffix in FORMS),
            *(f"/graph/{name}" for name in graph_names(engine)),
            *(term.value.removeprefix(BASE) for term in header_of(engine).all("owl:versionIRI")),
            *(f"/{LANGS[0]}/thing/{name}" for name in sorted(self.scope.things) if name.startswith("genid/")),
            *maps,
            *(page for found in maps for page in self._located(found)),
        ]  # fmt: skip

    def _located(self, sitemap: str) -> list[str]:
        return _LOCATION.findall(self._client.get(sitemap, base_url=ROOT).text)

    def _no_form(self, url: str) -> str:
        lang = url.split("/")[1]
        return self.site.strings.get(lang if lang in LANGS else LANGS[0], "files.no-form")


def _limits(site: Site) -> frozenset[tuple[str, str]]:
    """The parameters whose pick lists are short enough for a file a value."""
    return frozenset(
        (query.id, parameter.name)
        for query in site.catalogue.queries.values()
        for parameter in query.parameters
        if is_short(site, query, parameter)
    )


def _things(engine: Engine) -> frozenset[str]:
    """Every thing that the data says something of, as `kind/slug`; the nodes of proofs are told where their thing is."""
    starts = {ID: "", DEF: "def/", GENID: "genid/"}
    return frozenset(
        kind + row["x"].value[len(start) :]
        for start, kind in starts.items()
        for row in engine.select(_SUBJECTS.format(start=Literal(start)))
        if not row["x"].value.startswith(f"{ID}inference/")
    )


def _ways(links: dict[str, None]) -> list[str]:
    """The IRIs of the things whose data a page leads to, as addresses; a term of the ontology has none of its own."""
    named = [iri_of(found[1]).removeprefix(BASE) for link in links if (found := _DATA.fullmatch(link))]
    return [way for way in named if way.startswith("/") and "#" not in way and way != "/"]
