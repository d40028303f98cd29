"""Prove the saved queries on the data: columns, parameters, contract, and that each answers as its header says."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from govkg.core.errors import GovkgError, Problem
from govkg.core.model import Term
from govkg.core.names import ID, XSD
from govkg.query.catalogue import MARK, Catalogue, Parameter, SavedQuery
from govkg.query.contract import Promise, broken
from govkg.query.engine import Engine, Solution
from govkg.query.parameters import bound_text, choices
from govkg.query.projection import projected, uses
from govkg.query.run import JOIN

UNWRITTEN = "TODO"  # how a proposed query marks what is to be written by hand
SAMPLES = 3  # values of each pick list that are tried
_NARROWER = "SELECT ?x WHERE {{ ?x skos:broader* {thing} }}"
_LABELLED = "SELECT ?label WHERE {{ {thing} skos:prefLabel ?label }} LIMIT 1"
_TRIED: dict[str, Term] = {
    "boolean": Literal("true", datatype=NamedNode(XSD + "boolean")),
    "date": Literal("2022-06", datatype=NamedNode(XSD + "gYearMonth")),
}
Rows = list[Solution]


def check_catalogue(engine: Engine, catalogue: Catalogue, contract: dict[str, Promise]) -> list[Problem]:
    """Everything that is wrong with the saved queries, or that the contract promises and no query keeps."""
    found = broken(contract, catalogue)
    for query in catalogue.queries.values():
        found += check_query(engine, query)
    return found


def check_query(engine: Engine, query: SavedQuery) -> list[Problem]:
    """What is wrong with one saved query, by its text and by its answers."""
    found = [*_text_problems(query)]
    try:
        found += _question_problems(engine, query)
        if query.form != "SELECT":
            return found + _graph_problems(engine, query)
        rows = list(engine.select(query.sparql))
        return (
            found
            + [*_evidence_problems(query, rows)]
            + [
                problem
                for parameter in query.parameters
                for problem in _parameter_problems(engine, query, parameter, rows)
            ]
        )
    except GovkgError as error:
        return found + [Problem(query.file, 0, problem.what, problem.todo) for problem in error.problems]


def _text_problems(query: SavedQuery) -> Iterator[Problem]:
    yield from (
        Problem(query.file, 0, f"the header still says `{text}` for {what}", "write it")
        for what, text in _written(query)
        if text.startswith(UNWRITTEN)
    )
    shown, promised = projected(query.sparql), tuple(column.name for column in query.columns)
    if query.form == "SELECT" and shown != promised:
        yield Problem(
            query.file,
            0,
            f"the header has the columns {_list(promised)}, but SELECT answers with {_list(shown)}",
            "make them the same, in the same order",
        )
    if query.parameters and not MARK.search(query.sparql):
        yield Problem(
            query.file, 0, "the query has parameters but no line `# parameters`", "add that line inside WHERE { }"
        )
    for parameter in query.parameters:
        if not uses(query.sparql, parameter.variable):
            yield Problem(
                query.file,
                0,
                f"the parameter `{parameter.name}` binds ?{parameter.variable}, which the query does not use",
                "use it in a pattern or a FILTER",
            )
    if query.evidence and query.form == "SELECT" and query.evidence not in shown:
        yield Problem(
            query.file,
            0,
            f"evidence is said to be in ?{query.evidence}, which SELECT does not answer with",
            "name the column that holds the claim",
        )


def _question_problems(engine: Engine, query: SavedQuery) -> Iterator[Problem]:
    """Questions and limits of questions that the data do not know, so that no reading could ever be for them."""
    kinds = {parameter.name: parameter.of for parameter in query.parameters}
    for asked in query.questions.questions:
        for kind, slug in (("question", asked.question), *((kinds[name], slug) for name, slug in asked.within)):
            if not any(engine.select(_LABELLED.format(thing=NamedNode(f"{ID}{kind}/{slug}")))):
                yield Problem(query.file, 0, f"`questions` names the {kind} `{slug}`, which the data do not have")


def _written(query: SavedQuery) -> Iterator[tuple[str, str]]:
    """What a header says in words of its own, with the name of it."""
    for what, texts in (("summary", query.summary), ("description", query.description)):
        yield from ((f"the {what} in {lang}", text) for lang, text in texts.items())
    yield from (("a tag", tag) for tag in query.tags)


def _graph_problems(engine: Engine, query: SavedQuery) -> list[Problem]:
    whole = set(engine.construct(query.sparql))
    found: list[Problem] = []
    for parameter in query.parameters:
        for term in _samples(engine, parameter, ()):
            if not set(engine.construct(bound_text(query, {parameter.name: term}))) <= whole:
                found.append(
                    Problem(
                        query.file, 0, f"`{parameter.name}` = {term} gives statements that are not in the whole graph"
                    )
                )
    return found


def _evidence_problems(query: SavedQuery, rows: Rows) -> Iterator[Problem]:
    """A row that rests on a claim shows its sentence and its document."""
    names = {column.name for column in query.columns}
    for needed in {"quote", "document"} & names if query.evidence else set():
        bare = sum(query.evidence in row and needed not in row for row in rows)
        if bare:
            yield Problem(query.file, 0, f"{bare} rows rest on a claim but have no {needed}")


def _parameter_problems(engine: Engine, query: SavedQuery, parameter: Parameter, rows: Rows) -> Iterator[Problem]:
    whole = _counted(query, rows)
    for term in _samples(engine, parameter, rows):
        got = list(engine.select(bound_text(query, {parameter.name: term})))
        at = f"`{parameter.name}` = {term.value}"
        if _counted(query, got) - whole:
            yield Problem(
                query.file,
                0,
                f"{at} gives rows that the whole answer does not have",
                "a parameter must only leave rows out",
            )
        if parameter.type == "thing" and isinstance(term, NamedNode):
            yield from (
                Problem(query.file, 0, f"{at} {what}")
                for what in _wrong_rows(engine, query, parameter, term, rows, got)
            )


def _wrong_rows(
    engine: Engine, query: SavedQuery, parameter: Parameter, term: NamedNode, rows: Rows, got: Rows
) -> Iterator[str]:
    meant = {row["x"].value for row in engine.select(_NARROWER.format(thing=term))}
    strange = sum(not meant & set(_things(row.values())) for row in got)
    if strange:
        yield f"gives {strange} rows that do not name it"
    if parameter.name in {column.name for column in query.columns}:
        missing = _counted(query, (row for row in rows if term.value in _things([row.get(parameter.name)]))) - _counted(
            query, got
        )
        if missing:
            yield f"leaves out {missing.total()} rows that have it"


def _samples(engine: Engine, parameter: Parameter, rows: Iterable[Solution]) -> list[Term]:
    """Values to try: some that the answer holds, and one more of the pick list."""
    if parameter.type != "thing":
        return [_TRIED[parameter.type]]
    listed = [choice.iri for choice in choices(engine, parameter)]
    held = {iri for row in rows for iri in _things([row.get(parameter.name)])}
    used = [iri for iri in listed if iri in held]
    return [NamedNode(iri) for iri in dict.fromkeys([*used[:: max(1, len(used) // SAMPLES)][:SAMPLES], *listed[-1:]])]


def _things(terms: Iterable[Term | None]) -> list[str]:
    return [part for term in terms if term is not None for part in term.value.split(JOIN)]


def _counted(query: SavedQuery, rows: Iterable[Solution]) -> Counter[tuple[str, ...]]:
    """Rows as their columns' texts; a list in a cell in any order, since an engine may join it in any."""
    return Counter(tuple(_text(row.get(column.name)) for column in query.columns) for row in rows)


def _text(term: Term | None) -> str:
    return "" if term is None else JOIN.join(sorted(term.value.split(JOIN)))


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "none"
