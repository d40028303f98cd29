"""The premises of proofs in words: from the short notation of the builder to names in the reader's language."""

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from govkg.core.model import Term
from govkg.query.engine import Engine
from govkg.query.explain import premises_of
from govkg.server.facts import Value, show
from govkg.server.properties import names_of

Premise = tuple[Value, Value, Value]


def premises(engine: Engine, notations: Iterable[str], lang: str) -> dict[str, tuple[Premise, ...]]:
    """What each `gov:because` says: statements of subject, predicate and object, each by its name."""
    read = {notation: premises_of(notation) for notation in set(notations)}
    triples = [triple for found in read.values() for triple in found]
    terms = {term for t in triples for term in (t.subject, t.object) if isinstance(term, NamedNode | Literal)}
    shown = show(engine, terms, lang)
    names = names_of(engine, {triple.predicate.value for triple in triples}, lang)
    return {
        notation: tuple((_of(t.subject, shown), names[t.predicate.value], _of(t.object, shown)) for t in found)
        for notation, found in read.items()
    }


def _of(term: object, shown: dict[Term, Value]) -> Value:
    return shown[term] if isinstance(term, NamedNode | Literal) else Value(str(term))
