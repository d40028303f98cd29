"""The steps of a query in the order in which they build on each other, as its algebra has them (SPARQL 1.1, 18.2). The door to rdflib's algebra."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from rdflib.namespace import XSD
from rdflib.plugins.sparql.algebra import translateGroupGraphPattern, translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.stores import memory  # noqa: F401 – rdflib loads it at its first use, and a worker can open no file then
from rdflib.term import BNode, Identifier, Literal, URIRef, Variable

from govkg.core.names import PREFIXES, curie

logging.getLogger("rdflib.term").setLevel(logging.ERROR)  # a stranger's wrong literal is no event of ours
_BARE = (XSD.integer, XSD.decimal, XSD.double, XSD.boolean)


class UnreadableError(Exception):
    """A query that the engine may know and this reading does not."""


@dataclass(frozen=True)
class Pattern:
    """A triple to find. Its parts are SPARQL; `matches` is how often it fits alone, `together` with those before it; None where not counted."""

    subject: str
    path: str
    object: str
    matches: int | None = None
    together: int | None = None

    def __str__(self) -> str:
        return f"{self.subject} {self.path} {self.object}"


@dataclass(frozen=True)
class Step:
    """One step. `kind` names it, `what` is its text in SPARQL, `count` a number it holds; `inner` are the groups of steps inside it."""

    kind: str
    what: str = ""
    count: int = 0
    patterns: tuple[Pattern, ...] = ()
    inner: tuple[tuple["Step", ...], ...] = ()


def steps_of(query: str) -> tuple[Step, ...]:
    """The steps of a query. Raises UnreadableError for what the algebra does not know."""
    try:
        found = translateQuery(parseQuery(query), initNs=PREFIXES)
        return tuple(_Reading().of(found.algebra))
    except Exception as error:  # the algebra raises what it likes, up to Exception itself; the query is a stranger's
        raise UnreadableError(str(error) or type(error).__name__) from None


@dataclass
class _Reading:
    """What was met so far: the texts of the aggregates by the names that the algebra gave them, and the groups of EXISTS."""

    aggregates: dict[str, str] = field(default_factory=dict)
    exists: list[tuple[Step, ...]] = field(default_factory=list)

    def of(self, node: Any) -> list[Step]:
        """The steps of a node and all below it."""
        read: Callable[[Any], list[Step]] | None = getattr(self, f"_{node.name.lower()}", None)
        if read is None:
            raise UnreadableError(f"{node.name} is not explained")
        return read(node)

    def _selectquery(self, node: Any) -> list[Step]:
        return self.of(node.p)

    def _askquery(self, node: Any) -> list[Step]:
        return [*self._unshown(node), Step("ask")]

    def _constructquery(self, node: Any) -> list[Step]:
        return [*self._unshown(node), Step("construct", count=len(node.template or ()))]

    def _describequery(self, node: Any) -> list[Step]:
        before = self._unshown(node) if node.p else []
        return [*before, Step("describe", _joined(self.text(term) for term in node.PV))]

    def _unshown(self, node: Any) -> list[Step]:
        """What comes before an answer that has no columns."""
        return [step for step in self.of(node.p) if step.kind != "show"]

    def _project(self, node: Any) -> list[Step]:
        return [*self.of(node.p), Step("show", _joined(self.text(name) for name in node.PV))]

    def _distinct(self, node: Any) -> list[Step]:
        return [*self.of(node.p), Step("distinct")]

    _reduced = _distinct

    def _slice(self, node: Any) -> list[Step]:
        skip = [Step("skip", count=int(node.start))] if node.start else []
        return [*self.of(node.p), *skip, *([Step("limit", count=int(node.length))] if node.length is not None else [])]

    def _orderby(self, node: Any) -> list[Step]:
        before = self.of(node.p)
        keys = (self.text(key.expr) + (" ↓" if key.order == "DESC" else "") for key in node.expr)
        return [*before, Step("sort", _joined(keys))]

    def _extend(self, node: Any) -> list[Step]:
        before, name, told = self.of(node.p), self.text(node.var), self.text(node.expr)
        if told == f"SAMPLE({name})":  # a name that the rows are grouped by, as the algebra carries it along
            return before
        return [*before, Step("work-out", f"{name} = {told}")]

    def _aggregatejoin(self, node: Any) -> list[Step]:
        before = self.of(node.p)
        for aggregate in node.A:
            self.aggregates[str(aggregate.res)] = self.text(aggregate)
        return before

    def _group(self, node: Any) -> list[Step]:
        before = self.of(node.p)
        keys = _joined(self.text(key) for key in node.expr or ())
        return [*before, Step("group", keys) if keys else Step("group-all")]

    def _filter(self, node: Any) -> list[Step]:
        return [*self.of(node.p), *self._kept(node.expr)]

    def _leftjoin(self, node: Any) -> list[Step]:
        first = self.of(node.p1)
        return [*first, Step("optional", inner=((*self.of(node.p2), *self._kept(node.expr)),))]

    def _kept(self, condition: Any) -> list[Step]:
        if condition is None or getattr(condition, "name", "") == "TrueFilter":
            return []
        outer, self.exists = self.exists, []
        found = Step("keep", self.text(condition), inner=tuple(self.exists))
        self.exists = outer
        return [found]

    def _join(self, node: Any) -> list[Step]:
        return [*self.of(node.p1), *self.of(node.p2)]

    def _union(self, node: Any) -> list[Step]:
        ways: list[Any] = [node]
        while any(way.name == "Union" for way in ways):
            ways = [part for way in ways for part in ((way.p1, way.p2) if way.name == "Union" else (way,))]
        inner = tuple(tuple(self.of(way)) for way in ways)
        return [Step("union", count=len(inner), inner=inner)]

    def _minus(self, node: Any) -> list[Step]:
        return [*self.of(node.p1), Step("minus", inner=(tuple(self.of(node.p2)),))]

    def _graph(self, node: Any) -> list[Step]:
        return [Step("graph", _term(node.term), inner=(tuple(self.of(node.p)),))]

    def _servicegraphpattern(self, node: Any) -> list[Step]:
        return [Step("service", _term(node.term))]

    def _bgp(self, node: Any) -> list[Step]:
        patterns = tuple(Pattern(_term(s), _term(p), _term(o)) for s, p, o in node.triples)
        return [Step("find", patterns=patterns)] if patterns else []

    def _tomultiset(self, node: Any) -> list[Step]:
        return self._values(node.p) if node.p.name == "values" else [Step("first", inner=(tuple(self.of(node.p)),))]

    def _values(self, node: Any) -> list[Step]:
        names = dict.fromkeys(name for row in node.res for name in row)
        return [Step("values", _joined(self.text(name) for name in names), len(node.res))]

    def text(self, part: Any) -> str:
        """An expression as people read it: as in SPARQL, with short names."""
        if isinstance(part, Variable) and str(part) in self.aggregates:
            return self.aggregates[str(part)]
        if isinstance(part, list):
            return _joined(self.text(one) for one in part)
        if isinstance(part, Identifier):
            return _short(part)
        return self._composed(part) if isinstance(part, CompValue) else str(part)

    def _composed(self, part: Any) -> str:
        name = part.name
        if name == "RelationalExpression":
            other = f"({self.text(part.other)})" if isinstance(part.other, list) else self.text(part.other)
            return f"{self.text(part.expr)} {part.op} {other}" if part.op else self.text(part.expr)
        if name in ("ConditionalAndExpression", "ConditionalOrExpression"):
            sign = " && " if "And" in name else " || "
            return (
                "(" + sign.join(self.text(one) for one in (part.expr, *part.other)) + ")"
                if part.other
                else self.text(part.expr)
            )
        if name in ("AdditiveExpression", "MultiplicativeExpression"):
            rest = "".join(
                f" {op} {self.text(other)}" for op, other in zip(part.op or (), part.other or (), strict=False)
            )
            return f"({self.text(part.expr)}{rest})" if rest else self.text(part.expr)
        if name.startswith("Unary"):
            return {"UnaryNot": "!", "UnaryMinus": "-", "UnaryPlus": "+"}[name] + self.text(part.expr)
        if name in ("Builtin_EXISTS", "Builtin_NOTEXISTS"):
            return self._existing(part)
        return self._call(part)

    def _call(self, part: Any) -> str:
        if part.name == "Function":
            return f"{self.text(part.iri)}({self.text(part.expr)})"
        name = part.name.removeprefix("Builtin_").removeprefix("Aggregate_").upper()
        given = [value for key, value in part.items() if key not in ("_vars", "res", "distinct") and value is not None]
        distinct = "DISTINCT " if part.get("distinct") == "DISTINCT" else ""
        return f"{'GROUP_CONCAT' if name == 'GROUPCONCAT' else name}({distinct}{_joined(map(self.text, given))})"

    def _existing(self, part: Any) -> str:
        group = part.graph
        steps = tuple(self.of(translateGroupGraphPattern(group) if group.name.startswith("GroupGraph") else group))
        self.exists.append(steps)
        return f"{'NOT ' if 'NOT' in part.name else ''}EXISTS {{ {len(self.exists)} }}"


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(parts)


def _short(term: Identifier) -> str:
    """A term in an expression: names shortened, numbers and truth values bare."""
    if isinstance(term, URIRef):
        return curie(str(term))
    bare = isinstance(term, Literal) and term.datatype in _BARE
    return str(term) if bare else term.n3()


def _term(term: Any) -> str:
    """A term of a triple in SPARQL; a blank node without a name of its own as `[]`."""
    return "[]" if isinstance(term, BNode) and str(term).startswith("N") else str(term.n3())
