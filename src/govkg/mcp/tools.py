"""The tools: one a saved question, `search` and `explain`. Knows nothing of the protocol's SDK."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from govkg.core.errors import UsageError
from govkg.mcp import payloads
from govkg.mcp.arguments import only, text_of, whole_of
from govkg.mcp.schemas import (
    ANSWER,
    EXPLAIN_INPUT,
    FOUND,
    HITS,
    MOST_HITS,
    MOST_ROWS,
    REASON,
    ROWS,
    SEARCH_INPUT,
    Schema,
    question_input,
)
from govkg.query.ask import ask, language
from govkg.query.catalogue import Catalogue, SavedQuery
from govkg.query.engine import Engine
from govkg.query.explain import Reason, explain_claim, explain_statement
from govkg.query.search import Search

Arguments = Mapping[str, object]
LANG = "en"
STATEMENT = ("subject", "predicate", "object")


@dataclass(frozen=True)
class Tool:
    """A tool: what it is called, takes and gives, and the call itself, which raises UsageError for wrong arguments."""

    name: str
    title: str
    description: str
    takes: Schema
    gives: Schema
    call: Callable[[Arguments], payloads.Json]


def tools(engine: Engine, catalogue: Catalogue) -> dict[str, Tool]:
    """All tools by name."""
    questions = [_question(engine, query) for query in catalogue.queries.values()]
    return {tool.name: tool for tool in (*questions, _search(Search(engine, catalogue)), _explain(engine))}


def _question(engine: Engine, query: SavedQuery) -> Tool:
    about = f"{query.summary['en']} {query.description['en']}\nSuomeksi: {query.summary['fi']}"
    takes = question_input(engine, query)
    return Tool(query.id, query.summary["en"], about, takes, ANSWER, partial(_ask, engine, query))


def _ask(engine: Engine, query: SavedQuery, given: Arguments) -> payloads.Json:
    own = {name: value for name, value in given.items() if name not in ("lang", "limit", "offset")}
    limit, offset = whole_of(given, "limit", ROWS, 1, MOST_ROWS), whole_of(given, "offset", 0, 0)
    table = ask(engine, query, own, text_of(given, "lang") or LANG)
    return payloads.answer(engine, table, limit, offset)


def _search(search: Search) -> Tool:
    about = (
        "Find regions, bodies, tasks, roles, documents … by their names in Finnish, Swedish or English, and claims by the "
        "words of the source (which are Finnish), in any form of the words. Use it to find the value of a parameter.\n"
        "Suomeksi: Mistä puhutaan tällä nimellä tai näillä sanoilla?"
    )

    def call(given: Arguments) -> payloads.Json:
        only(given, SEARCH_INPUT)
        limit = whole_of(given, "limit", HITS, 1, MOST_HITS)
        lang = language(text_of(given, "lang") or LANG)
        return payloads.found(search.find(text_of(given, "text"), limit, lang))

    return Tool("search", "Search names and quotes", about, SEARCH_INPUT, FOUND, call)


def _explain(engine: Engine) -> Tool:
    about = (
        "Why is it so? Give `claim` (an IRI from claim_iris) for its quotes in their context, or `subject`, `predicate` and "
        "`object` for the proof of a statement, down to claims and quotes.\nSuomeksi: Miksi näin on?"
    )

    def call(given: Arguments) -> payloads.Json:
        only(given, EXPLAIN_INPUT)
        return payloads.reason(_reason(engine, {name: text_of(given, name) for name in given}))

    return Tool("explain", "Why is it so?", about, EXPLAIN_INPUT, REASON, call)


def _reason(engine: Engine, given: Mapping[str, str]) -> Reason:
    if set(given) == {"claim"}:
        return explain_claim(engine, given["claim"])
    if set(given) == set(STATEMENT):
        return explain_statement(engine, *(given[name] for name in STATEMENT))
    raise UsageError("explain", "this is neither a claim nor a statement", f"give claim, or {', '.join(STATEMENT)}")
