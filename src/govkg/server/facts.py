"""What the graph states of a thing: values with labels, what was asserted kept apart from what was inferred."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from govkg.core.model import Term
from govkg.core.names import graph
from govkg.query.engine import Engine
from govkg.query.labels import labels_of

INFERRED = graph("inferred")
_STATED = """SELECT ?x ?p ?o WHERE {{ {{ {where} }} {{ GRAPH {asserted} {{ ?x ?p ?o }} }} UNION {{ GRAPH {evidence} {{ ?x ?p ?o }} }} UNION {{ GRAPH {ontology} {{ ?x ?p ?o }} }} UNION {{ GRAPH {proofs} {{ ?x ?p ?o }} }} }}"""
_GRAPHS = {name: graph(name) for name in ("asserted", "evidence", "ontology", "proofs")}


@dataclass(frozen=True)
class Value:
    """A value as shown: its text, the language of the text, and its IRI when it is a thing."""

    text: str
    lang: str = ""
    iri: str = ""


Facts = dict[str, dict[str, tuple[Term, ...]]]


def stated(engine: Engine, where: str) -> Facts:
    """Thing → property → values, in an order that no store can change, for every ?x that the pattern `where` finds; inferred statements are left out."""
    found: Facts = {}
    rows = engine.select(_STATED.format(where=where, **_GRAPHS))
    for row in sorted(rows, key=lambda row: [str(row[name]) for name in ("x", "p", "o") if name in row]):
        of = found.setdefault(row["x"].value, {})
        if "o" in row and row["o"] not in of.get(row["p"].value, ()):
            of[row["p"].value] = (*of.get(row["p"].value, ()), row["o"])
    return found


def values_pattern(iris: Iterable[str]) -> str:
    """A pattern that binds ?x to each of these IRIs."""
    return f"VALUES ?x {{ {' '.join(str(NamedNode(iri)) for iri in sorted(set(iris)))} }}"


def show(engine: Engine, terms: Iterable[Term], lang: str) -> dict[Term, Value]:
    """Each term as shown: things by their labels, texts as they are."""
    wanted = list(terms)
    known = labels_of(engine, {term.value for term in wanted if isinstance(term, NamedNode)}, lang)
    return {
        term: _value(term, known[term.value].text, known[term.value].lang)
        if isinstance(term, NamedNode)
        else Value(term.value, term.language or "")
        for term in wanted
    }


def _value(term: NamedNode, text: str, lang: str) -> Value:
    return Value(text, lang, term.value)


def best(terms: Iterable[Term], lang: str) -> tuple[Term, ...]:
    """Of texts in several languages only those in the reader's language, else Finnish, Swedish, English; all else as it is."""
    items = list(terms)
    languages = {term.language for term in items if not isinstance(term, NamedNode) and term.language}
    if not languages:
        return tuple(items)
    chosen = next((candidate for candidate in (lang, "fi", "sv", "en") if candidate in languages), "")
    return tuple(term for term in items if isinstance(term, NamedNode) or not term.language or term.language == chosen)


def is_true(term: Term) -> bool:
    """Whether an answer is yes; some stores give a number for EXISTS."""
    return term.value in ("true", "1")
