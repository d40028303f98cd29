"""Search: questions by their words, things by their names, quotes by what they say."""

from flask import Blueprint, render_template, request
from pyoxigraph import Literal

from govkg.query.search import Found, FoundQuestions, Hit
from govkg.server.claims import claims_named
from govkg.server.documents import documents
from govkg.server.graphs.model import Node
from govkg.server.graphs.nodes import nodes_of
from govkg.server.language import PREFIX, page_language
from govkg.server.site import site

pages = Blueprint("search", __name__, url_prefix=PREFIX)

LIMIT = 60


@pages.get("/search")
def find() -> str:
    """What is found for `q`; without it, the form alone."""
    words, lang, engine = request.args.get("q", "").strip(), page_language(), site().engine
    found = site().search.find(words, LIMIT, lang) if words else Found((), 0)
    asked = site().search.questions(words) if words else FoundQuestions((), every=True)
    claims = [hit for hit in found if _is_claim(hit)]
    views = claims_named(engine, [hit.iri for hit in claims], lang)
    return render_template(
        "search.html", words=words, total=found.total, shown=len(found),
        questions=[site().catalogue.queries[name] for name in asked.ids], every=asked.every, spellings=found.spellings,
        things=_things([hit for hit in found if not _is_claim(hit)], lang),
        quotes=[(hit, views[hit.iri]) for hit in claims if hit.iri in views],
        own=_own(words), known={document.iri: document for document in documents(engine, lang)},
    )  # fmt: skip


def _own(words: str) -> str:
    """A query to begin with: the quotes that hold the words as they were typed."""
    return f"""SELECT ?claim ?quote WHERE {{
  ?claim gov:quote ?quote .
  FILTER(CONTAINS(LCASE(?quote), {Literal(words.lower())}))
}}"""


def _is_claim(hit: Hit) -> bool:
    return hit.kind == "claim"


def _things(hits: list[Hit], lang: str) -> list[tuple[Hit, Node]]:
    """Each thing with its label and what tells it from others of that name: its kind and area."""
    nodes = {node.iri: node for node in nodes_of(site().engine, [hit.iri for hit in hits], lang)}
    return [(hit, nodes[hit.iri]) for hit in hits]
