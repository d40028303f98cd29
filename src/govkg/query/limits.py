"""How much one question of a stranger may take. Each limit can be set by an environment variable and is named when it bites."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from govkg.core.errors import UsageError

VARIABLE = "GOVKG_SPARQL_"
ADDRESS = VARIABLE + "ADDRESS"  # no limit: where the public finds the endpoint, when a proxy stands before it
SERVICES = VARIABLE + "SERVICES"  # the endpoints that SERVICE may call, divided by white space


@dataclass(frozen=True)
class Limits:
    """The limits of the SPARQL endpoint. `seconds`, `saved` and `quick` are wall-clock time, `aside` is processor time; `memory` is per worker, in MB, beside the data."""

    length: int = 100_000  # characters of a query
    depth: int = 50  # levels of nesting: the engine's parser recurses
    parts: int = (
        2_000  # groups, operators, separators and items of lists outside VALUES: its evaluator recurses over chains too
    )
    graphs: int = 100  # graphs named in a request
    seconds: float = 10  # time of a query
    saved: float = 10  # time of one query of a page, a file or the API
    aside: float = (
        0.1  # a query that takes more of a processor pauses while others are answered, and gets what others leave
    )
    quick: float = 1  # a query that takes longer needs one of the few places for long ones
    rows: int = 50_000  # rows or triples of an answer
    size: int = 15_000_000  # bytes of an answer before compression
    memory: int = 512
    workers: int = 4  # processes that answer; one of them is never taken by long queries
    client: int = 2  # long queries of one client at a time
    services: frozenset[str] = (
        frozenset()
    )  # endpoints that SERVICE may call; by default none, and then workers open no socket

    def __post_init__(self) -> None:
        for name in NUMBERS:
            if getattr(self, name) <= 0:
                raise UsageError(variable(name), "a limit is a number above zero", "leave it out for the default")
        if self.workers < 2:
            raise UsageError(variable("workers"), "there is no place left for quick queries", "use at least 2")
        for iri in self.services:
            if not _SERVICE.fullmatch(iri):
                what = f"`{iri}` is no address of an endpoint"
                raise UsageError(SERVICES, what, "write whole http or https IRIs, divided by spaces")


NUMBERS = {field.name: field for field in fields(Limits) if field.name != "services"}
_SERVICE = re.compile(r"https?://[^\s<>\"{}|\\^`#]+")


def variable(name: str) -> str:
    """The environment variable of a limit: `seconds` → GOVKG_SPARQL_SECONDS."""
    return VARIABLE + name.upper()


def limits_of(environment: Mapping[str, str] = os.environ) -> Limits:
    """The limits that the environment sets; the others as they are. Raises UsageError for an unknown one and for no number above zero."""
    known = {variable(name) for name in NUMBERS} | {ADDRESS, SERVICES}
    for name in environment:
        if name.startswith(VARIABLE) and name not in known:
            raise UsageError(name, "there is no such limit", f"use one of {', '.join(sorted(known))}")
    given: dict[str, int | float] = {}
    for name, field in NUMBERS.items():
        if text := environment.get(variable(name), "").strip():
            given[name] = _number(variable(name), text, whole=field.type is int)
    services = frozenset(environment.get(SERVICES, "").split())
    return Limits(services=services, **given)  # type: ignore[arg-type]  # the field's own type was asked of each


def _number(name: str, text: str, whole: bool) -> int | float:
    try:
        return int(text) if whole else float(text)
    except ValueError:
        raise UsageError(name, f"`{text}` is no {'whole ' if whole else ''}number") from None
