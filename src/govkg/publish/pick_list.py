"""The values that a parameter takes, as JSON: slug, IRI and the label in every language."""

from collections.abc import Iterable, Mapping

from pyoxigraph import Literal, NamedNode

from govkg.core.model import Term
from govkg.core.names import ID, LANGS
from govkg.publish.citation import query_version
from govkg.publish.record_json import Json
from govkg.query.catalogue import Parameter, SavedQuery
from govkg.query.engine import Engine, Solution
from govkg.query.labels import labels_of
from govkg.query.parameters import bound_text, choices
from govkg.query.run import JOIN


def pick_list(engine: Engine, query: SavedQuery, parameter: Parameter, narrowing: Mapping[str, Term]) -> Json:
    """All values of a parameter; with `narrowing`, a value of the parameter it depends on, those that still have an answer."""
    known = [choice.iri for choice in choices(engine, parameter)] if parameter.type == "thing" else []
    if narrowing and parameter.type == "thing":
        known = sorted({*known} & {*things_in(answered(engine, query, narrowing), parameter)})
    return {
        "query": query.id,
        "parameter": parameter.name,
        "type": parameter.type,
        "of": parameter.of or None,
        "depends": parameter.depends or None,
        "labels": parameter.labels,
        "data_version": engine.version,
        "query_version": query_version(query),
        "total": len(known),
        "values": _values(engine, known),
    }


def _values(engine: Engine, iris: Iterable[str]) -> list[Json]:
    """A label that a language lacks is that of the next: Finnish, Swedish, English."""
    found = list(iris)
    labels = {lang: labels_of(engine, found, lang) for lang in LANGS}
    return [
        {"slug": slug_of(iri), "iri": iri, "labels": {lang: labels[lang][iri].text for lang in LANGS}} for iri in found
    ]


def slug_of(iri: str) -> str:
    """The part of a thing's IRI after its kind, which may stand for it in a parameter."""
    return iri[len(ID) :].partition("/")[2]


def answered(engine: Engine, query: SavedQuery, bound: Mapping[str, Term]) -> list[Solution]:
    """The rows of an answer as terms; of a graph its statements."""
    sparql = bound_text(query, bound)
    if query.form == "SELECT":
        return list(engine.select(sparql))
    ends = [{"subject": t.subject, "object": t.object} for t in engine.construct(sparql)]
    return [{name: term for name, term in row.items() if isinstance(term, NamedNode | Literal)} for row in ends]


def things_in(rows: Iterable[Solution], parameter: Parameter) -> list[str]:
    """The things of a parameter's kind that an answer holds, those of the parameter's own column first."""
    start, found = f"{ID}{parameter.of}/", list(rows)
    own = [row[parameter.name].value for row in found if parameter.name in row]
    texts = own + [term.value for row in found for term in row.values()]
    return list(dict.fromkeys(part for text in texts for part in text.split(JOIN) if part.startswith(start)))
