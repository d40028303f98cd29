"""Values that people type → typed terms. They are bound as terms and never pasted into a query as text."""

from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import pyoxigraph as ox
from rapidfuzz import fuzz, process

from govkg.core.errors import GovkgError, Problem, UsageError
from govkg.core.literals import date, date_type
from govkg.core.model import Term
from govkg.core.names import ID, XSD
from govkg.query.catalogue import MARK, Parameter, SavedQuery
from govkg.query.engine import Engine

_NAMED = "SELECT DISTINCT ?x ?label WHERE {{ ?x skos:prefLabel|skos:altLabel|rdfs:label ?label FILTER(STRSTARTS(STR(?x), {start})) }}"
_BOOLEANS = {
    "true": "true",
    "1": "true",
    "yes": "true",
    "on": "true",
    "false": "false",
    "0": "false",
    "no": "false",
    "": "false",
}

_KEPT: "WeakKeyDictionary[Engine, dict[tuple[str, str], list[Choice]]]" = WeakKeyDictionary()


@dataclass(frozen=True)
class Choice:
    """A thing that a parameter may name: its IRI and all its labels."""

    iri: str
    labels: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The part of the IRI after its kind."""
        return self.iri[len(ID) :].partition("/")[2]


def choices(engine: Engine, parameter: Parameter) -> list[Choice]:
    """Everything that a thing parameter may name, by IRI. Kept for the version of the data, since it takes a look at every label."""
    known = _KEPT.setdefault(engine, {})
    key = (engine.version, parameter.of)
    if key not in known:
        known[key] = _choices(engine, parameter)
    return list(known[key])


def _choices(engine: Engine, parameter: Parameter) -> list[Choice]:
    found: dict[str, list[str]] = {}
    start = ox.Literal(f"{ID}{parameter.of}/")
    for row in engine.select(_NAMED.format(start=start)):
        found.setdefault(row["x"].value, []).append(row["label"].value)
    return [Choice(iri, tuple(sorted(labels))) for iri, labels in sorted(found.items())]


def bind(engine: Engine, query: SavedQuery, given: Mapping[str, str]) -> dict[str, Term]:
    """The terms of the given values. Raises UsageError for an unknown parameter or value, naming the nearest; empty values are left out."""
    problems: list[Problem] = []
    bound: dict[str, Term] = {}
    for name, value in given.items():
        parameter = query.parameter(name)
        if parameter is None:
            known = ", ".join(p.name for p in query.parameters) or "none"
            problems.append(
                Problem(f"parameter {name}", 0, f"{query.id} has no parameter `{name}`", f"its parameters: {known}")
            )
            continue
        if not value.strip():
            continue
        try:
            bound[parameter.name] = _term(engine, parameter, value.strip())
        except UsageError as error:
            problems.extend(error.problems)
    if problems:
        raise UsageError.of(problems)
    return bound


def _term(engine: Engine, parameter: Parameter, value: str) -> Term:
    if parameter.type == "thing":
        return _thing(engine, parameter, value)
    if parameter.type == "date":
        if date_type(value) is None:
            raise UsageError(
                f"parameter {parameter.name}", f"`{value}` is not an ISO date", "write 2022, 2022-06 or 2022-06-14"
            )
        return date(value)
    if value.lower() not in _BOOLEANS:
        raise UsageError(f"parameter {parameter.name}", f"`{value}` is neither true nor false", "write true or false")
    return ox.Literal(_BOOLEANS[value.lower()], datatype=ox.NamedNode(XSD + "boolean"))


def _thing(engine: Engine, parameter: Parameter, value: str) -> Term:
    """The thing that a slug, an IRI or an exact label (any language, any case) names."""
    known = choices(engine, parameter)
    folded = value.casefold()
    for test in (
        lambda c: value == c.iri or folded == c.slug,
        lambda c: value in c.labels,
        lambda c: any(folded == label.casefold() for label in c.labels),
    ):
        hits = [choice for choice in known if test(choice)]
        if len(hits) == 1:
            return ox.NamedNode(hits[0].iri)
        if hits:
            raise UsageError(
                f"parameter {parameter.name}",
                f"`{value}` names {len(hits)} things",
                f"use one of the slugs {', '.join(c.slug for c in hits[:8])}",
            )
    raise UsageError(
        f"parameter {parameter.name}",
        f"there is no {parameter.of} `{value}`",
        f"nearest: {', '.join(_nearest(value, known))}",
    )


def _nearest(value: str, known: list[Choice], count: int = 5) -> list[str]:
    names = {choice.slug: choice.labels[0] for choice in known} | {
        label: label for choice in known for label in choice.labels
    }
    hits = process.extract(value, list(names), scorer=fuzz.WRatio, limit=count * 3)
    return list(dict.fromkeys(names[hit[0]] for hit in hits))[:count]


def bound_text(query: SavedQuery, bound: Mapping[str, Term]) -> str:
    """The query with its bound parameters as VALUES at the line `# parameters`: a runnable SPARQL text."""
    if not bound:
        return query.sparql
    variables = {parameter.name: parameter.variable for parameter in query.parameters}
    values = "\n".join(f"  VALUES ?{variables[name]} {{ {term} }}" for name, term in sorted(bound.items()))
    text, count = MARK.subn(lambda _: values, query.sparql, count=1)
    if not count:
        raise GovkgError(
            [
                Problem(
                    query.file,
                    0,
                    "the query has parameters but no line `# parameters`",
                    "add that line inside WHERE { }",
                )
            ]
        )
    return text
