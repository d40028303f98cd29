"""A saved question: its form, its answer with the quotes, and the answer as a file."""

from collections.abc import Mapping

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from pyoxigraph import Literal, NamedNode

from govkg.core.model import Term
from govkg.query.catalogue import SavedQuery
from govkg.query.run import GraphAnswer, Table, run
from govkg.server.documents import nearest
from govkg.server.downloads import as_file, fitting, format_of
from govkg.server.errors import MissingError, Way
from govkg.server.facts import Value, show
from govkg.server.forms import fields
from govkg.server.language import PREFIX, page_language
from govkg.server.links import with_query
from govkg.server.mistakes import Mistake, mistakes_in
from govkg.server.paging import NAME as PAGE
from govkg.server.paging import page_of
from govkg.server.properties import names_of
from govkg.server.rows import documents_behind, documents_of, sheet
from govkg.server.site import site
from govkg.server.standing import standings

pages = Blueprint("query", __name__, url_prefix=PREFIX)


@pages.get("/q/<name>")
def query(name: str) -> ResponseReturnValue:
    """The page `/q/<id>`, or the file `/q/<id>.<format>`."""
    query_id, dot, ending = name.partition(".")
    saved = _saved(query_id)
    wanted = format_of(saved, ending) if dot else ""
    given = _given()
    if any(not value.strip() for value in given.values()) and not dot:
        return redirect(
            with_query(url_for("query.query", name=name), {key: value for key, value in given.items() if value.strip()})
        )
    mistakes = mistakes_in(site().engine, saved, given, page_language())
    if mistakes or _repeated():
        return render_template(
            "query.html", query=saved, answer=None, **_form(saved, given, mistakes), repeated=_repeated()
        ), 400
    answer = run(site().engine, saved, given, page_language())
    if wanted:
        return as_file(answer, wanted, site().engine)
    return _table_page(saved, answer, given) if isinstance(answer, Table) else _graph_page(saved, answer, given)


def _saved(query_id: str) -> SavedQuery:
    known = site().catalogue.queries
    if query_id not in known:
        lang = page_language()
        ways = [
            Way(url_for("query.query", name=near), known[near].summary[lang], lang)
            for near in nearest(query_id, list(known))
        ]
        raise MissingError("missing.query", query_id, ways)
    return known[query_id]


def _given() -> dict[str, str]:
    return {name: value for name, value in request.args.items() if name != PAGE}


def _repeated() -> list[str]:
    return sorted(name for name in request.args if len(request.args.getlist(name)) > 1)


def _form(saved: SavedQuery, given: dict[str, str], mistakes: dict[str, Mistake]) -> dict[str, object]:
    filled = fields(
        site(),
        saved,
        {name.replace("-", "_"): value for name, value in given.items()},
        {n.replace("-", "_"): m for n, m in mistakes.items()},
        page_language(),
    )
    unknown = [mistake for name, mistake in mistakes.items() if saved.parameter(name) is None]
    return {
        "fields": filled,
        "mistakes": list(mistakes.values()),
        "unknown": unknown,
        "given": given,
        "formats": fitting(saved),
    }


def _table_page(saved: SavedQuery, answer: Table, given: dict[str, str]) -> str:
    page = page_of(answer.rows)
    notes = standings(site().engine, documents_of(answer), answer.lang)
    return render_template(
        "query.html", query=saved, answer=answer, sheet=sheet(site().engine, answer, page.items), page=page, statements=None,
        standings=notes, documents_by={d.iri: d for note in notes for d in note.documents}, repeated=[], **_form(saved, given, {}),
    )  # fmt: skip


def _graph_page(saved: SavedQuery, answer: GraphAnswer, given: dict[str, str]) -> str:
    page = page_of(answer.triples)
    ends = {
        term
        for triple in page.items
        for term in (triple.subject, triple.object)
        if isinstance(term, NamedNode | Literal)
    }
    shown, names = (
        show(site().engine, ends, page_language()),
        names_of(site().engine, {triple.predicate.value for triple in page.items}, page_language()),
    )
    statements = [(_shown(t.subject, shown), names[t.predicate.value], _shown(t.object, shown)) for t in page.items]
    iris = (t.value for triple in answer.triples for t in (triple.subject, triple.object) if isinstance(t, NamedNode))
    notes = standings(site().engine, documents_behind(iris), page_language())
    return render_template(
        "query.html",
        query=saved,
        answer=answer,
        page=page,
        statements=statements,
        standings=notes,
        repeated=[],
        **_form(saved, given, {}),
    )


def _shown(term: object, known: Mapping[Term, Value]) -> Value:
    """A subject or object; blank nodes, which the release does not have, as they are written."""
    return known[term] if isinstance(term, NamedNode | Literal) else Value(str(term))
