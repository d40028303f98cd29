"""Which readings cover what a saved query asks: the documents that were read for its questions, so that their silence is an answer."""

from collections.abc import Mapping

from govkg.core.model import Term
from govkg.core.names import ID
from govkg.query.catalogue import SavedQuery
from govkg.query.declared import ReadFor
from govkg.query.engine import Engine
from govkg.query.readings import Readings

_TASK, _BODY = "task", "body"  # the kinds of parameter that say what is asked about
_NAMING = "SELECT DISTINCT ?document WHERE {{ ?claim ?link {thing} ; gov:document ?document }}"
_WITHIN = "SELECT ?x WHERE {{ VALUES ?x {{ {term} }} ?x skos:broader* <{whole}> }}"


def about_matter(query: SavedQuery, bound: Mapping[str, Term]) -> dict[str, Term]:
    """The tasks and bodies that are asked about."""
    kinds = {parameter.name: parameter.of for parameter in query.parameters}
    return {name: term for name, term in bound.items() if kinds[name] in (_TASK, _BODY)}


def covered(engine: Engine, known: Readings, query: SavedQuery, matter: Mapping[str, Term]) -> Readings:
    """The readings for the questions that an answer about these things rests on.

    A body belongs to the time of its documents, so that only those that name it could speak of it.
    """
    naming = documents_naming(engine, matter)
    found = known if naming is None else known.of_documents(naming)
    if query.questions.all:
        return found
    asked = (q for q in query.questions.questions if _covers(engine, query, q, matter))
    return found.covering(frozenset(f"{ID}question/{q.question}" for q in asked))


def documents_naming(engine: Engine, matter: Mapping[str, Term]) -> frozenset[str] | None:
    """The documents that name every body among these things; None where there is no body."""
    bodies = [term for term in matter.values() if term.value.startswith(f"{ID}{_BODY}/")]
    if not bodies:
        return None
    named = (engine.select(_NAMING.format(thing=body)) for body in bodies)
    return frozenset.intersection(*(frozenset(row["document"].value for row in rows) for rows in named))


def _covers(engine: Engine, query: SavedQuery, asked: ReadFor, matter: Mapping[str, Term]) -> bool:
    """Whether a question covers all that is asked: one that is about a certain thing covers that and what is narrower."""
    kinds = {parameter.name: parameter.of for parameter in query.parameters}
    return all(
        name in matter and any(engine.select(_WITHIN.format(term=matter[name], whole=f"{ID}{kinds[name]}/{slug}")))
        for name, slug in asked.within
    )
